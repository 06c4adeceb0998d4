// Training the parser's moves: a structured perceptron over the beam.
#pragma once

#include <functional>
#include <vector>

#include "table_builder.h"
#include "train_relations.h"
#include "treebank.h"

namespace entente::train {

struct ParserOptions {
  int epochs = 14;
  uint64_t seed = 1;
  size_t beam = 6;
  size_t feature_limit = 850000;
};

/// `after_epoch` may look at how far the training is.
std::vector<MoveTable::Bucket> train_parser(const Treebank& bank, const std::vector<GuessData>& guesses,
                                            const ParserOptions& options,
                                            const std::function<void(int epoch, size_t wrong)>& after_epoch);

}  // namespace entente::train
