// Ordered probit by the textbook: chances of the three choices, their densities at the cut points, Fisher information.
#include "reasoning/voting/ordinal.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "reasoning/voting/normal.h"

namespace entente {
namespace {

constexpr double least_ordinal_chance = 1e-12;  // chances are held above it

double ordinal_density(double x) {
  return std::exp(-0.5 * x * x) * std::numbers::inv_sqrtpi / std::numbers::sqrt2;
}

}  // namespace

OrdinalVote ordinal_vote(int8_t choice, const IdealText& text, double eta) {
  const double a = ordinal_density(text.gamma1 - eta), b = ordinal_density(text.gamma2 - eta), d = a - b;
  const double up_to_yes = normal_below_quick(text.gamma1 - eta),
               up_to_abstention = normal_below_quick(text.gamma2 - eta);
  const double yes = std::max(up_to_yes, least_ordinal_chance),
               no = std::max(1 - up_to_abstention, least_ordinal_chance);
  const double abstention = std::max(up_to_abstention - up_to_yes, least_ordinal_chance);
  OrdinalVote v;
  if (choice == 0) {
    v.by_gamma1 = a / yes;
    v.by_eta = -v.by_gamma1;
  } else if (choice == 2) {
    v.by_gamma2 = -b / no;
    v.by_eta = -v.by_gamma2;
  } else {
    v.by_gamma1 = -a / abstention;
    v.by_gamma2 = b / abstention;
    v.by_eta = d / abstention;
  }
  v.of_eta = a * a / yes + d * d / abstention + b * b / no;
  v.of_gamma1 = a * a * (1 / yes + 1 / abstention);
  v.of_gamma2 = b * b * (1 / abstention + 1 / no);
  v.of_gammas = -a * b / abstention;
  v.of_eta_gamma1 = -a * a / yes - a * d / abstention;
  v.of_eta_gamma2 = b * d / abstention - b * b / no;
  return v;
}

double ordinal_log_chance(int8_t choice, const IdealText& text, double eta) {
  const double low = choice == 0 ? 0 : normal_below_quick((choice == 1 ? text.gamma1 : text.gamma2) - eta);
  const double high = choice == 2 ? 1 : normal_below_quick((choice == 1 ? text.gamma2 : text.gamma1) - eta);
  return std::log(std::max(high - low, 1e-300));
}

}  // namespace entente
