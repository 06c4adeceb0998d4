// Takes group means out of columns: the fixed effects of a regression without a dummy for each. Inside reasoning.
#pragma once

#include <vector>

namespace entente {

/// One set of fixed effects: the group of each row, numbered from 0.
struct Grouping {
  std::vector<int> of_row;  // n
  int groups = 0;
};

/// The weighted annihilator of several groupings, by conjugate gradients over symmetric alternating projections
/// (Hernandez-Ramos, Escalante and Raydan 2011; Correia 2017, "Linear models with high-dimensional fixed effects").
/// One grouping needs one pass; two or more as many as the tolerance asks for.
class Absorber {
 public:
  /// Both outlive the absorber; weights are above 0.
  Absorber(const std::vector<Grouping>& groupings, const std::vector<double>& weights);

  /// The column less its projection on all groupings, in place, to `tolerance` relative to its weighted length.
  /// False where the most passes did not get there.
  bool absorb(std::vector<double>& column, double tolerance) const;

 private:
  void take_means(std::vector<double>& column, size_t grouping) const;
  /// The part that one symmetric sweep over all groupings takes out: column less what it leaves.
  [[nodiscard]] std::vector<double> taken(const std::vector<double>& column) const;
  [[nodiscard]] double inner(const std::vector<double>& a, const std::vector<double>& b) const;

  const std::vector<Grouping>& groupings_;
  const std::vector<double>& weights_;
  std::vector<std::vector<double>> sums_;  // of the weights, by grouping and group
};

}  // namespace entente
