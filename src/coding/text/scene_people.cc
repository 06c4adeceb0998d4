// Whom words for people stand for: titles and offices, residents of a place, people in numbers.
#include <algorithm>

#include "base/text.h"
#include "coding/text/scene.h"

namespace entente {

std::string Scene::kind_of_people(int word) const {
  const int title = title_at_[static_cast<size_t>(word)];
  const bool noun = tree_.at(word).upos == Upos::NOUN || tree_.at(word).upos == Upos::PROPN;
  if (title != nowhere && noun) return titles_[static_cast<size_t>(title)].title->suffix;
  for (int c : tree_.all(word, {Deprel::nmod_desc, Deprel::compound, Deprel::flat})) {  // "President Bouteflika"
    if (c < word && title_at_[static_cast<size_t>(c)] != nowhere && tree_.at(word).upos == Upos::PROPN)
      return kind_of_people(c);
  }
  if (!in_class(word, "quantity")) return "";
  for (int c : tree_.all(word, {Deprel::nmod})) {
    if (tree_.preposition(c) == "of") return kind_of_people(c);
  }
  return "";
}

/// "ethnic Albanians in Serbia", "the Turks of Bulgaria": people of the place where they live, not of their kin's
/// state.
Party Scene::residents(int people, int depth) const {
  const ActorId kin = principal(name_at(people)->actor);
  const auto home_at = [&](int word) {
    const std::string preposition = tree_.preposition(word);
    if (preposition != "in" && preposition != "of" && preposition != "near" && preposition != "across") return Party{};
    Party home = party_at(word, depth + 1);
    if (home.actors.size() != 1 || principal(home.actors.front()) == kin) return Party{};
    return Party{{ActorId(principal(home.actors.front()).str() + ":CVL")}, Party::Ground::owner, people};
  };
  for (int c : tree_.all(people, {Deprel::nmod})) {
    Party home = home_at(c);
    if (!home.empty()) return home;
  }
  if (!tree_.has_lemma_child(people, Deprel::amod, {"ethnic"})) return {};
  for (const Mention& name : names_) {  // the first other state that the sentence names
    const ActorId state = principal(name.actor);
    if (state == kin || is_bloc(state) || name.begin < people) continue;
    return {{ActorId(state.str() + ":CVL")}, Party::Ground::owner, people};
  }
  return {};
}

/// "hundreds of thousands of Algerians", "a group of Moroccan diplomats": people in numbers are no government.
Party Scene::counted_people(int noun, int depth) const {
  for (int c : tree_.all(noun, {Deprel::nmod})) {
    if (tree_.preposition(c) != "of") continue;
    Party party = party_at(c, depth + 1);
    const Mention* name = name_at(c);
    for (ActorId& actor : party.actors) {
      const bool people = name != nullptr && (name->form == NameForm::people || tree_.at(c).xpos == "NNPS");
      if (people && actor.str().find(':') == std::string::npos) actor = ActorId(actor.str() + ":CVL");
    }
    return party;
  }
  return {};
}

/// "Deputy Foreign Minister Sergei Ryabkov": the proper names after a title make a person.
std::optional<ActorId> Scene::named_person(const TitleMention& title, const ActorId& state) const {
  std::string name;
  for (int i = title.end; i < tree_.size() && i < title.end + 4; ++i) {
    if (tree_.at(i).upos != Upos::PROPN || name_at(i) != nullptr) break;
    name += (name.empty() ? "" : " ") + tree_.at(i).form;
  }
  if (name.empty()) return std::nullopt;
  return ActorId(principal(state).str() + ":" + name);
}

/// "Chrysler officials in Detroit": the proper name of a body that nobody knows stands before the title.
bool Scene::of_unknown_body(int title) const {
  const auto unknown = [&](int c) {
    return c < title && tree_.at(c).upos == Upos::PROPN && name_at(c) == nullptr &&
           title_at_[static_cast<size_t>(c)] == nowhere;
  };
  const auto before = tree_.all(title, {Deprel::compound, Deprel::amod, Deprel::nmod_poss});
  return tree_.at(title).upos == Upos::NOUN && std::any_of(before.begin(), before.end(), unknown);
}

Party Scene::title_holder(int word, int depth) const {
  const TitleMention& title = titles_[static_cast<size_t>(title_at_[static_cast<size_t>(word)])];
  // A named person stands right behind the title: "President Vladimir Putin".
  if (title.end < tree_.size()) {
    const Mention* next = name_at(title.end);
    if (next != nullptr && next->form == NameForm::person) return {{next->actor}, Party::Ground::named, word};
  }
  Party states = modifiers(word);
  if (states.empty()) states = possessors(word);
  if (states.empty() && of_unknown_body(word)) return {};
  if (states.empty()) {
    static constexpr std::string_view prepositions[] = {"of", "in", "from", "for", "at", "throughout", "across"};
    auto phrases = tree_.all(word, {Deprel::nmod});
    for (int c : tree_.all(word, {Deprel::acl})) {  // "a group based in Paris"
      if (!tree_.lemma_in(c, {"base", "locate", "headquarter"})) continue;
      const auto places = tree_.all(c, {Deprel::obl});
      phrases.insert(phrases.end(), places.begin(), places.end());
    }
    const int above = tree_.at(word).head;
    if (above != no_head && above < word && in_class(above, "quantity")) {  // "a group of teachers in Kenya"
      for (int c : tree_.all(above, {Deprel::nmod})) {
        if (c > word) phrases.push_back(c);
      }
    }
    for (const std::string_view preposition : prepositions) {
      for (int c : phrases) {
        if (tree_.preposition(c) != preposition) continue;
        states = party_at(c, depth + 1);
        if (!states.empty()) break;
      }
      if (!states.empty()) break;
    }
  }
  if (states.empty()) {
    for (int c : tree_.all(word, {Deprel::appos, Deprel::flat})) {
      states = single(c, depth + 1);
      if (!states.empty()) return states;
    }
    return {};
  }
  const bool singular = tree_.at(word).xpos != "NNS" && tree_.at(word).xpos != "NNPS";
  for (ActorId& state : states.actors) {
    const auto person = singular && title.title->suffix != "BUS" ? named_person(title, state) : std::nullopt;
    const auto holder = singular && !title.title->office.empty() && day_.known()
                            ? lexicon_.actors.holder(principal(state), title.title->office, day_)
                            : std::nullopt;
    const bool own_organ = state.str().find(':') != std::string::npos;
    if (person) {
      state = *person;
    } else if (holder) {
      state = *holder;
    } else if (!own_organ) {
      state = ActorId(state.str() + ":" + title.title->suffix);
    }
  }
  states.ground = Party::Ground::named;
  states.word = word;
  return states;
}

}  // namespace entente
