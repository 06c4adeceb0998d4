// Who owns or makes what a noun names: "Israeli strikes", "the actions of Israel", "its offer".
#include <algorithm>

#include "base/text.h"
#include "coding/text/scene.h"

namespace entente {

/// "Togo, one of Ghana's old friends that ...": the word that a noun in apposition describes.
int Scene::bearer(int noun) const {
  const int up = tree_.head(noun);
  if (tree_.is(noun, {Deprel::appos})) return up;
  const bool one_of =
      up != no_head && tree_.is(noun, {Deprel::nmod}) && tree_.preposition(noun) == "of" && tree_.lemma_in(up, {"one"});
  return one_of && tree_.is(up, {Deprel::appos, Deprel::conj, Deprel::nmod}) ? tree_.head(up) : nowhere;
}

/// "powers like China and Russia": the noun stands for those that are named as its examples.
Party Scene::named_as_examples(int noun, int depth) const {
  for (int c : tree_.all(noun, {Deprel::nmod})) {
    const std::string preposition = tree_.preposition(c);
    if (preposition == "like" || preposition == "such_as" || preposition == "including") return party_at(c, depth + 1);
  }
  return {};
}

bool Scene::is_bloc(const ActorId& actor) const {
  const Actor* entry = lexicon_.actors.find(actor);
  return entry != nullptr && entry->kind == ActorKind::bloc;
}

bool Scene::is_state(const ActorId& actor) const {
  const Actor* entry = lexicon_.actors.find(actor);
  return entry != nullptr && entry->kind == ActorKind::state;
}

/// A proper name of several words that the lexicon doesn't know: "British Printing", "American Motors".
bool Scene::is_unknown_name(int noun) const {
  const bool joined = noun > 0 && name_at(noun - 1) != nullptr && name_at(noun) == nullptr;
  return joined && tree_.at(noun).upos == Upos::PROPN && is_ascii_upper(tree_.at(noun).form.front()) &&
         title_at_[static_cast<size_t>(noun)] == nowhere;
}

/// "The Paris pact", "the Geneva talks": the town tells where, not whose.
bool Scene::named_after_town(int noun) const {
  if (!in_class(noun, "pact") && !in_class(noun, "talks") && !in_class(noun, "meeting")) return false;
  bool town = false;
  for (int c : tree_.all(noun, {Deprel::compound, Deprel::nmod_desc, Deprel::flat})) {
    const Mention* name = name_at(c);
    if (name == nullptr) continue;
    if (name->form != NameForm::city && name->form != NameForm::capital) return false;
    town = true;
  }
  return town;
}

/// Who owns or makes a thing or an act: "Israeli strikes", "the actions of Israel", "a village in Cambodia".
Party Scene::owner(int noun, int depth) const {
  if (is_unknown_name(noun)) return {};
  if (tree_.child(noun, {Deprel::cop}) != nowhere) {  // "Egypt is the only Arab country which ...": Egypt it is
    for (int subject : tree_.all(noun, {Deprel::nsubj})) return party_at(subject, depth + 1);
  }
  const bool relational = in_class(noun, "relational");
  Party found = named_after_town(noun) ? Party{} : modifiers(noun);
  if (found.empty() && !relational) found = possessors(noun);
  if (found.empty() && !relational) {
    static constexpr std::string_view prepositions[] = {"by", "of", "from", "in", "at", "near", "within", "across"};
    for (const std::string_view preposition : prepositions) {
      for (int c : tree_.all(noun, {Deprel::nmod})) {
        if (tree_.preposition(c) != preposition) continue;
        found = party_at(c, depth + 1);
        if (!found.empty()) break;
      }
      if (!found.empty()) break;
    }
  }
  if (found.empty()) return unowned(noun);
  found.word = noun;
  if (found.ground == Party::Ground::named) found.ground = Party::Ground::owner;
  const std::string suffix = in_class(noun, "movement") ? "CVL" : suffix_of_modifiers(noun);
  for (ActorId& actor : found.actors) {
    if (!suffix.empty() && actor.str().find(':') == std::string::npos) actor = ActorId(actor.str() + ":" + suffix);
  }
  return found;
}

/// A noun without an owner that points back: "this offer" is the last actor's, "the partnership" that of the pair.
Party Scene::unowned(int noun) const {
  const bool points = tree_.has_lemma_child(noun, Deprel::det, {"this", "that", "these", "those", "such"});
  if (points && in_class(noun, "deed")) return {discourse_.last_doer(), Party::Ground::reference, noun};
  if (in_class(noun, "bond") && !tree_.has_lemma_child(noun, Deprel::det, {"a", "an", "any", "no"})) {
    return {discourse_.topic_pair(), Party::Ground::topic, noun};
  }
  return {};
}

/// "opposition groups", "rebel forces": the organ that a title before the noun makes of its owner; empty if none does.
std::string Scene::suffix_of_modifiers(int noun) const {
  for (int c : tree_.all(noun, {Deprel::compound, Deprel::amod})) {
    const int title = title_at_[static_cast<size_t>(c)];
    const bool noun = tree_.at(c).upos == Upos::NOUN || tree_.at(c).upos == Upos::PROPN;
    if (title != nowhere && noun && name_at(c) == nullptr) return titles_[static_cast<size_t>(title)].title->suffix;
  }
  return "";
}

Party Scene::possessors(int noun) const {
  Party found;
  for (int c : tree_.all(noun, {Deprel::nmod_poss})) {
    if (tree_.at(c).upos == Upos::PRON) {
      found = reference(c, 1);
    } else {
      found = party_at(c, 1);
    }
    if (!found.empty()) return found;
  }
  return found;
}

Party Scene::modifiers(int noun) const {
  Party found;
  std::vector<int> named;
  std::vector<int> open = {noun};
  for (size_t next = 0; next < open.size(); ++next) {
    for (int c : tree_.children(open[next])) {
      const bool modifier =
          tree_.is(c, {Deprel::amod, Deprel::compound, Deprel::flat, Deprel::nmod_desc, Deprel::det, Deprel::dep,
                       Deprel::nmod_unmarked, Deprel::obl_unmarked, Deprel::advmod, Deprel::obl, Deprel::nummod});
      const bool joined = open[next] != noun && tree_.relation(c) == Deprel::conj;
      if (c > noun || (!modifier && !joined) || tree_.preposition(c) == "than") continue;
      // "Iranian-backed", "Israeli-occupied": only what is led or made by somebody is theirs.
      if (tree_.at(c).upos == Upos::VERB && !tree_.lemma_in(c, {"lead", "run", "control", "own"})) continue;
      if (name_at(c) != nullptr) named.push_back(c);
      open.push_back(c);
    }
  }
  std::sort(named.begin(), named.end());
  for (int w : named) add_actors(found.actors, {name_at(w)->actor});
  if (!found.empty()) found.word = noun;
  return found;
}

}  // namespace entente
