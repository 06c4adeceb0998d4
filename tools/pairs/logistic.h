// Multinomial logistic regression with weighted examples and an L2 penalty, by L-BFGS (Liu and Nocedal 1989).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente::pairs {

/// One example: the numbers of its features with their values.
struct Row {
  struct Item {
    uint32_t feature;
    float value;
  };
  std::vector<Item> items;
  int label = 0;
  double weight = 1;
};

struct LogisticOptions {
  int classes = 2;
  size_t features = 0;
  double strength = 1;  // of the data against the penalty
  int rounds = 150;
};

/// weights[feature * classes + class]; no biases: a feature that is always there is one.
std::vector<double> fit_logistic(const std::vector<Row>& rows, const LogisticOptions& options);

/// The row's scores, one a class.
std::vector<double> scores_of(const Row& row, const std::vector<double>& weights, int classes);

}  // namespace entente::pairs
