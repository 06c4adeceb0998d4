// Products of many chances are kept in range by scaling all of them alike.
#include "reasoning/bargaining/condorcet.h"

#include <algorithm>
#include <numeric>

namespace entente {
namespace {

/// So that two coalitions of nobody are as strong as each other.
constexpr double least_coalition = 1e-8;

}  // namespace

Grid victory_chances(const std::vector<double>& weight, const Grid& utility) {
  const size_t options = utility.columns();
  Grid chance(options, options, 0.5);
  for (size_t i = 0; i < options; ++i) {
    for (size_t j = 0; j < i; ++j) {
      double for_i = least_coalition, for_j = least_coalition;
      for (size_t k = 0; k < weight.size(); ++k) {
        const double vote = weight[k] * (utility(k, i) - utility(k, j));
        (vote > 0 ? for_i : for_j) += vote > 0 ? vote : -vote;
      }
      chance(i, j) = for_i / (for_i + for_j);
      chance(j, i) = for_j / (for_i + for_j);
    }
  }
  return chance;
}

std::vector<double> condorcet_chances(const Grid& victory) {
  const size_t options = victory.columns();
  std::vector<double> chance(options, 1.0);
  for (size_t j = 0; j < options; ++j) {
    for (size_t i = 0; i < options; ++i) chance[i] *= victory(i, j);
    const double largest = *std::max_element(chance.begin(), chance.end());
    if (largest > 1e-100) continue;
    for (double& p : chance) p /= largest;
  }
  const double sum = std::accumulate(chance.begin(), chance.end(), 0.0);
  for (double& p : chance) p /= sum;
  return chance;
}

}  // namespace entente
