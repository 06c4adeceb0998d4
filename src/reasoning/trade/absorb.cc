#include "reasoning/trade/absorb.h"

#include <cmath>

namespace entente {

namespace {
constexpr int most_passes = 20000;
}

Absorber::Absorber(const std::vector<Grouping>& groupings, const std::vector<double>& weights)
    : groupings_(groupings), weights_(weights) {
  for (const Grouping& grouping : groupings_) {
    std::vector<double>& sums = sums_.emplace_back(static_cast<size_t>(grouping.groups), 0.0);
    for (size_t row = 0; row < weights_.size(); ++row) {
      sums[static_cast<size_t>(grouping.of_row[row])] += weights_[row];
    }
  }
}

void Absorber::take_means(std::vector<double>& column, size_t grouping) const {
  const std::vector<int>& of_row = groupings_[grouping].of_row;
  const std::vector<double>& sums = sums_[grouping];
  std::vector<double> means(sums.size(), 0.0);
  for (size_t row = 0; row < column.size(); ++row) {
    means[static_cast<size_t>(of_row[row])] += weights_[row] * column[row];
  }
  for (size_t g = 0; g < means.size(); ++g) means[g] = sums[g] > 0 ? means[g] / sums[g] : 0;
  for (size_t row = 0; row < column.size(); ++row) column[row] -= means[static_cast<size_t>(of_row[row])];
}

std::vector<double> Absorber::taken(const std::vector<double>& column) const {
  std::vector<double> left = column;
  const size_t count = groupings_.size();
  for (size_t g = 0; g < count; ++g) take_means(left, g);
  for (size_t g = count - 1; g-- > 0;) take_means(left, g);
  for (size_t row = 0; row < left.size(); ++row) left[row] = column[row] - left[row];
  return left;
}

double Absorber::inner(const std::vector<double>& a, const std::vector<double>& b) const {
  double sum = 0;
  for (size_t row = 0; row < a.size(); ++row) sum += weights_[row] * a[row] * b[row];
  return sum;
}

bool Absorber::absorb(std::vector<double>& column, double tolerance) const {
  if (groupings_.empty()) return true;
  if (groupings_.size() == 1) {
    take_means(column, 0);
    return true;
  }
  const double length = std::sqrt(inner(column, column));
  if (length == 0) return true;
  std::vector<double> rest = taken(column);
  std::vector<double> direction = rest;
  double rest_squared = inner(rest, rest);
  for (int pass = 0; pass < most_passes; ++pass) {
    if (std::sqrt(rest_squared) <= tolerance * length) return true;
    const std::vector<double> turned = taken(direction);
    const double curve = inner(direction, turned);
    if (curve <= 0) return true;  // nothing is left to take
    const double step = rest_squared / curve;
    for (size_t row = 0; row < column.size(); ++row) {
      column[row] -= step * direction[row];
      rest[row] -= step * turned[row];
    }
    const double before = rest_squared;
    rest_squared = inner(rest, rest);
    const double turn = rest_squared / before;
    for (size_t row = 0; row < column.size(); ++row) direction[row] = rest[row] + turn * direction[row];
  }
  return false;
}

}  // namespace entente
