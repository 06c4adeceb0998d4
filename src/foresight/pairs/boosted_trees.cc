// Growing trees level by level from histograms.
#include "foresight/pairs/boosted_trees.h"

#include <algorithm>
#include <cmath>

#include "base/random.h"
#include "foresight/events/in_parallel.h"

namespace entente {
namespace {

constexpr size_t most_bins = 64;
constexpr size_t sampled_for_bins = 20000;

struct Slopes {
  double first = 0;   // derivative of the loss
  double second = 0;  // and its own
};

double gain_of(const Slopes& sum, double ridge) {
  return sum.first * sum.first / (sum.second + ridge);
}

/// A number in [0, 1) for these.
double chance(uint64_t seed, uint64_t tree, uint64_t number) {
  return counted_unit(counted_random(seed, tree), number);
}

/// A column's values as bins: bin b holds what is above cut b - 1 and up to cut b.
std::vector<float> cuts_of(const TreeRows& rows, size_t column) {
  const size_t count = rows.happened.size();
  const size_t stride = std::max<size_t>(1, count / sampled_for_bins);
  std::vector<float> values;
  for (size_t row = 0; row < count; row += stride) values.push_back(rows.values[row * rows.width + column]);
  for (size_t row = 0; row < count; ++row) {  // what happened is rare: all of it has a say
    if (rows.happened[row] != 0) values.push_back(rows.values[row * rows.width + column]);
  }
  std::sort(values.begin(), values.end());
  std::vector<float> cuts;
  for (size_t bin = 1; bin < most_bins; ++bin) {
    const float cut = values[bin * (values.size() - 1) / most_bins];
    if ((cuts.empty() || cut > cuts.back()) && cut < values.back()) cuts.push_back(cut);
  }
  return cuts;
}

}  // namespace

class TreeGrower {
 public:
  TreeGrower(const TreeRows& rows, const TreeOptions& options)
      : rows_(rows), options_(options), count_(rows.happened.size()), margins_(rows.start) {
    cuts_.resize(rows.width);
    bins_.resize(rows.width);
    in_parallel(options.threads, rows.width, [&](size_t column) {
      cuts_[column] = cuts_of(rows, column);
      bins_[column].resize(count_);
      for (size_t row = 0; row < count_; ++row) {
        const float value = rows.values[row * rows.width + column];
        bins_[column][row] = static_cast<uint8_t>(std::lower_bound(cuts_[column].begin(), cuts_[column].end(), value) -
                                                  cuts_[column].begin());
      }
    });
    slopes_.resize(count_);
    node_of_.resize(count_);
  }

  BoostedTrees grow() {
    for (int tree = 0; tree < options_.trees; ++tree) grow_tree(static_cast<uint64_t>(tree));
    return std::move(model_);
  }

 private:
  struct Cut {
    double gain = 0;
    size_t column = 0;
    size_t bin = 0;
    Slopes left;
  };
  /// A leaf that may yet be parted.
  struct Open {
    int32_t node = 0;
    Slopes sum;
  };

  void take_slopes(uint64_t tree) {
    drawn_.clear();
    for (size_t row = 0; row < count_; ++row) {
      node_of_[row] = 0;
      if (chance(options_.seed, 2 * tree, row) >= options_.row_share) continue;
      const double p = 1 / (1 + std::exp(-margins_[row]));
      const double weight = rows_.weights[row];
      slopes_[row] = {weight * (p - rows_.happened[row]), weight * std::max(p * (1 - p), 1e-6)};
      drawn_.push_back(static_cast<uint32_t>(row));
    }
  }

  std::vector<size_t> draw_columns(uint64_t tree) const {
    std::vector<size_t> columns;
    for (size_t column = 0; column < rows_.width; ++column) {
      if (!cuts_[column].empty() && chance(options_.seed, 2 * tree + 1, column) < options_.column_share) {
        columns.push_back(column);
      }
    }
    return columns;
  }

  void grow_tree(uint64_t tree) {
    take_slopes(tree);
    const std::vector<size_t> columns = draw_columns(tree);
    Slopes all;
    for (const uint32_t row : drawn_) {
      all.first += slopes_[row].first;
      all.second += slopes_[row].second;
    }
    const auto root = static_cast<int32_t>(model_.nodes_.size());
    model_.roots_.push_back(root);
    model_.nodes_.push_back({-1, 0, 0, value_of(all)});
    std::vector<Open> open = {{root, all}};
    for (int level = 0; level < options_.depth && !open.empty(); ++level) open = part(open, columns);
    const BoostedTrees& model = model_;
    in_parallel(options_.threads, (count_ + rows_a_part - 1) / rows_a_part, [&](size_t at) {
      const size_t end = std::min(count_, (at + 1) * rows_a_part);
      for (size_t row = at * rows_a_part; row < end; ++row) margins_[row] += leaf_value(model, root, row);
    });
  }

  [[nodiscard]] double value_of(const Slopes& sum) const {
    return -options_.rate * sum.first / (sum.second + options_.ridge);
  }

  [[nodiscard]] double leaf_value(const BoostedTrees& model, int32_t root, size_t row) const {
    size_t at = static_cast<size_t>(root);
    while (model.nodes_[at].column >= 0) {
      const auto& node = model.nodes_[at];
      const bool left = rows_.values[row * rows_.width + static_cast<size_t>(node.column)] <= node.cut;
      at = static_cast<size_t>(node.left) + (left ? 0 : 1);
    }
    return model.nodes_[at].value;
  }

  /// Parts each open leaf by its best cut, if it has one. Gives the new leaves.
  std::vector<Open> part(const std::vector<Open>& open, const std::vector<size_t>& columns) {
    std::vector<std::vector<Cut>> best(columns.size());
    in_parallel(options_.threads, columns.size(), [&](size_t at) { best[at] = best_cuts(open, columns[at]); });
    std::vector<Open> next;
    std::vector<int32_t> first_child(open.size(), -1);  // its place among the next
    std::vector<Cut> chosen(open.size());
    for (size_t leaf = 0; leaf < open.size(); ++leaf) {
      for (const std::vector<Cut>& cuts : best) {
        if (cuts[leaf].gain > chosen[leaf].gain) chosen[leaf] = cuts[leaf];
      }
      if (chosen[leaf].gain <= 0) continue;
      first_child[leaf] = static_cast<int32_t>(next.size());
      add_children(open[leaf], chosen[leaf], next);
    }
    for (const uint32_t row : drawn_) {
      const int32_t leaf = node_of_[row];
      if (leaf < 0) continue;
      const int32_t child = first_child[static_cast<size_t>(leaf)];
      const Cut& cut = chosen[static_cast<size_t>(leaf)];
      node_of_[row] = child < 0 ? -1 : child + (bins_[cut.column][row] <= cut.bin ? 0 : 1);
    }
    return next;
  }

  void add_children(const Open& leaf, const Cut& cut, std::vector<Open>& next) {
    const auto left = static_cast<int32_t>(model_.nodes_.size());
    const Slopes right = {leaf.sum.first - cut.left.first, leaf.sum.second - cut.left.second};
    model_.nodes_.push_back({-1, 0, 0, value_of(cut.left)});
    model_.nodes_.push_back({-1, 0, 0, value_of(right)});
    auto& node = model_.nodes_[static_cast<size_t>(leaf.node)];
    node.column = static_cast<int32_t>(cut.column);
    node.cut = cuts_[cut.column][cut.bin];
    node.left = left;
    next.push_back({left, cut.left});
    next.push_back({left + 1, right});
  }

  /// The best cut of each open leaf by one column.
  [[nodiscard]] std::vector<Cut> best_cuts(const std::vector<Open>& open, size_t column) const {
    std::vector<Slopes> sums(open.size() * most_bins);
    const std::vector<uint8_t>& bins = bins_[column];
    for (const uint32_t row : drawn_) {
      if (node_of_[row] < 0) continue;
      Slopes& sum = sums[static_cast<size_t>(node_of_[row]) * most_bins + bins[row]];
      sum.first += slopes_[row].first;
      sum.second += slopes_[row].second;
    }
    std::vector<Cut> best(open.size());
    for (size_t leaf = 0; leaf < open.size(); ++leaf) {
      const double whole = gain_of(open[leaf].sum, options_.ridge);
      Slopes left;
      for (size_t bin = 0; bin < cuts_[column].size(); ++bin) {
        left.first += sums[leaf * most_bins + bin].first;
        left.second += sums[leaf * most_bins + bin].second;
        const Slopes right = {open[leaf].sum.first - left.first, open[leaf].sum.second - left.second};
        if (left.second < options_.least_weight || right.second < options_.least_weight) continue;
        const double gain = gain_of(left, options_.ridge) + gain_of(right, options_.ridge) - whole;
        if (gain > best[leaf].gain) best[leaf] = {gain, column, bin, left};
      }
    }
    return best;
  }

  static constexpr size_t rows_a_part = 4096;

  const TreeRows& rows_;
  const TreeOptions& options_;
  size_t count_;
  std::vector<double> margins_;
  std::vector<std::vector<float>> cuts_;    // by column
  std::vector<std::vector<uint8_t>> bins_;  // by column, row
  std::vector<Slopes> slopes_;
  std::vector<int32_t> node_of_;  // place among the open leaves; below 0: in a closed one
  std::vector<uint32_t> drawn_;
  BoostedTrees model_;
};

BoostedTrees BoostedTrees::fit(const TreeRows& rows, const TreeOptions& options) {
  return TreeGrower(rows, options).grow();
}

double BoostedTrees::margin(std::span<const float> row) const {
  double sum = 0;
  for (const int32_t root : roots_) {
    auto at = static_cast<size_t>(root);
    while (nodes_[at].column >= 0) {
      const bool left = row[static_cast<size_t>(nodes_[at].column)] <= nodes_[at].cut;
      at = static_cast<size_t>(nodes_[at].left) + (left ? 0 : 1);
    }
    sum += nodes_[at].value;
  }
  return sum;
}

void BoostedTrees::explain(std::span<const float> row, std::span<double> by_column) const {
  for (const int32_t root : roots_) {
    auto at = static_cast<size_t>(root);
    while (nodes_[at].column >= 0) {
      const auto column = static_cast<size_t>(nodes_[at].column);
      const size_t child = static_cast<size_t>(nodes_[at].left) + (row[column] <= nodes_[at].cut ? 0 : 1);
      by_column[column] += nodes_[child].value - nodes_[at].value;
      at = child;
    }
  }
}

}  // namespace entente
