// Parts of a brief: the main relation in a few sentences, and what the text does not tell.
#include <algorithm>
#include <set>

#include "engine/brief_desk.h"

namespace entente {

namespace {

bool of_pair(const Claim& claim, const Dyad& pair) {
  const std::vector<Dyad> all = dyads(claim);
  return std::any_of(all.begin(), all.end(), [&](const Dyad& dyad) { return unordered(dyad) == pair; });
}

void add_standing(BriefDesk& desk, const BriefFacts& facts, const Dyad& main, std::vector<BriefLine>& out) {
  const auto standing =
      std::find_if(facts.pairs.begin(), facts.pairs.end(), [&](const PairStanding& s) { return s.pair == main; });
  if (standing == facts.pairs.end()) return;
  size_t n = 0;
  for (const Claim& claim : desk.claims()) n += of_pair(claim, main) ? 1 : 0;
  const std::string opening = desk.subject().kind == BriefSubject::Kind::pair ? "" : "The main relation is that of ";
  const std::string share = std::to_string(n) + " of " + counted(desk.claims().size(), "claim");
  out.push_back(desk.line(opening + desk.both(main) + " (" + share +
                              "): " + standing_words(standing->sign, standing->balance, standing->uncertainty) +
                              " on balance, " + balance_figures(standing->balance, standing->uncertainty) +
                              " on a scale from −1 to +1.",
                          {}));
}

void add_domains(BriefDesk& desk, const BriefFacts& facts, const Dyad& main, std::vector<BriefLine>& out) {
  std::vector<std::string> good;
  std::vector<std::string> bad;
  std::vector<ClaimId> grounds;
  for (const Relation& r : facts.relations) {
    if (r.from != main.from || r.to != main.to) continue;
    if (r.sign == Sign::positive && r.strength > r.uncertainty) good.emplace_back(name_of(r.domain));
    if (r.sign != Sign::positive) bad.emplace_back(name_of(r.domain));
    if (r.sign != Sign::positive || r.strength > r.uncertainty) append(grounds, r.grounds);
  }
  std::string text;
  if (!good.empty())
    text = "It is clearly cooperative in the " + listed(good) + (good.size() > 1 ? " fields" : " field");
  if (!bad.empty()) {
    text += (text.empty() ? "It is mixed or hostile in the " : ", mixed or hostile in the ") + listed(bad) +
            (bad.size() > 1 ? " fields" : " field");
  }
  if (!text.empty()) out.push_back(desk.line(text + '.', std::move(grounds)));
}

void add_exchange(BriefDesk& desk, const BriefFacts& facts, const Dyad& main, std::vector<BriefLine>& out) {
  for (const Exchange& exchange : facts.exchanges) {
    if (exchange.pair == main) out.push_back(write_exchange(desk, exchange));
  }
}

std::vector<std::string> stops_of(const Ladder& ladder, std::vector<ClaimId>& grounds) {
  std::vector<std::string> out;
  for (const RungRecord& rung : ladder.rungs) {
    if (!rung.stopped()) continue;
    const std::string how = !rung.refused.empty() ? " refused" : (!rung.withheld.empty() ? " withheld" : " ruled out");
    out.push_back(std::string(name_of(rung.rung)) + how);
    for (const auto* claims : {&rung.refused, &rung.withheld, &rung.excluded}) append(grounds, *claims);
  }
  return out;
}

void add_limits(BriefDesk& desk, const BriefFacts& facts, const Dyad& main, std::vector<BriefLine>& out) {
  for (const Ladder& ladder : facts.ladders) {
    if (unordered({ladder.from, ladder.to}) != main || !ladder.stopped()) continue;
    std::vector<ClaimId> grounds;
    const std::vector<std::string> stops = stops_of(ladder, grounds);
    std::string text = possessive(desk.name(ladder.from)) + " support for " + desk.name(ladder.to) + " has limits";
    if (const auto reached = ladder.reached()) text += ": it reached " + std::string(name_of(*reached));
    out.push_back(desk.line(text + "; " + listed(stops) + '.', std::move(grounds)));
  }
}

void add_red_lines(BriefDesk& desk, const BriefFacts& facts, const Dyad& main, std::vector<BriefLine>& out) {
  for (const RedLine& line : facts.red_lines) {
    if (line.by == main.from || line.by == main.to) out.push_back(write_red_line(desk, line));
  }
}

/// What a count of claims shows, said as "n of m".
std::string part_of(size_t n, size_t all, const std::string& noun) {
  return n == all && n > 1 ? "All " + std::to_string(all) + ' ' + noun + "s"
                           : std::to_string(n) + " of " + counted(all, noun);
}

void add_undated(BriefDesk& desk, std::vector<BriefLine>& out) {
  size_t events = 0;
  size_t undated = 0;
  for (const Claim& claim : desk.claims()) {
    if (claim.kind() != ClaimKind::event) continue;
    ++events;
    undated += claim.when.known() ? 0 : 1;
  }
  if (undated > 0) out.push_back(desk.line("When: " + part_of(undated, events, "event") + " without a date.", {}));
}

void add_unnamed(BriefDesk& desk, std::vector<BriefLine>& out) {
  std::vector<ClaimId> grounds;
  for (const Claim& claim : desk.claims()) {
    if (claim.target.empty()) grounds.push_back(claim.id());
  }
  if (grounds.empty()) return;
  const std::string text =
      "Towards whom: " + counted(grounds.size(), "claim") + " with nobody named on the other side.";
  out.push_back(desk.line(text, std::move(grounds)));
}

bool has_voice(const Claim& claim) {
  const bool organ =
      std::any_of(claim.source.begin(), claim.source.end(), [](const ActorId& id) { return principal(id) != id; });
  return organ || !claim.first_evidence().attribution.empty();
}

void add_voiceless_lines(BriefDesk& desk, std::vector<BriefLine>& out) {
  std::vector<ClaimId> grounds;
  for (const Claim& claim : desk.claims()) {
    if (claim.kind() == ClaimKind::redline && !has_voice(claim)) grounds.push_back(claim.id());
  }
  if (grounds.empty()) return;
  const std::string text = "Who spoke: " + counted(grounds.size(), "warning") + " without a named speaker.";
  out.push_back(desk.line(text, std::move(grounds)));
}

void add_amounts(BriefDesk& desk, const BriefFacts& facts, std::vector<BriefLine>& out) {
  size_t bare = 0;
  for (const Flow& flow : facts.flows) bare += flow.amount ? 0 : 1;
  if (bare > 0) {
    out.push_back(desk.line("How much: " + part_of(bare, facts.flows.size(), "flow") + " without an amount.", {}));
  }
}

void add_silent_domains(BriefDesk& desk, const Dyad& main, std::vector<BriefLine>& out) {
  std::set<Domain> told;
  for (const Claim& claim : desk.claims()) {
    if (of_pair(claim, main)) told.insert(claim.domain);
  }
  std::vector<std::string> silent;
  for (int i = 0; i < domain_count; ++i) {
    if (!told.contains(static_cast<Domain>(i))) silent.emplace_back(name_of(static_cast<Domain>(i)));
  }
  if (silent.empty()) return;
  out.push_back(desk.line("Of " + desk.both(main) + " nothing is told in the " + listed(silent) +
                              (silent.size() > 1 ? " fields." : " field."),
                          {}));
}

void add_unheard(BriefDesk& desk, const Dyad& main, std::vector<BriefLine>& out) {
  std::set<ActorId> heard;
  for (const Claim& claim : desk.claims()) {
    for (const ActorId& who : claim.first_evidence().attribution) heard.insert(principal(who));
  }
  std::vector<ActorId> silent;
  for (const ActorId& who : {main.from, main.to}) {
    if (!heard.contains(who)) silent.push_back(who);
  }
  if (silent.empty()) return;
  out.push_back(desk.line("Whose voice: no claim is attributed to " + std::string(silent.size() == 2 ? "either " : "") +
                              desk.name(silent.front()) +
                              (silent.size() == 2 ? " or " + desk.name(silent.back()) : "") + ".",
                          {}));
}

}  // namespace

std::vector<BriefLine> write_lead(BriefDesk& desk, const BriefFacts& facts, const Dyad& main) {
  std::vector<BriefLine> out;
  add_standing(desk, facts, main, out);
  add_domains(desk, facts, main, out);
  add_exchange(desk, facts, main, out);
  add_limits(desk, facts, main, out);
  add_red_lines(desk, facts, main, out);
  return out;
}

std::vector<BriefLine> write_gaps(BriefDesk& desk, const BriefFacts& facts, const std::vector<BriefSource>& sources,
                                  const std::optional<Dyad>& main) {
  std::vector<BriefLine> out;
  if (sources.size() == 1 && !sources.front().published.known()) {
    out.push_back(desk.line("When it was written: no date of publication is given.", {}));
  }
  add_undated(desk, out);
  add_unnamed(desk, out);
  add_voiceless_lines(desk, out);
  add_amounts(desk, facts, out);
  if (main) add_silent_domains(desk, *main, out);
  if (main) add_unheard(desk, *main, out);
  return out;
}

}  // namespace entente
