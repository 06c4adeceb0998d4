// Fitting the gamma-Poisson forecast.
#include "foresight/pairs/gamma_poisson.h"

#include <cmath>
#include <functional>
#include <utility>

namespace entente {
namespace {

constexpr int sections = 34;  // the bracket shrinks to .618^34 of itself, 1e-7

/// The place of the maximum of a function with one peak between two places, and its height.
std::pair<double, double> golden_maximum(double low, double high, const std::function<double(double)>& of) {
  const double share = (std::sqrt(5.0) - 1) / 2;
  double left = high - share * (high - low), right = low + share * (high - low);
  double at_left = of(left), at_right = of(right);
  for (int turn = 0; turn < sections; ++turn) {
    if (at_left >= at_right) {
      high = right;
      right = std::exchange(left, 0);
      at_right = at_left;
      left = high - share * (high - low);
      at_left = of(left);
    } else {
      low = left;
      left = std::exchange(right, 0);
      at_left = at_right;
      right = low + share * (high - low);
      at_right = of(right);
    }
  }
  return at_left >= at_right ? std::pair(left, at_left) : std::pair(right, at_right);
}

}  // namespace

double GammaPoisson::probability(int32_t acts, double in_days, double window) const {
  return -std::expm1(-(shape + acts) * std::log1p(window / (days + in_days)));
}

double GammaPoisson::log_likelihood(std::span<const RateCase> cases, double window) const {
  double sum = 0;
  for (const RateCase& one : cases) {
    const double none = -(shape + one.acts) * std::log1p(window / (days + one.days));  // log of no act
    if (one.happened > 0) sum += one.happened * std::log(-std::expm1(none));
    sum += (one.cases - one.happened) * none;
  }
  return sum;
}

GammaPoisson fit_gamma_poisson(std::span<const RateCase> cases, double window) {
  const auto best_shape = [&](double log_days) {
    return golden_maximum(std::log(1e-4), std::log(1e2), [&](double log_shape) {
      return GammaPoisson{std::exp(log_shape), std::exp(log_days)}.log_likelihood(cases, window);
    });
  };
  const double log_days =
      golden_maximum(std::log(1.0), std::log(1e5), [&](double at) { return best_shape(at).second; }).first;
  return {std::exp(best_shape(log_days).first), std::exp(log_days)};
}

}  // namespace entente
