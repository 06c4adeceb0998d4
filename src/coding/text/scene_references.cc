// Whom words stand for that point back: "they", "the two countries", "the country".
#include <algorithm>

#include "base/text.h"
#include "coding/text/scene.h"

namespace entente {

/// "the two countries", "both nations", "all three", "these powers", "the country".
Party Scene::group_reference(int word) const {
  static const std::vector<std::pair<std::string_view, size_t>> numbers = {
      {"both", 2}, {"two", 2}, {"three", 3}, {"four", 4}};
  std::optional<size_t> size;
  bool definite = false;
  const auto look = [&](int w) {
    for (const auto& [text, n] : numbers) {
      if (to_lower(tree_.at(w).form) == text) size = n;
    }
    definite = definite || tree_.lemma_in(w, {"the", "these", "those", "this"});
  };
  look(word);
  for (int c : tree_.children(word)) {
    if (tree_.is(c, {Deprel::det, Deprel::nummod, Deprel::det_predet, Deprel::amod})) look(c);
  }
  if (!modifiers(word).empty() || !possessors(word).empty()) return {};
  ActorList actors;
  const bool plural = tree_.at(word).xpos == "NNS";
  if (size) {
    actors = group_before(word);
    if (actors.size() != *size) actors = discourse_.group(*size);
  } else if (definite && plural) {
    if (tree_.child(word, {Deprel::nmod, Deprel::acl_relcl}) != nowhere) return {};
    actors = discourse_.group(0);
  } else if (definite && tree_.lemma_in(word, {"country", "nation", "republic", "regime"})) {
    const Party subject = subject_before(word, 1);
    const ActorId other = subject.empty() ? ActorId{} : principal(subject.actors.front());
    for (const Mention& name : names_) {
      if (name.end <= word && principal(name.actor) != other && name.form != NameForm::city)
        actors = {principal(name.actor)};
    }
    if (actors.empty()) actors = discourse_.last_named_but(other);
  }
  if (actors.empty()) return {};
  return {actors, Party::Ground::reference, word};
}

/// The actors coordinated with each other closest before a word.
ActorList Scene::group_before(int word) const {
  ActorList best;
  for (int i = 0; i < word; ++i) {
    if (name_at(i) == nullptr || tree_.relation(i) == Deprel::conj) continue;
    ActorList group;
    for (int w : tree_.conjuncts(i)) {
      if (const Mention* name = name_at(w); name != nullptr && w < word) add_actors(group, {principal(name->actor)});
    }
    if (group.size() > 1) best = group;
  }
  return best;
}

/// The actor that is subject of the clause around a word, or of a clause around that, if it stands before the word.
Party Scene::subject_before(int word, int depth) const {
  for (int clause = tree_.clause_of(word); clause != nowhere && clause != no_head;) {
    for (int s : tree_.subjects(clause)) {
      if (s >= word || tree_.dominates(s, word)) continue;
      if (tree_.at(s).upos == Upos::PRON && s == word) continue;
      Party subject = party_at(s, depth + 1);
      // "The company said its ...", "Mr Lim said he ...": somebody whom nobody knows is meant, not one named before.
      if (!subject.empty() || can_be_meant(s)) {
        subject.word = s;
        return subject;
      }
    }
    clause = tree_.head(clause) == no_head ? nowhere : tree_.clause_of(tree_.head(clause));
  }
  return {};
}

/// A noun for people, a body or a person: what a pronoun after it stands for.
bool Scene::can_be_meant(int noun) const {
  if (tree_.at(noun).upos == Upos::PROPN) return true;
  const int verb = tree_.head(noun);
  const bool says = verb != no_head && in_class(verb, "speech");
  return tree_.at(noun).upos == Upos::NOUN && (says || !kind_of_people(noun).empty());
}

/// A proper name that neither the lexicon nor a title makes anybody's.
bool Scene::is_unknown_person(int noun) const {
  if (tree_.at(noun).upos != Upos::PROPN || !kind_of_people(noun).empty()) return false;
  const auto parts = tree_.all(noun, {Deprel::flat, Deprel::compound, Deprel::nmod_desc});
  return name_at(noun) == nullptr &&
         std::all_of(parts.begin(), parts.end(), [&](int c) { return name_at(c) == nullptr; });
}

int Scene::referent(int word) const {
  if (tree_.at(word).upos != Upos::PRON) return word;
  const int subject = subject_before(word, 1).word;
  return subject == nowhere ? word : subject;
}

Party Scene::reference(int word, int depth) const {
  if (depth > deepest) return {};
  const bool plural = tree_.lemma_in(word, {"they", "their", "them", "themselves", "theirs"}) ||
                      to_lower(tree_.at(word).form) == "their" || to_lower(tree_.at(word).form) == "them";
  const bool singular = tree_.lemma_in(word, {"it", "its", "itself"}) || to_lower(tree_.at(word).form) == "its";
  const bool person = tree_.lemma_in(word, {"he", "she", "his", "her", "him", "himself", "herself"});
  if (tree_.lemma_in(word, {"both", "all"})) return group_reference(word);
  if (!plural && !singular && !person) return {};
  Party subject = subject_before(word, depth + 1);
  if (subject.empty() && subject.word != nowhere) return {};
  if (plural) {
    const bool many =
        subject.word != nowhere && (tree_.at(subject.word).xpos == "NNS" || tree_.at(subject.word).xpos == "NNPS");
    if (subject.actors.size() > 1 || (many && !subject.empty()))
      return {subject.actors, Party::Ground::reference, word};
    ActorList group = group_before(word);
    if (group.empty()) group = discourse_.plural();
    return {group, Party::Ground::reference, word};
  }
  if (person) {
    for (const int s : tree_.subjects(tree_.root())) {  // "Deaver, a friend of Reagan, ... his": of somebody unknown
      if (s < word && is_unknown_person(s)) return {};
    }
    for (const Mention& name : names_) {
      if (name.end <= word && name.form == NameForm::person) return {{name.actor}, Party::Ground::reference, word};
    }
    const bool people =
        subject.word != nowhere && (tree_.at(subject.word).xpos == "NNS" || tree_.at(subject.word).xpos == "NNPS");
    if (subject.actors.size() == 1 && !people) return {subject.actors, Party::Ground::reference, word};
    return {discourse_.person(), Party::Ground::reference, word};
  }
  if (subject.actors.size() == 1) return {subject.actors, Party::Ground::reference, word};
  if (!subject.empty()) return {};
  for (const Mention& name : names_) {  // "While Russia ..., it ...": the first one named in a clause before
    const bool preposed =
        tree_.is(tree_.clause_of(name.begin), {Deprel::advcl}) && tree_.clause_of(name.begin) != tree_.clause_of(word);
    if (name.end <= word && name.form != NameForm::city && preposed) {
      return {{principal(name.actor)}, Party::Ground::reference, word};
    }
  }
  return {discourse_.singular(), Party::Ground::reference, word};
}

}  // namespace entente
