// Phrases that name kinds of acts. A phrase matches whole words, with the endings of its part of speech.
#include "relations/act_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "relations/plain_words.h"

namespace entente {

namespace {

struct Phrase {
  ClaimType type;
  std::string_view words;
};

constexpr std::array phrases = {
    // force
    Phrase{ClaimType::assault, "attack*"},
    Phrase{ClaimType::assault, "strike*"},
    Phrase{ClaimType::assault, "striking"},
    Phrase{ClaimType::assault, "airstrike*"},
    Phrase{ClaimType::assault, "shelling"},
    Phrase{ClaimType::assault, "bomb"},
    Phrase{ClaimType::assault, "bombing"},
    Phrase{ClaimType::assault, "bombard*"},
    Phrase{ClaimType::assault, "invad*"},
    Phrase{ClaimType::assault, "invasion"},
    Phrase{ClaimType::assault, "interven*"},
    Phrase{ClaimType::assault, "military action*"},
    Phrase{ClaimType::assault, "military operation*"},
    Phrase{ClaimType::assault, "military force"},
    Phrase{ClaimType::assault, "use of force"},
    Phrase{ClaimType::assault, "use force"},
    Phrase{ClaimType::assault, "using force"},
    Phrase{ClaimType::assault, "aggression"},
    Phrase{ClaimType::assault, "offensive*"},
    Phrase{ClaimType::assault, "incursion*"},
    Phrase{ClaimType::assault, "raid*"},
    Phrase{ClaimType::assault, "fire at"},
    Phrase{ClaimType::assault, "fire on"},
    Phrase{ClaimType::assault, "fire missile*"},
    Phrase{ClaimType::assault, "shoot*"},
    Phrase{ClaimType::assault, "kill*"},
    Phrase{ClaimType::assault, "assassinat*"},
    Phrase{ClaimType::assault, "chemical weapon*"},
    Phrase{ClaimType::assault, "destroy*"},
    // readiness
    Phrase{ClaimType::mobilize, "deploy*"},
    Phrase{ClaimType::mobilize, "mobiliz*"},
    Phrase{ClaimType::mobilize, "mobilis*"},
    Phrase{ClaimType::mobilize, "troop*"},
    Phrase{ClaimType::mobilize, "stationing"},
    Phrase{ClaimType::mobilize, "military exercise*"},
    Phrase{ClaimType::mobilize, "drill*"},
    // compulsion
    Phrase{ClaimType::coerce, "seiz*"},
    Phrase{ClaimType::coerce, "blockad*"},
    Phrase{ClaimType::coerce, "block the"},
    Phrase{ClaimType::coerce, "close the strait"},
    Phrase{ClaimType::coerce, "annex*"},
    Phrase{ClaimType::coerce, "occup*"},
    Phrase{ClaimType::coerce, "arrest*"},
    Phrase{ClaimType::coerce, "hack*"},
    Phrase{ClaimType::coerce, "cyberattack*"},
    // sanctions and breaks
    Phrase{ClaimType::sanction, "sanction*"},
    Phrase{ClaimType::sanction, "embargo*"},
    Phrase{ClaimType::sanction, "tariff*"},
    Phrase{ClaimType::sanction, "expel*"},
    Phrase{ClaimType::sanction, "cut off"},
    Phrase{ClaimType::sanction, "cut ties"},
    Phrase{ClaimType::sanction, "break* off"},
    Phrase{ClaimType::sanction, "sever"},
    Phrase{ClaimType::sanction, "severing"},
    // help to others
    Phrase{ClaimType::aid, "arming"},
    Phrase{ClaimType::aid, "sell* arms"},
    Phrase{ClaimType::aid, "arms sale*"},
    Phrase{ClaimType::aid, "supply*"},
    Phrase{ClaimType::aid, "supplies"},
    Phrase{ClaimType::aid, "deliver*"},
    Phrase{ClaimType::aid, "provid*"},
    Phrase{ClaimType::aid, "send* weapon*"},
    Phrase{ClaimType::aid, "send* arms"},
    Phrase{ClaimType::aid, "send* missile*"},
    Phrase{ClaimType::aid, "aiding"},
    Phrase{ClaimType::aid, "harbor*"},
    Phrase{ClaimType::aid, "harbour*"},
    Phrase{ClaimType::aid, "shelter*"},
    // recognition and signatures
    Phrase{ClaimType::support_act, "recogni*"},
    Phrase{ClaimType::support_act, "sign a"},
    Phrase{ClaimType::support_act, "signing"},
    Phrase{ClaimType::support_act, "join nato"},
    Phrase{ClaimType::support_act, "joining nato"},
    Phrase{ClaimType::support_act, "ratif*"},
    // visits and talks
    Phrase{ClaimType::consult, "visit*"},
    Phrase{ClaimType::consult, "meeting with"},
    Phrase{ClaimType::consult, "host"},
    Phrase{ClaimType::consult, "hosting"},
};

}  // namespace

std::vector<ClaimType> acts_in(std::string_view words) {
  const std::string text = plain_words(words);
  std::vector<std::pair<size_t, ClaimType>> found;
  for (const Phrase& phrase : phrases) {
    const size_t at = place_of(text, phrase.words);
    if (at != std::string::npos) found.emplace_back(at, phrase.type);
  }
  std::sort(found.begin(), found.end());
  std::vector<ClaimType> out;
  for (const auto& [at, type] : found) {
    if (std::find(out.begin(), out.end(), type) == out.end()) out.push_back(type);
  }
  return out;
}

}  // namespace entente
