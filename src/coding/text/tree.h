// Walking the dependency tree of one sentence.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/sentence.h"

namespace entente {

inline constexpr int nowhere = -1;

class Tree {
 public:
  explicit Tree(const Sentence& sentence);

  [[nodiscard]] int size() const { return static_cast<int>(sentence_.tokens.size()); }
  [[nodiscard]] const Token& at(int i) const { return sentence_.tokens[static_cast<size_t>(i)]; }
  [[nodiscard]] const Sentence& sentence() const { return sentence_; }
  [[nodiscard]] int head(int i) const { return at(i).head; }
  [[nodiscard]] Deprel relation(int i) const { return at(i).relation; }
  [[nodiscard]] const std::vector<int>& children(int i) const { return children_[static_cast<size_t>(i)]; }
  [[nodiscard]] int root() const { return root_; }

  /// The first child with one of these relations (subtypes count as themselves), or nowhere.
  [[nodiscard]] int child(int i, std::initializer_list<Deprel> relations) const;
  [[nodiscard]] std::vector<int> all(int i, std::initializer_list<Deprel> relations) const;
  [[nodiscard]] bool has_lemma_child(int i, Deprel relation, std::initializer_list<std::string_view> lemmas) const;
  [[nodiscard]] bool is(int i, std::initializer_list<Deprel> relations) const;
  [[nodiscard]] bool lemma_in(int i, std::initializer_list<std::string_view> lemmas) const;

  /// i and the words coordinated with it, in order.
  [[nodiscard]] std::vector<int> conjuncts(int i) const;
  /// The first word of the coordination that i stands in.
  [[nodiscard]] int first_conjunct(int i) const;
  /// The preposition before the noun i ("with", "because_of", possessive "'s"), lower case; of its first conjunct if
  /// it has none; empty if there is none.
  [[nodiscard]] std::string preposition(int i) const;
  /// True if `below` stands in the subtree of `above` (or is it).
  [[nodiscard]] bool dominates(int above, int below) const;
  /// The subtree's words in order.
  [[nodiscard]] std::vector<int> subtree(int i) const;
  /// The clause (verb, or word with a copula) that the word stands in: i itself or the nearest such word above.
  [[nodiscard]] int clause_of(int i) const;
  [[nodiscard]] bool heads_clause(int i) const;
  [[nodiscard]] bool is_passive(int verb) const;
  /// A word that a clause can be built on: a verb, an auxiliary that stands as one, a word with a copula.
  [[nodiscard]] bool is_verbal(int i) const;

  /// Who does it: the logical subjects of a verb or of a word with a copula. Follows passives, coordination, relative
  /// clauses, participles, control and raising. Relative pronouns are answered by their antecedent.
  [[nodiscard]] std::vector<int> subjects(int predicate) const;
  /// To whom or what it is done, in the same way.
  [[nodiscard]] std::vector<int> objects(int predicate) const;
  /// The noun that a relative pronoun stands for, else i.
  [[nodiscard]] int antecedent(int i) const;

  /// A word for a day, month or span of time, which is no party even where it looks like a subject.
  [[nodiscard]] bool names_time(int i) const;
  /// The text of the subtree, without the conjunctions, prepositions and punctuation that join it to the rest.
  [[nodiscard]] std::string phrase(int i, std::string_view text) const;

 private:
  [[nodiscard]] bool is_headline_passive(int verb) const;
  [[nodiscard]] std::vector<int> inherited_subjects(int predicate, int depth) const;
  [[nodiscard]] std::vector<int> subjects_at(int predicate, int depth) const;
  /// A noun without a preposition that can be a party.
  [[nodiscard]] bool is_bare_noun(int i) const;
  [[nodiscard]] std::vector<int> bare_nouns_before(int verb) const;
  [[nodiscard]] std::vector<int> resolve_all(std::vector<int> words) const;

  const Sentence& sentence_;
  std::vector<std::vector<int>> children_;
  int root_ = nowhere;
};

}  // namespace entente
