// The rows that an estimation uses, in an order of their own, with groups numbered. Inside reasoning.
#pragma once

#include <string>
#include <vector>

#include "reasoning/trade/absorb.h"
#include "reasoning/trade/ppml.h"

namespace entente {

struct PpmlRows {
  std::vector<size_t> origin;          // place of each row in the problem
  std::vector<double> y;               // m
  std::vector<std::vector<double>> x;  // k columns of m
  std::vector<double> offset;          // m
  std::vector<Grouping> effects;
  Grouping clusters;  // groups 0: not clustered
};

/// The places of all rows, sorted by labels and values, so that sums do not depend on how the table was sorted.
std::vector<size_t> settled_order(const PpmlProblem& problem);
/// The rows at these places, groups numbered in the order of their first row.
PpmlRows rows_at(const PpmlProblem& problem, const std::vector<size_t>& places);
/// The places without those in a group where every y is 0; `told` gets a line for each set of effects concerned.
std::vector<size_t> without_empty_groups(const PpmlProblem& problem, std::vector<size_t> places,
                                         std::vector<std::string>& told);

}  // namespace entente
