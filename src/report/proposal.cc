#include "report/proposal.h"

#include <fmt/format.h>

#include "base/text.h"
#include "report/evidence.h"
#include "report/wrap.h"

namespace entente {

namespace {

constexpr size_t most_evidence_of_input = 3;
constexpr size_t evidence_of_attention = 1;

std::string quoted_csv_words(const std::string& text) {
  std::string out = "\"";
  for (const char c : without_controls(text)) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::string short_ids(const std::vector<ClaimId>& ids) {
  std::vector<std::string> out;
  for (size_t i = 0; i < std::min(ids.size(), most_evidence_of_input); ++i) out.push_back(ids[i].str().substr(0, 10));
  return out.empty() ? "" : " [" + join(out, " ") + (ids.size() > most_evidence_of_input ? " ..." : "") + "]";
}

OrderedJson proposed_input_json(const Grounds& grounds, const ProposedInput& input) {
  return {{"value", rounded(input.value)},
          {"why", input.why},
          {"assumed", input.assumed},
          {"evidence", evidence_json(grounds, input.grounds)}};
}

std::string proposed_input_text(const ProposalAnswer& answer, const std::string& what, const ProposedInput& input,
                                size_t most, int width) {
  const std::string text =
      fmt::format("{} {:g}: {}{}", what, input.value, input.why, input.assumed ? " (assumed)" : "");
  return wrap({{text, ""}}, static_cast<size_t>(width), "  ", "    ", false) +
         evidence_text(answer.grounds, input.grounds, most, width, "    ");
}

}  // namespace

std::string proposal_text(const ProposalAnswer& answer, int width) {
  const std::string title = "Proposed inputs for a bargain over support for " + answer.grounds.name(answer.supported) +
                            ": position 0 (no support) to 100 (mutual defence)";
  std::string out = wrap({{title, ""}}, static_cast<size_t>(width), "", "", false);
  for (const ProposedBargainer& one : answer.proposed) {
    out += "\n" + without_controls(answer.grounds.name(one.actor)) + "\n";
    out += proposed_input_text(answer, "position", one.position, most_evidence_of_input, width);
    out += proposed_input_text(answer, "salience", one.salience, evidence_of_attention, width);
    out += proposed_input_text(answer, "capability", one.capability, most_evidence_of_input, width);
  }
  return out;
}

std::string proposal_json(const ProposalAnswer& answer) {
  OrderedJson out{{"supported", answer.supported.str()}, {"actors", OrderedJson::array()}};
  for (const ProposedBargainer& one : answer.proposed) {
    out["actors"].push_back({{"actor", one.actor.str()},
                             {"name", answer.grounds.name(one.actor)},
                             {"capability", proposed_input_json(answer.grounds, one.capability)},
                             {"position", proposed_input_json(answer.grounds, one.position)},
                             {"salience", proposed_input_json(answer.grounds, one.salience)}});
  }
  return dump(out);
}

std::string proposal_csv(const ProposalAnswer& answer) {
  std::string out = "actor,capability,position,salience,basis of weight,basis of stand,basis of attention\n";
  for (const ProposedBargainer& one : answer.proposed) {
    out += quoted_csv_words(answer.grounds.name(one.actor)) +
           fmt::format(",{:g},{:g},{:g}", one.capability.value, one.position.value, one.salience.value);
    for (const ProposedInput* input : {&one.capability, &one.position, &one.salience}) {
      out += "," + quoted_csv_words(input->why + (input->assumed ? " (assumed)" : "") + short_ids(input->grounds));
    }
    out += "\n";
  }
  return out;
}

}  // namespace entente
