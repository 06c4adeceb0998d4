// Testing conditions on the words around an act.
#include "coding/text/entry_match.h"

#include <algorithm>

#include "base/text.h"
#include "coding/text/slots.h"

namespace entente {

namespace {

bool is_one_of(const Tree& tree, int word, const Condition& condition) {
  return condition.lemmas.contains(tree.at(word).lemma) || condition.lemmas.contains(to_lower(tree.at(word).form));
}

bool lemma_matches(const Tree& tree, int word, const Condition& condition) {
  if (condition.any_word) return true;
  if (tree.lemma_in(word, {"conference"}) && tree.has_lemma_child(word, Deprel::compound, {"news", "press"}))
    return false;  // held for reporters
  if (is_one_of(tree, word, condition)) return true;
  // "Ended its mediation effort": the noun before tells what the effort is.
  if (!tree.lemma_in(word, {"effort", "process", "operation", "activity", "work", "mission", "programme", "program"}))
    return false;
  const auto before = tree.all(word, {Deprel::compound});
  return std::any_of(before.begin(), before.end(), [&](int c) { return is_one_of(tree, c, condition); });
}

/// The words among which the condition looks.
std::vector<int> looked_at(const Tree& tree, int word, const Condition& condition) {
  switch (condition.place) {
    case Condition::Place::open_complement: {
      auto found = tree.all(word, {Deprel::xcomp});
      if (tree.at(word).upos == Upos::NOUN) found = tree.all(word, {Deprel::acl});  // "the threat to bomb"
      for (int c : tree.all(word, {Deprel::advcl})) {  // "threatened on Monday to break": parsed as a purpose
        if (tree.has_lemma_child(c, Deprel::mark, {"to"})) found.push_back(c);
      }
      return found;
    }
    case Condition::Place::own_case:
      return tree.all(word, {Deprel::case_});
    case Condition::Place::head_below: {
      std::vector<int> found;
      for (int clause : tree.all(word, {Deprel::ccomp, Deprel::xcomp, Deprel::acl, Deprel::advcl})) {
        for (int c : tree.all(clause, {Deprel::aux, Deprel::advmod, Deprel::mark, Deprel::aux_pass}))
          found.push_back(c);
      }
      return found;
    }
    case Condition::Place::slot:
      if (condition.slot.kind == Slot::Kind::complement && condition.any_word) return clauses_below(tree, word);
      return slot_words(tree, word, condition.slot);
  }
  return {};
}

bool holds(const Tree& tree, int word, const Condition& condition) {
  const auto words = looked_at(tree, word, condition);
  const bool found = std::any_of(words.begin(), words.end(), [&](int w) {
    const auto joined = tree.conjuncts(w);
    return std::any_of(joined.begin(), joined.end(), [&](int j) { return lemma_matches(tree, j, condition); });
  });
  return found != condition.forbidden;
}

bool fits(const Tree& tree, int word, const Predicate& entry) {
  return has_particles(tree, word, entry.particles) &&
         std::all_of(entry.conditions.begin(), entry.conditions.end(),
                     [&](const Condition& condition) { return holds(tree, word, condition); });
}

}  // namespace

const Predicate* matching_entry(const Tree& tree, int word, const std::vector<Predicate>& entries) {
  const auto first =
      std::find_if(entries.begin(), entries.end(), [&](const Predicate& p) { return fits(tree, word, p); });
  return first == entries.end() ? nullptr : &*first;
}

std::vector<const Predicate*> matching_entries(const Tree& tree, int word, const std::vector<Predicate>& entries) {
  std::vector<const Predicate*> found;
  for (const Predicate& entry : entries) {
    if (fits(tree, word, entry)) found.push_back(&entry);
  }
  return found;
}

std::vector<int> condition_words(const Tree& tree, int word, const Predicate& entry) {
  std::vector<int> found;
  for (const Condition& condition : entry.conditions) {
    if (condition.forbidden || condition.any_word || condition.place != Condition::Place::slot) continue;
    for (int w : looked_at(tree, word, condition)) {
      for (int j : tree.conjuncts(w)) {
        if (lemma_matches(tree, j, condition)) found.push_back(j);
      }
    }
  }
  return found;
}

}  // namespace entente
