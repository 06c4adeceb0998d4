// The gamma-Poisson filter with a discount factor.
#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "relations/events/event_analysis.h"

namespace entente {
namespace {

constexpr double prior_shape = 0.5;  // Jeffreys's for a Poisson rate, with a rate of next to nothing
constexpr double prior_rate = 1e-3;
constexpr double low_tail = 0.1;
constexpr double large_shape = 200;  // from here on the expansion is off by less than 1e-9 of the value

/// The share of a Gamma(shape, 1) variable below x: series and continued fraction (Abramowitz and
/// Stegun 6.5.29, 6.5.31).
double gamma_share(double shape, double x) {
  if (x <= 0) return 0;
  const double front = std::exp(shape * std::log(x) - x - std::lgamma(shape));
  if (x < shape + 1) {
    double term = 1 / shape, sum = term;
    for (int n = 1; n < 10000 && term > sum * 1e-14; ++n) sum += term *= x / (shape + n);
    return front * sum;
  }
  constexpr double tiny = 1e-300;
  double b = x + 1 - shape, c = 1 / tiny, d = 1 / b, h = d;
  for (int n = 1; n < 10000; ++n) {
    const double a = -n * (n - shape);
    b += 2;
    d = a * d + b;
    d = 1 / (std::abs(d) < tiny ? tiny : d);
    c = b + a / c;
    c = std::abs(c) < tiny ? tiny : c;
    const double step = c * d;
    h *= step;
    if (std::abs(step - 1) < 1e-14) break;
  }
  return 1 - front * h;
}

double normal_quantile(double probability) {
  double low = -40, high = 40;
  for (int step = 0; step < 100 && high - low > 1e-15; ++step) {
    const double middle = (low + high) / 2;
    (std::erfc(-middle / std::sqrt(2.0)) / 2 < probability ? low : high) = middle;
  }
  return (low + high) / 2;
}

/// Of Gamma(shape, 1) for a large shape, by that of the normal distribution: Cornish and Fisher's expansion for the
/// chi-square distribution (Goldberg and Levine 1946), as that of half a variable with twice as many degrees.
double expanded_quantile(double shape, double z) {
  const double n = 2 * shape, root = std::sqrt(n), z2 = z * z, root_two = std::sqrt(2.0);
  return (n + root * z * root_two + 2 * (z2 - 1) / 3 + z * (z2 - 7) / (9 * root_two * root) -
          (6 * z2 * z2 + 14 * z2 - 32) / (405 * n) +
          z * (9 * z2 * z2 + 256 * z2 - 433) / (4860 * root_two * n * root)) /
         2;
}

/// Of any Gamma(shape, 1): Newton's method from Wilson and Hilferty's (1931) approximation, between bounds that close.
double solved_quantile(double shape, double z, double probability) {
  double low = 0, high = shape + 10 * std::sqrt(shape) + 20;
  while (gamma_share(shape, high) < probability) high *= 2;
  const double log_gamma = std::lgamma(shape), cube = 1 - 1 / (9 * shape) + z / (3 * std::sqrt(shape));
  double x = cube > 0 ? shape * cube * cube * cube : 0;
  if (x <= 0 || shape < 1) x = std::exp((std::log(probability) + log_gamma + std::log(shape)) / shape);  // P near 0
  for (int step = 0; step < 200; ++step) {
    if (!(x > low && x < high)) x = (low + high) / 2;
    const double over = gamma_share(shape, x) - probability;
    (over < 0 ? low : high) = x;
    const double next = x - over / std::exp((shape - 1) * std::log(x) - x - log_gamma);
    if (std::abs(next - x) <= 1e-14 * x || high - low <= 1e-14 * high) return x;
    x = next;
  }
  return x;
}

/// log P(y) before it is seen: negative binomial.
double log_predictive(double shape, double rate, double y, double days) {
  return std::lgamma(shape + y) - std::lgamma(shape) - std::lgamma(y + 1) + shape * std::log(rate / (rate + days)) +
         y * std::log(days / (rate + days));
}

struct Filtered {
  double fit = 0;
  std::vector<std::pair<double, double>> gammas;  // shape and rate after each period
};
Filtered filter(const std::vector<uint64_t>& events, const std::vector<int64_t>& days, double discount) {
  Filtered out;
  double shape = prior_shape, rate = prior_rate;
  for (size_t i = 0; i < events.size(); ++i) {
    shape *= discount;
    rate *= discount;
    const auto y = static_cast<double>(events[i]), covered = static_cast<double>(days[i]);
    if (days[i] > 0) {
      out.fit += log_predictive(shape, rate, y, covered);
      shape += y;
      rate += covered;
    }
    shape = std::max(shape, prior_shape * 0.1);  // what is forgotten long enough leaves a wide band, not none
    rate = std::max(rate, prior_rate * 0.1);
    out.gammas.emplace_back(shape, rate);
  }
  return out;
}

}  // namespace

double gamma_quantile(double shape, double rate, double probability) {
  const double z = normal_quantile(probability);
  return (shape >= large_shape ? expanded_quantile(shape, z) : solved_quantile(shape, z, probability)) / rate;
}

Trend rate_trend(const std::vector<uint64_t>& events, const std::vector<int64_t>& covered_days) {
  Trend trend;
  std::optional<Filtered> best;
  for (const double discount : {1.0, 0.98, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5}) {
    Filtered tried = filter(events, covered_days, discount);
    if (best && tried.fit <= best->fit) continue;
    best = std::move(tried);
    trend.discount = discount;
  }
  for (const auto& [shape, rate] : best->gammas) {
    trend.points.push_back(
        {shape / rate, gamma_quantile(shape, rate, low_tail), gamma_quantile(shape, rate, 1 - low_tail)});
  }
  return trend;
}

}  // namespace entente
