// Training the tagger, and tagging the treebank as if it had never been seen.
#pragma once

#include <map>
#include <vector>

#include "table_builder.h"
#include "treebank.h"

namespace entente::train {

struct TaggerOptions {
  int epochs = 8;
  uint64_t seed = 1;
  size_t feature_limit = 400000;
};

struct TaggerData {
  FeatureTableData table;
  std::vector<WordTable::Slot> lexicon;

  /// A tagger over these tables, which must outlive it.
  [[nodiscard]] Tagger tagger(size_t tags) const;
};

/// Trains on the sentences for which `use` is true.
TaggerData train_tagger(const Treebank& bank, const std::vector<bool>& use, const TaggerOptions& options);

/// Fills GoldSentence::predicted, each document by a tagger trained on the other folds.
void jackknife_tags(Treebank& bank, int folds, const TaggerOptions& options);

}  // namespace entente::train
