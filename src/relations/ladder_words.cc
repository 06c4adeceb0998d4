// Phrases of the ladder of support. A phrase matches whole words, its plural too; a star stands for any ending.
#include "relations/ladder_words.h"

#include <algorithm>
#include <array>

#include "relations/plain_words.h"

namespace entente {

namespace {

struct Phrase {
  Rung rung;
  std::string_view words;
};

constexpr std::array phrases = {
    Phrase{Rung::words, "praise"},
    Phrase{Rung::words, "statement"},
    Phrase{Rung::words, "rhetoric*"},
    Phrase{Rung::words, "verbal*"},
    Phrase{Rung::words, "sympath*"},
    Phrase{Rung::diplomatic, "diplomatic"},
    Phrase{Rung::diplomatic, "veto*"},
    Phrase{Rung::diplomatic, "recognition"},
    Phrase{Rung::diplomatic, "mediat*"},
    Phrase{Rung::diplomatic, "security council"},
    Phrase{Rung::diplomatic, "political support"},
    Phrase{Rung::diplomatic, "political backing"},
    Phrase{Rung::economic, "economic*"},
    Phrase{Rung::economic, "loan"},
    Phrase{Rung::economic, "credit"},
    Phrase{Rung::economic, "grant"},
    Phrase{Rung::economic, "money"},
    Phrase{Rung::economic, "financ*"},
    Phrase{Rung::economic, "investment"},
    Phrase{Rung::economic, "trade"},
    Phrase{Rung::economic, "tariff"},
    Phrase{Rung::economic, "debt relief"},
    Phrase{Rung::economic, "relief"},
    Phrase{Rung::economic, "humanitarian"},
    Phrase{Rung::economic, "food"},
    Phrase{Rung::economic, "grain"},
    Phrase{Rung::economic, "fuel"},
    Phrase{Rung::economic, "oil"},
    Phrase{Rung::economic, "gas"},
    Phrase{Rung::economic, "payment*"},
    Phrase{Rung::technical, "technical"},
    Phrase{Rung::technical, "technolog*"},
    Phrase{Rung::technical, "dual use"},
    Phrase{Rung::technical, "satellite"},
    Phrase{Rung::technical, "electronics"},
    Phrase{Rung::technical, "semiconductor"},
    Phrase{Rung::technical, "chip"},
    Phrase{Rung::technical, "machine tool"},
    Phrase{Rung::technical, "reactor"},
    Phrase{Rung::technical, "enrichment"},
    Phrase{Rung::technical, "nuclear power"},
    Phrase{Rung::technical, "nuclear plant"},
    Phrase{Rung::technical, "spare part"},
    Phrase{Rung::arms, "arms"},
    Phrase{Rung::arms, "weapon*"},
    Phrase{Rung::arms, "ammunition"},
    Phrase{Rung::arms, "munition"},
    Phrase{Rung::arms, "shell"},
    Phrase{Rung::arms, "artillery"},
    Phrase{Rung::arms, "drone"},
    Phrase{Rung::arms, "uav"},
    Phrase{Rung::arms, "rifle"},
    Phrase{Rung::arms, "armour"},
    Phrase{Rung::arms, "armor"},
    Phrase{Rung::arms, "armament"},
    Phrase{Rung::arms, "military aid"},
    Phrase{Rung::arms, "military support"},
    Phrase{Rung::arms, "military hardware"},
    Phrase{Rung::arms, "military equipment"},
    Phrase{Rung::arms, "lethal"},
    Phrase{Rung::arms, "rocket"},
    Phrase{Rung::advanced_arms, "advanced"},
    Phrase{Rung::advanced_arms, "sophisticated"},
    Phrase{Rung::advanced_arms, "state of the art"},
    Phrase{Rung::advanced_arms, "full spectrum"},
    Phrase{Rung::advanced_arms, "fighter jet"},
    Phrase{Rung::advanced_arms, "fighter aircraft"},
    Phrase{Rung::advanced_arms, "combat aircraft"},
    Phrase{Rung::advanced_arms, "warplane"},
    Phrase{Rung::advanced_arms, "aircraft"},
    Phrase{Rung::advanced_arms, "fighter"},
    Phrase{Rung::advanced_arms, "air defence"},
    Phrase{Rung::advanced_arms, "air defense"},
    Phrase{Rung::advanced_arms, "ballistic"},
    Phrase{Rung::advanced_arms, "cruise missile"},
    Phrase{Rung::advanced_arms, "missile"},
    Phrase{Rung::advanced_arms, "long range"},
    Phrase{Rung::advanced_arms, "submarine"},
    Phrase{Rung::advanced_arms, "warship"},
    Phrase{Rung::advanced_arms, "main battle tank"},
    Phrase{Rung::advanced_arms, "stealth"},
    Phrase{Rung::advisers, "advis*"},
    Phrase{Rung::advisers, "intelligence"},
    Phrase{Rung::advisers, "reconnaissance"},
    Phrase{Rung::advisers, "targeting data"},
    Phrase{Rung::advisers, "military training"},
    Phrase{Rung::advisers, "trainer"},
    Phrase{Rung::fighting, "troop"},
    Phrase{Rung::fighting, "soldier"},
    Phrase{Rung::fighting, "ground force"},
    Phrase{Rung::fighting, "combat"},
    Phrase{Rung::fighting, "fight"},
    Phrase{Rung::fighting, "fighting"},
    Phrase{Rung::fighting, "interven*"},
    Phrase{Rung::fighting, "direct military"},
    Phrase{Rung::fighting, "direct involvement"},
    Phrase{Rung::fighting, "military involvement"},
    Phrase{Rung::fighting, "enter the war"},
    Phrase{Rung::fighting, "join the war"},
    Phrase{Rung::mutual_defence, "mutual defence"},
    Phrase{Rung::mutual_defence, "mutual defense"},
    Phrase{Rung::mutual_defence, "collective defence"},
    Phrase{Rung::mutual_defence, "collective defense"},
    Phrase{Rung::mutual_defence, "security guarantee"},
    Phrase{Rung::mutual_defence, "military alliance"},
    Phrase{Rung::mutual_defence, "defend"},
    Phrase{Rung::mutual_defence, "defending"},
    Phrase{Rung::mutual_defence, "alliance"},
};

constexpr std::array<std::string_view, 11> no_support = {"confront*", "clash*",    "escalat*",  "limit",
                                                         "restrain*", "sanction*", "attack*",   "strike",
                                                         "invad*",    "rupture",   "break with"};

}  // namespace

std::optional<Rung> rung_in(std::string_view text, const std::vector<Rung>& allowed) {
  const std::string words = plain_words(text);
  std::optional<Rung> highest;
  for (const Phrase& phrase : phrases) {
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
