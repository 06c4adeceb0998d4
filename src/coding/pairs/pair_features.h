// What is looked at to tell how one party acts on the other. Part of the model: a change here needs new weights.
#pragma once

#include "coding/lexicon/lexicon.h"
#include "coding/pairs/feature_list.h"
#include "coding/pairs/pair_text.h"
#include "coding/text/tree.h"

namespace entente {

/// An analysed pair: what the groups of features below look at.
class PairView {
 public:
  const PairSentence& pair;
  const Tree& tree;
  const Lexicon& lexicon;
  std::vector<int> path;  // the words on the tree from source to target, both included; empty if one is implied

  PairView(const PairSentence& pair, const Tree& tree, const Lexicon& lexicon);

  /// The lemma in lower case; "<S>" and "<T>" for the parties, "<" and ">" outside of the sentence.
  [[nodiscard]] const FeatureWord& word(int i) const;
  /// Where a word stands: 'b' before both parties, 'm' between them, 'a' after both.
  [[nodiscard]] char zone(int i) const;
  [[nodiscard]] bool is_party(int i) const { return i == pair.source || i == pair.target; }
  /// The nearest verb (or predicate) above a word, through nouns; nowhere if there is none.
  [[nodiscard]] int verb_above(int i) const;

 private:
  [[nodiscard]] FeatureWord word_at(int i) const;

  std::vector<FeatureWord> words_;
};

void add_word_features(const PairView& view, FeatureList& out);     // words and short runs of words
void add_party_features(const PairView& view, FeatureList& out);    // the words of the parties' phrases
void add_tree_features(const PairView& view, FeatureList& out);     // how the parties hang together
void add_lexicon_features(const PairView& view, FeatureList& out);  // what the lexicon says of the words around

/// Analyses the pair's sentence and adds all of them, closed.
void add_pair_features(const Reader& reader, const Lexicon& lexicon, PairSentence& pair, FeatureList& out);

}  // namespace entente
