// Balancing and mediation, each with its evidence.
#include <fmt/format.h>

#include <cmath>

#include "report/evidence.h"
#include "report/web.h"
#include "report/wrap.h"

namespace entente {

namespace {

constexpr double hardly_leans = 0.1;

std::string lean_words(const BalancingAnswer& answer, const Balancing& b) {
  if (std::abs(b.lean) < hardly_leans) return "leans to neither";
  return "leans towards " + answer.grounds.name(b.lean > 0 ? b.between.from : b.between.to);
}

std::string one(const BalancingAnswer& answer, const Balancing& b, int width) {
  const Grounds& grounds = answer.grounds;
  const std::string from = grounds.name(b.between.from), to = grounds.name(b.between.to);
  std::string out =
      paragraph(fmt::format("{} between {} and {}: depth {:.2f}, evenness {:.2f}, {}", grounds.name(b.actor), from, to,
                            b.depth, 1 - std::abs(b.lean), lean_words(answer, b)),
                width);
  for (const DomainTies& ties : b.domains) {
    out += fmt::format("  {:<13} {} {:.2f}, {} {:.2f}\n", name_of(ties.domain), from, ties.from, to, ties.to);
  }
  out += "  ties with " + from + "\n" + evidence_text(grounds, b.ties_from, most_evidence, width, "    ");
  out += "  ties with " + to + "\n" + evidence_text(grounds, b.ties_to, most_evidence, width, "    ");
  out += "  their hostility\n" + evidence_text(grounds, b.hostility, most_evidence, width, "    ");
  return out;
}

void add_voices(const Grounds& grounds, const char* what, const std::vector<ActorId>& who, std::string& text) {
  if (!who.empty()) text += std::string("; ") + what + " by " + names_text(grounds, who);
}

std::string one(const BalancingAnswer& answer, const Mediation& m, int width) {
  const Grounds& grounds = answer.grounds;
  std::string text = grounds.name(m.mediator) + (m.offered ? " offers to mediate" : " mediates");
  if (!m.parties.empty()) {
    text += (m.parties.size() > 1 ? " between " : " with ") + names_text(grounds, m.parties);
  }
  add_voices(grounds, "accepted", m.accepted_by, text);
  add_voices(grounds, "refused", m.refused_by, text);
  add_voices(grounds, "welcomed", m.welcomed_by, text);
  add_voices(grounds, "opposed", m.opposed_by, text);
  return paragraph(text, width) + evidence_text(grounds, m.grounds, most_evidence, width, "    ") +
         evidence_text(grounds, m.reactions, most_evidence, width, "    ");
}

OrderedJson pair_json(const Dyad& pair) {
  return OrderedJson::array({pair.from.str(), pair.to.str()});
}

OrderedJson json_of(const Grounds& grounds, const Balancing& b) {
  OrderedJson domains = OrderedJson::array();
  for (const DomainTies& ties : b.domains) {
    domains.push_back({{"domain", name_of(ties.domain)}, {"from", rounded(ties.from)}, {"to", rounded(ties.to)}});
  }
  return {{"actor", b.actor.str()},
          {"between", pair_json(b.between)},
          {"depth", rounded(b.depth)},
          {"lean", rounded(b.lean)},
          {"evenness", rounded(1 - std::abs(b.lean))},
          {"domains", std::move(domains)},
          {"ties_from", evidence_json(grounds, b.ties_from)},
          {"ties_to", evidence_json(grounds, b.ties_to)},
          {"hostility", evidence_json(grounds, b.hostility)}};
}

OrderedJson json_of(const Grounds& grounds, const Mediation& m) {
  return {{"mediator", m.mediator.str()},
          {"parties", ids_json(m.parties)},
          {"offered", m.offered},
          {"accepted_by", ids_json(m.accepted_by)},
          {"refused_by", ids_json(m.refused_by)},
          {"welcomed_by", ids_json(m.welcomed_by)},
          {"opposed_by", ids_json(m.opposed_by)},
          {"evidence", evidence_json(grounds, m.grounds)},
          {"reactions", evidence_json(grounds, m.reactions)}};
}

}  // namespace

std::string balancing_text(const BalancingAnswer& answer, int width) {
  std::string out;
  for (const Balancing& b : answer.balancing) out += one(answer, b, width) + "\n";
  if (!answer.mediations.empty()) out += "mediation\n\n";
  for (const Mediation& m : answer.mediations) out += one(answer, m, width) + "\n";
  return out;
}

std::string balancing_json(const BalancingAnswer& answer) {
  OrderedJson out{{"balancing", OrderedJson::array()}, {"mediations", OrderedJson::array()}};
  for (const Balancing& b : answer.balancing) out["balancing"].push_back(json_of(answer.grounds, b));
  for (const Mediation& m : answer.mediations) out["mediations"].push_back(json_of(answer.grounds, m));
  return dump(out);
}

}  // namespace entente
