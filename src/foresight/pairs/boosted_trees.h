// Boosted regression trees for the log-odds of an outcome, over columns cut into bins. Internal to foresight.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// Rows to learn from; all of one length but `values`, which holds `width` columns a row.
struct TreeRows {
  size_t width = 0;
  std::vector<float> values;
  std::vector<uint8_t> happened;
  std::vector<float> weights;
  std::vector<double> start;  // log-odds to begin with
};

struct TreeOptions {
  int trees = 120;
  int depth = 3;
  double rate = 0.1;          // how much of each tree is taken
  double row_share = 0.7;     // of the rows a tree is grown on
  double column_share = 0.3;  // of the columns
  double least_weight = 10;   // of the second derivatives on each side of a cut
  double ridge = 5;
  uint64_t seed = 1;
  int threads = 1;
};

/// Friedman's gradient boosting (2001) with second derivatives (Chen and Guestrin 2016) and bins (Ke et al. 2017). Rows
/// and columns of a tree are drawn by number, sums go in the order of rows, a column is one thread's work: the same
/// bytes on any number of threads.
class BoostedTrees {
 public:
  static BoostedTrees fit(const TreeRows& rows, const TreeOptions& options);

  /// What is added to the log-odds to begin with.
  [[nodiscard]] double margin(std::span<const float> row) const;
  /// The same by column: on each tree's way from root to leaf, every cut is credited with how far it moved the mean
  /// (Saabas 2014); what all rows have in common is in none. `by_column` is added to.
  void explain(std::span<const float> row, std::span<double> by_column) const;

 private:
  friend class TreeGrower;
  struct Node {
    int32_t column = -1;  // below 0: a leaf
    float cut = 0;        // up to it: left
    int32_t left = 0;     // the right child follows it
    double value = 0;
  };
  std::vector<Node> nodes_;
  std::vector<int32_t> roots_;
};

}  // namespace entente
