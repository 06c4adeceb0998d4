// Elections between options by weighted actors: coalitions, who beats whom, which one prevails. Inside bargaining.
#pragma once

#include <cstddef>
#include <vector>

namespace entente {

/// A square or rectangular table of numbers, row by row.
class Grid {
 public:
  Grid(size_t rows, size_t columns, double value = 0) : columns_(columns), cells_(rows * columns, value) {}
  double& operator()(size_t row, size_t column) { return cells_[row * columns_ + column]; }
  double operator()(size_t row, size_t column) const { return cells_[row * columns_ + column]; }
  [[nodiscard]] size_t columns() const { return columns_; }
  [[nodiscard]] size_t rows() const { return columns_ == 0 ? 0 : cells_.size() / columns_; }

 private:
  size_t columns_;
  std::vector<double> cells_;
};

/// P(i>j), by linear victory: C_ij / (C_ij + C_ji) with C_ij = sum over actors k of max(0, w_k (U_ki - U_kj)).
/// `utility` has a row an actor and a column an option; the diagonal is 1/2.
Grid victory_chances(const std::vector<double>& weight, const Grid& utility);

/// Chance of each option, given that one of them beats all others (the conditional Condorcet election): p_i is
/// proportional to the product over j of P(i>j). Sums to 1.
std::vector<double> condorcet_chances(const Grid& victory);

}  // namespace entente
