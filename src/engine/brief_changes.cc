// Part of a brief: what has changed since a day, by the same facts read off what was told of until then.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/text.h"
#include "engine/brief_desk.h"

namespace entente {

namespace {

constexpr double small_move = 0.1;  // a balance that moved less is told as unchanged
constexpr size_t most_pairs = 8;

std::string standing_of(const PairStanding& s) {
  return standing_words(s.sign, s.balance, s.uncertainty) + " (" + balance_figures(s.balance, s.uncertainty) + ')';
}

/// The grounds that were not there before.
std::vector<ClaimId> fresh(const std::vector<ClaimId>& now, const std::vector<ClaimId>& before) {
  std::vector<ClaimId> out;
  std::set_difference(now.begin(), now.end(), before.begin(), before.end(), std::back_inserter(out));
  return out;
}

bool moved(const PairStanding& now, const PairStanding& before) {
  return now.sign != before.sign || std::abs(now.balance - before.balance) >= small_move;
}

void add_pairs(BriefDesk& desk, const BriefFacts& now, const BriefFacts& before, std::vector<BriefLine>& out) {
  std::map<Dyad, const PairStanding*> then;
  for (const PairStanding& s : before.pairs) then[s.pair] = &s;
  size_t told = 0;
  for (const PairStanding& s : now.pairs) {
    const auto old = then.find(s.pair);
    if (told == most_pairs || (old != then.end() && !moved(s, *old->second))) continue;
    ++told;
    const std::string was = old == then.end() ? "nothing was told; now " : "from " + standing_of(*old->second) + " to ";
    const std::vector<ClaimId> nothing;
    out.push_back(desk.line(desk.both(s.pair) + ": " + was + standing_of(s) + '.',
                            fresh(s.grounds, old == then.end() ? nothing : old->second->grounds)));
  }
}

const Ladder* ladder_in(const std::vector<Ladder>& all, const Ladder& wanted) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Ladder& ladder) {
    return ladder.from == wanted.from && ladder.to == wanted.to;
  });
  return found == all.end() ? nullptr : &*found;
}

void add_rise(BriefDesk& desk, const Ladder& now, const Ladder* before, std::vector<BriefLine>& out) {
  const auto reached = now.reached();
  const auto was = before == nullptr ? std::nullopt : before->reached();
  if (!reached || (was && *was >= *reached)) return;
  const std::string from = was ? ", before " + std::string(name_of(*was)) : "; nothing was told as given before";
  out.push_back(desk.line(possessive(desk.name(now.from)) + " support for " + desk.name(now.to) + " now reaches " +
                              std::string(name_of(*reached)) + from + '.',
                          now.rungs[static_cast<size_t>(*reached)].reached));
}

void add_stops(BriefDesk& desk, const Ladder& now, const Ladder* before, std::vector<BriefLine>& out) {
  for (size_t r = 0; r < now.rungs.size(); ++r) {
    if (!now.rungs[r].stopped() || (before != nullptr && before->rungs[r].stopped())) continue;
    std::vector<ClaimId> grounds = now.rungs[r].refused;
    append(grounds, now.rungs[r].withheld);
    append(grounds, now.rungs[r].excluded);
    out.push_back(desk.line("Newly refused, withheld or ruled out by " + desk.name(now.from) + " towards " +
                                desk.name(now.to) + ": " + std::string(name_of(now.rungs[r].rung)) + '.',
                            std::move(grounds)));
  }
}

void add_ladders(BriefDesk& desk, const BriefFacts& now, const BriefFacts& before, std::vector<BriefLine>& out) {
  for (const Ladder& ladder : now.ladders) {
    const Ladder* then = ladder_in(before.ladders, ladder);
    add_rise(desk, ladder, then, out);
    add_stops(desk, ladder, then, out);
  }
}

void add_red_lines(BriefDesk& desk, const BriefFacts& now, const Date& since, std::vector<BriefLine>& out) {
  for (const RedLineFate& fate : now.line_fates) {
    const std::string whose = desk.name(fate.line.by);
    const std::string over = fate.line.about.empty() ? "" : " over " + desk.names(fate.line.about);
    if (clearly_before(since, fate.drawn)) {
      out.push_back(desk.line(whose + " drew a red line" + over + " (" + to_iso(fate.drawn) + ").", fate.line.grounds));
    }
    if (fate.crossing && clearly_before(since, fate.crossing->day)) {
      out.push_back(desk.line("The line of " + whose + over + " was crossed by " + desk.name(fate.crossing->by) + " (" +
                                  to_iso(fate.crossing->day) + ").",
                              {fate.crossing->claim}));
    }
  }
}

void add_balancing(BriefDesk& desk, const BriefFacts& now, const BriefFacts& before, std::vector<BriefLine>& out) {
  const auto key = [](const Balancing& b) { return std::make_pair(b.actor, b.between); };
  std::set<std::pair<ActorId, Dyad>> then;
  for (const Balancing& b : before.balancing) then.insert(key(b));
  for (const Balancing& b : now.balancing) {
    if (then.contains(key(b))) continue;
    std::vector<ClaimId> grounds = b.ties_from;
    append(grounds, b.ties_to);
    out.push_back(desk.line("New: " + desk.name(b.actor) + " has ties with both " + desk.name(b.between.from) +
                                " and " + desk.name(b.between.to) + ", who are hostile to each other.",
                            std::move(grounds)));
  }
}

size_t told_after(const BriefDesk& desk, const Date& since) {
  return static_cast<size_t>(std::count_if(desk.claims().begin(), desk.claims().end(), [&](const Claim& claim) {
    const Date day = desk.day(claim);
    return day.known() && last_day(day) > last_day(since);
  }));
}

}  // namespace

std::vector<BriefLine> write_changes(BriefDesk& desk, const BriefFacts& now, const Date& since) {
  const BriefFacts before = desk.facts_until(since);
  std::vector<BriefLine> out;
  out.push_back(desk.line(std::to_string(told_after(desk, since)) + " of " + counted(desk.claims().size(), "claim") +
                              " tell of days after " + to_iso(since) + '.',
                          {}));
  add_pairs(desk, now, before, out);
  add_ladders(desk, now, before, out);
  add_red_lines(desk, now, since, out);
  add_balancing(desk, now, before, out);
  if (out.size() == 1) out.push_back(desk.line("Nothing else has changed, as far as is told.", {}));
  return out;
}

}  // namespace entente
