// Part of a brief: the ladder of support in words, pair by pair.
#include <algorithm>

#include "engine/brief_desk.h"

namespace entente {

namespace {

using Slot = std::vector<ClaimId> RungRecord::*;

/// The rungs of which something is said in that place, highest first, and the claims behind it.
std::vector<std::string> rungs_with(const Ladder& ladder, Slot slot, std::vector<ClaimId>& grounds) {
  std::vector<std::string> out;
  for (auto record = ladder.rungs.rbegin(); record != ladder.rungs.rend(); ++record) {
    if (((*record).*slot).empty()) continue;
    out.emplace_back(name_of(record->rung));
    append(grounds, (*record).*slot);
  }
  return out;
}

void add_line(BriefDesk& desk, const Ladder& ladder, Slot slot, const std::string& before, const std::string& after,
              std::vector<BriefLine>& out) {
  std::vector<ClaimId> grounds;
  const std::vector<std::string> rungs = rungs_with(ladder, slot, grounds);
  if (!rungs.empty()) out.push_back(desk.line(before + listed(rungs) + after, std::move(grounds)));
}

std::string reached_words(BriefDesk& desk, const Ladder& ladder) {
  return possessive(desk.name(ladder.from)) + " support for " + desk.name(ladder.to) + " reached ";
}

void add_reached(BriefDesk& desk, const Ladder& ladder, std::vector<BriefLine>& out) {
  std::vector<ClaimId> grounds;
  std::vector<std::string> rungs = rungs_with(ladder, &RungRecord::reached, grounds);
  if (rungs.empty()) {
    out.push_back(desk.line(
        "No support of " + desk.name(ladder.from) + " for " + desk.name(ladder.to) + " is told as given.", {}));
    return;
  }
  std::string text = reached_words(desk, ladder) + rungs.front();
  rungs.erase(rungs.begin());
  if (!rungs.empty()) text += "; below it " + listed(rungs);
  out.push_back(desk.line(text + '.', std::move(grounds)));
}

/// Where the line runs between what is done and what is not, and what does not fit that.
void add_ceiling(BriefDesk& desk, const Ladder& ladder, std::vector<BriefLine>& out) {
  const auto reached = ladder.reached();
  if (const auto ceiling = ladder.ceiling()) {
    const std::string from = reached ? "Between " + std::string(name_of(*reached)) + " and " : "Below ";
    out.push_back(desk.line(from + std::string(name_of(*ceiling)) + " the support stops.", {}));
  }
  std::vector<std::string> uneven;
  for (const RungRecord& record : ladder.rungs) {
    if (record.stopped() && reached && record.rung <= *reached) uneven.emplace_back(name_of(record.rung));
  }
  if (uneven.empty()) return;
  out.push_back(desk.line("Of " + listed(uneven) +
                              " some was denied although that rung or a higher one was reached: "
                              "support is given by choice.",
                          {}));
}

std::vector<BriefLine> lines_of(BriefDesk& desk, const Ladder& ladder) {
  std::vector<BriefLine> out;
  add_reached(desk, ladder, out);
  add_line(desk, ladder, &RungRecord::offered, "Offered or promised: ", ".", out);
  add_line(desk, ladder, &RungRecord::refused, "Refused: ", ".", out);
  add_line(desk, ladder, &RungRecord::withheld, "Withheld: ", ".", out);
  add_line(desk, ladder, &RungRecord::excluded, "Ruled out, or never part of the bond: ", ".", out);
  add_line(desk, ladder, &RungRecord::expected, "Held possible or likely: ", ".", out);
  add_line(desk, ladder, &RungRecord::doubted, "Held unlikely: ", ".", out);
  add_line(desk, ladder, &RungRecord::open, "Left open: ", ".", out);
  add_ceiling(desk, ladder, out);
  return out;
}

/// Since when the ceiling is told of, where it broke, and what others were given.
void add_story(BriefDesk& desk, const Ladder& ladder, std::vector<BriefLine>& out) {
  constexpr size_t most_precedents = 3;
  const LadderStory story =
      ladder_story({ladder.from, ladder.to}, desk.wide_claims(), desk.published(), desk.wording());
  if (story.ceiling && story.ceiling->days.value_or(0) > 0) {
    out.push_back(desk.line("That it stops there is told of first on " + to_iso(story.ceiling->since) +
                                ", and has held until " + to_iso(story.ceiling->until) + ", the last day told of (" +
                                counted(static_cast<size_t>(*story.ceiling->days), "day") + ").",
                            story.ceiling->grounds));
  }
  for (const BrokenCeiling& b : story.broken) {
    out.push_back(desk.line(std::string(name_of(b.rung)) + " (" + std::string(name_of(b.domain)) + ") was denied on " +
                                to_iso(b.denied_on) + " and given on " + to_iso(b.given_on) + ", " +
                                counted(static_cast<size_t>(b.days), "day") + " later.",
                            {b.denial, b.deed}));
  }
  for (size_t i = 0; i < std::min(most_precedents, story.precedents.size()); ++i) {
    const Precedent& p = story.precedents[i];
    const std::string attacked = p.attacked_by.empty() ? "" : ", attacked by " + desk.names(p.attacked_by);
    out.push_back(desk.line("Given to others: " + std::string(name_of(p.rung)) + " to " + desk.name(p.to) + attacked +
                                " (" + std::string(name_of(p.domain)) + ").",
                            p.grounds));
  }
}

size_t claims_on(const Ladder& ladder) {
  size_t sum = 0;
  for (const RungRecord& r : ladder.rungs) {
    sum += r.reached.size() + r.offered.size() + r.refused.size() + r.withheld.size() + r.excluded.size() +
           r.expected.size() + r.doubted.size() + r.open.size();
  }
  return sum;
}

}  // namespace

std::vector<BriefLadder> write_ladders(BriefDesk& desk, const BriefFacts& facts, const std::optional<Dyad>& main) {
  std::vector<const Ladder*> order;
  for (const Ladder& ladder : facts.ladders) order.push_back(&ladder);
  const auto of_main = [&](const Ladder* l) { return main && unordered({l->from, l->to}) == *main; };
  std::stable_sort(order.begin(), order.end(), [&](const Ladder* a, const Ladder* b) {
    return std::make_pair(of_main(a), claims_on(*a)) > std::make_pair(of_main(b), claims_on(*b));
  });
  std::vector<BriefLadder> out;
  for (const Ladder* ladder : order) {
    std::vector<BriefLine> lines = lines_of(desk, *ladder);
    if (of_main(ladder)) add_story(desk, *ladder, lines);
    out.push_back({*ladder, std::move(lines)});
  }
  return out;
}

}  // namespace entente
