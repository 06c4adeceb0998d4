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
  double low = 0, high = shape + 10 * std::sqrt(shape) + 20;
  while (gamma_share(shape, high) < probability) high *= 2;
  for (int step = 0; step < 100 && high - low > 1e-12 * high; ++step) {
    const double middle = (low + high) / 2;
    (gamma_share(shape, middle) < probability ? low : high) = middle;
  }
  return (low + high) / 2 / rate;
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
