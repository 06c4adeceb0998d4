// Comparing a forecast with like ones of the past.
#include "foresight/pairs/like_cases.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace entente {
namespace {

constexpr size_t wanted_cases = 200;

/// The regularised incomplete beta function by its continued fraction (Abramowitz and Stegun 1964, 26.5.8; evaluated as
/// in Lentz 1976).
double beta_share(double x, double a, double b) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - beta_share(1 - x, b, a);
  const double front =
      std::exp(a * std::log(x) + b * std::log1p(-x) - std::lgamma(a) - std::lgamma(b) + std::lgamma(a + b)) / a;
  double c = 1, d = 1 - (a + b) * x / (a + 1);
  d = 1 / (d == 0 ? 1e-30 : d);
  double fraction = d;
  for (int m = 1; m < 400; ++m) {
    const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    double change = 1;
    for (const double term : {even, odd}) {
      d = 1 / (1 + term * d);
      c = 1 + term / c;
      change = c * d;
      fraction *= change;
    }
    if (std::abs(change - 1) < 1e-12) break;
  }
  return front * fraction;
}

/// The value below which that share of a beta distribution lies, by halving.
double beta_quantile(double share, double a, double b) {
  double low = 0, high = 1;
  for (int turn = 0; turn < 60; ++turn) {
    const double middle = (low + high) / 2;
    (beta_share(middle, a, b) < share ? low : high) = middle;
  }
  return (low + high) / 2;
}

size_t first_at(const std::vector<PastForecast>& forecasts, double odds) {
  const auto at = std::lower_bound(forecasts.begin(), forecasts.end(), odds,
                                   [](const PastForecast& one, double value) { return one.odds < value; });
  return static_cast<size_t>(at - forecasts.begin());
}

}  // namespace

void sort_forecasts(std::vector<PastForecast>& forecasts) {
  std::sort(forecasts.begin(), forecasts.end(), [](const PastForecast& a, const PastForecast& b) {
    return std::tie(a.odds, a.day, a.pair) < std::tie(b.odds, b.day, b.pair);
  });
}

LikeCases like_cases(const std::vector<PastForecast>& forecasts, double odds) {
  size_t begin = first_at(forecasts, odds), end = begin;
  while (end - begin < std::min(wanted_cases, forecasts.size())) {
    const bool down =
        begin > 0 && (end == forecasts.size() || odds - forecasts[begin - 1].odds <= forecasts[end].odds - odds);
    down ? --begin : ++end;
  }
  LikeCases like;
  like.cases = end - begin;
  for (size_t at = begin; at < end; ++at) like.happened += forecasts[at].happened ? 1 : 0;
  const double yes = static_cast<double>(like.happened) + .5, no = static_cast<double>(like.cases - like.happened) + .5;
  like.low = beta_quantile(.1, yes, no);
  like.high = beta_quantile(.9, yes, no);
  return like;
}

std::pair<size_t, size_t> within_reach(const std::vector<PastForecast>& forecasts, double odds, double reach) {
  return {first_at(forecasts, odds - reach), first_at(forecasts, odds + reach)};
}

}  // namespace entente
