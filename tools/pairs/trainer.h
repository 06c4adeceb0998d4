// From examples to the file models/pairs.model.
#pragma once

#include <string>
#include <vector>

#include "examples.h"

namespace entente::pairs {

struct TrainOptions {
  double strength = 1;     // of the data against the penalty on weights
  double balance = 0.7;    // 1: every class counts the same, 0: as often as it occurs
  int least_examples = 2;  // that a feature must occur in
  int folds = 5;           // for the temperature
};

/// Fits the weights, finds on held-out folds how sure the model may be of itself, and writes the file. Errors: io.
Result<void> train(const std::vector<Example>& examples, const TrainOptions& options, const std::string& path);

}  // namespace entente::pairs
