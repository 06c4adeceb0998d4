// Phrases of the ladder of support. A phrase matches whole words, its plural too; a star stands for any ending.
#include "relations/ladder_words.h"

#include <algorithm>
#include <array>

#include "relations/plain_words.h"

namespace entente {

namespace {

struct RungPhrase {
  Rung rung;
  std::string_view words;
};

constexpr std::array rung_phrases = {
    RungPhrase{Rung::words, "praise"},
    RungPhrase{Rung::words, "statement"},
    RungPhrase{Rung::words, "rhetoric*"},
    RungPhrase{Rung::words, "verbal*"},
    RungPhrase{Rung::words, "sympath*"},
    RungPhrase{Rung::diplomatic, "diplomatic"},
    RungPhrase{Rung::diplomatic, "veto*"},
    RungPhrase{Rung::diplomatic, "recognition"},
    RungPhrase{Rung::diplomatic, "mediat*"},
    RungPhrase{Rung::diplomatic, "security council"},
    RungPhrase{Rung::diplomatic, "political support"},
    RungPhrase{Rung::diplomatic, "political backing"},
    RungPhrase{Rung::economic, "economic*"},
    RungPhrase{Rung::economic, "loan"},
    RungPhrase{Rung::economic, "credit"},
    RungPhrase{Rung::economic, "grant"},
    RungPhrase{Rung::economic, "money"},
    RungPhrase{Rung::economic, "financ*"},
    RungPhrase{Rung::economic, "investment"},
    RungPhrase{Rung::economic, "trade"},
    RungPhrase{Rung::economic, "tariff"},
    RungPhrase{Rung::economic, "debt relief"},
    RungPhrase{Rung::economic, "relief"},
    RungPhrase{Rung::economic, "humanitarian"},
    RungPhrase{Rung::economic, "food"},
    RungPhrase{Rung::economic, "grain"},
    RungPhrase{Rung::economic, "fuel"},
    RungPhrase{Rung::economic, "oil"},
    RungPhrase{Rung::economic, "gas"},
    RungPhrase{Rung::economic, "payment*"},
    RungPhrase{Rung::technical, "technical"},
    RungPhrase{Rung::technical, "technolog*"},
    RungPhrase{Rung::technical, "dual use"},
    RungPhrase{Rung::technical, "satellite"},
    RungPhrase{Rung::technical, "electronics"},
    RungPhrase{Rung::technical, "semiconductor"},
    RungPhrase{Rung::technical, "chip"},
    RungPhrase{Rung::technical, "machine tool"},
    RungPhrase{Rung::technical, "reactor"},
    RungPhrase{Rung::technical, "enrichment"},
    RungPhrase{Rung::technical, "nuclear power"},
    RungPhrase{Rung::technical, "nuclear plant"},
    RungPhrase{Rung::technical, "spare part"},
    RungPhrase{Rung::arms, "arms"},
    RungPhrase{Rung::arms, "weapon*"},
    RungPhrase{Rung::arms, "ammunition"},
    RungPhrase{Rung::arms, "munition"},
    RungPhrase{Rung::arms, "shell"},
    RungPhrase{Rung::arms, "artillery"},
    RungPhrase{Rung::arms, "drone"},
    RungPhrase{Rung::arms, "uav"},
    RungPhrase{Rung::arms, "rifle"},
    RungPhrase{Rung::arms, "armour"},
    RungPhrase{Rung::arms, "armor"},
    RungPhrase{Rung::arms, "armament"},
    RungPhrase{Rung::arms, "military aid"},
    RungPhrase{Rung::arms, "military support"},
    RungPhrase{Rung::arms, "military hardware"},
    RungPhrase{Rung::arms, "military equipment"},
    RungPhrase{Rung::arms, "lethal"},
    RungPhrase{Rung::arms, "rocket"},
    RungPhrase{Rung::advanced_arms, "advanced"},
    RungPhrase{Rung::advanced_arms, "sophisticated"},
    RungPhrase{Rung::advanced_arms, "state of the art"},
    RungPhrase{Rung::advanced_arms, "full spectrum"},
    RungPhrase{Rung::advanced_arms, "fighter jet"},
    RungPhrase{Rung::advanced_arms, "fighter aircraft"},
    RungPhrase{Rung::advanced_arms, "combat aircraft"},
    RungPhrase{Rung::advanced_arms, "warplane"},
    RungPhrase{Rung::advanced_arms, "aircraft"},
    RungPhrase{Rung::advanced_arms, "fighter"},
    RungPhrase{Rung::advanced_arms, "air defence"},
    RungPhrase{Rung::advanced_arms, "air defense"},
    RungPhrase{Rung::advanced_arms, "ballistic"},
    RungPhrase{Rung::advanced_arms, "cruise missile"},
    RungPhrase{Rung::advanced_arms, "missile"},
    RungPhrase{Rung::advanced_arms, "long range"},
    RungPhrase{Rung::advanced_arms, "submarine"},
    RungPhrase{Rung::advanced_arms, "warship"},
    RungPhrase{Rung::advanced_arms, "main battle tank"},
    RungPhrase{Rung::advanced_arms, "stealth"},
    RungPhrase{Rung::advisers, "advis*"},
    RungPhrase{Rung::advisers, "intelligence"},
    RungPhrase{Rung::advisers, "reconnaissance"},
    RungPhrase{Rung::advisers, "targeting data"},
    RungPhrase{Rung::advisers, "military training"},
    RungPhrase{Rung::advisers, "trainer"},
    RungPhrase{Rung::fighting, "troop"},
    RungPhrase{Rung::fighting, "soldier"},
    RungPhrase{Rung::fighting, "ground force"},
    RungPhrase{Rung::fighting, "combat"},
    RungPhrase{Rung::fighting, "fight"},
    RungPhrase{Rung::fighting, "fighting"},
    RungPhrase{Rung::fighting, "interven*"},
    RungPhrase{Rung::fighting, "direct military"},
    RungPhrase{Rung::fighting, "direct involvement"},
    RungPhrase{Rung::fighting, "military involvement"},
    RungPhrase{Rung::fighting, "enter the war"},
    RungPhrase{Rung::fighting, "join the war"},
    RungPhrase{Rung::mutual_defence, "mutual defence"},
    RungPhrase{Rung::mutual_defence, "mutual defense"},
    RungPhrase{Rung::mutual_defence, "collective defence"},
    RungPhrase{Rung::mutual_defence, "collective defense"},
    RungPhrase{Rung::mutual_defence, "security guarantee"},
    RungPhrase{Rung::mutual_defence, "military alliance"},
    RungPhrase{Rung::mutual_defence, "defend"},
    RungPhrase{Rung::mutual_defence, "defending"},
    RungPhrase{Rung::mutual_defence, "alliance"},
};

constexpr std::array<std::string_view, 11> no_support = {"confront*", "clash*",    "escalat*",  "limit",
                                                         "restrain*", "sanction*", "attack*",   "strike",
                                                         "invad*",    "rupture",   "break with"};

}  // namespace

std::optional<Rung> rung_in(std::string_view text, const std::vector<Rung>& allowed) {
  const std::string words = plain_words(text);
  std::optional<Rung> highest;
  for (const RungPhrase& phrase : rung_phrases) {
    const bool may = std::find(allowed.begin(), allowed.end(), phrase.rung) != allowed.end();
    if (may && (!highest || phrase.rung > *highest) && speaks_of(words, phrase.words)) highest = phrase.rung;
  }
  return highest;
}

bool speaks_of_no_support(std::string_view text) {
  const std::string words = plain_words(text);
  return std::any_of(no_support.begin(), no_support.end(), [&](std::string_view w) { return speaks_of(words, w); });
}

}  // namespace entente
