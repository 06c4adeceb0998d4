// Training the two labellers: the first guess on single arcs, and the labeller on whole trees.
#pragma once

#include <vector>

#include "reading/relation_guess.h"
#include "table_builder.h"
#include "treebank.h"

namespace entente::train {

struct RelationOptions {
  int epochs = 7;
  uint64_t seed = 1;
  size_t feature_limit = 180000;
};

/// A table that can be moved about with the guesser over it.
struct GuessData {
  FeatureTableData table;
  [[nodiscard]] RelationGuess guess() const;
};

GuessData train_guess(const Treebank& bank, const std::vector<bool>& use, const RelationOptions& options);

/// A guesser for each fold of documents, trained on the others.
std::vector<GuessData> jackknife_guess(const Treebank& bank, int folds, const RelationOptions& options);

/// `guesses` are those of jackknife_guess. Trees are gold.
FeatureTableData train_labeller(const Treebank& bank, const std::vector<GuessData>& guesses,
                                const RelationOptions& options);

}  // namespace entente::train
