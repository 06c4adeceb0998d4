// The what-ifs that a brief's claims suggest: on tariffs, on payment rails, on how far support goes.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "engine/brief_desk.h"

namespace entente {

namespace {

constexpr std::array<const char*, 5> words_of_trade = {"tariff", "customs", "free trade", "trade agreement",
                                                       "trade deal"};
constexpr std::array<const char*, 6> words_of_rails = {"payment",   "swift",          "interbank",
                                                       "bank card", "banking system", "bank network"};

template <size_t N>
bool speaks_of(const std::string& text, const std::array<const char*, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const char* word) { return text.find(word) != std::string::npos; });
}

bool is_state_id(const ActorId& id) {
  const std::string& text = id.str();
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_of_pair(const Claim& claim, const Dyad& pair) {
  const std::vector<Dyad> all = dyads(claim);
  return std::any_of(all.begin(), all.end(), [&](const Dyad& one) { return unordered(one) == unordered(pair); });
}

}  // namespace

std::vector<BriefLine> write_scenarios(BriefDesk& desk, const BriefFacts& facts, const std::optional<Dyad>& main) {
  std::vector<BriefLine> out;
  if (!main || !is_state_id(main->from) || !is_state_id(main->to)) return out;
  std::vector<ClaimId> trade, rails;
  for (const Claim& claim : desk.claims()) {
    if (!is_of_pair(claim, *main)) continue;
    const std::string text = to_lower(desk.sentence_of(claim));
    if (speaks_of(text, words_of_trade)) trade.push_back(claim.id());
    if (speaks_of(text, words_of_rails)) rails.push_back(claim.id());
  }
  const std::string pair = desk.both(*main), ids = main->from.str() + " " + main->to.str();
  if (!trade.empty()) {
    out.push_back(desk.line(
        "Trade between " + pair + ": what would an agreement do? entente whatif trade --between " + ids, trade));
  }
  if (!rails.empty()) {
    out.push_back(desk.line(
        "Payments between " + pair + ": what can be settled, by which rails? entente whatif rails --between " + ids,
        rails));
  }
  for (const Ladder& ladder : facts.ladders) {
    const std::optional<Rung> stopped = ladder.stopped();
    if (unordered({ladder.from, ladder.to}) != unordered(*main) || !stopped) continue;
    const RungRecord& record = ladder.rungs[static_cast<size_t>(*stopped)];
    std::vector<ClaimId> grounds = record.refused;
    append(grounds, record.withheld);
    append(grounds, record.excluded);
    out.push_back(desk.line("Support for " + desk.name(ladder.to) +
                                ": who would bargain where? entente whatif bargain --propose " + ladder.to.str(),
                            grounds));
  }
  return out;
}

}  // namespace entente
