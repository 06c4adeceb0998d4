// Breaks of a rate: the parting of the series with the largest marginal likelihood, found by dynamic programming.
#include <algorithm>
#include <cmath>

#include "relations/events/event_analysis.h"

namespace entente {
namespace {

constexpr double least_scatter = 1;
constexpr double evidence_for_a_break = 1;  // log Bayes factor: positive (Kass and Raftery 1995)

/// Covered periods only: breaks lie between them.
struct Covered {
  std::vector<size_t> period;
  std::vector<double> events, days;  // sums up to and without this one
};
Covered covered_part(const std::vector<uint64_t>& events, const std::vector<int64_t>& days) {
  Covered out;
  out.events.push_back(0);
  out.days.push_back(0);
  for (size_t i = 0; i < events.size(); ++i) {
    if (days[i] == 0) continue;
    out.period.push_back(i);
    out.events.push_back(out.events.back() + static_cast<double>(events[i]));
    out.days.push_back(out.days.back() + static_cast<double>(days[i]));
  }
  return out;
}

/// How much more neighbouring periods differ than chance alone would have it: the mean over neighbours of the squared
/// difference by its expectation. Given the sum of two Poisson counts that is 1, however small they are; a few breaks
/// hardly move it, since they lie between few neighbours.
double scatter_of(const Covered& series) {
  double sum = 0;
  size_t pairs = 0;
  for (size_t i = 1; i < series.period.size(); ++i) {
    const double y0 = series.events[i] - series.events[i - 1], y1 = series.events[i + 1] - series.events[i];
    const double e0 = series.days[i] - series.days[i - 1], e1 = series.days[i + 1] - series.days[i];
    const double rate = (y0 + y1) / (e0 + e1);
    if (rate == 0) continue;
    sum += std::pow(y1 / e1 - y0 / e0, 2) / (rate * (1 / e0 + 1 / e1));
    ++pairs;
  }
  return pairs == 0 ? least_scatter : std::max(least_scatter, sum / static_cast<double>(pairs));
}

/// log of the marginal likelihood of a stretch, but for what every parting shares. The prior has the mean of the whole
/// series and the weight of one event.
class StretchLikelihood {
 public:
  StretchLikelihood(double scatter, double mean) : scatter_(scatter), rate_(shape / mean) {
    constant_ = shape * std::log(rate_) - std::lgamma(shape);
  }
  double operator()(double events, double days) const {
    const double y = events / scatter_, e = days / scatter_;
    return constant_ + std::lgamma(shape + y) - (shape + y) * std::log(rate_ + e);
  }

 private:
  static constexpr double shape = 1;
  double scatter_, rate_, constant_;
};

}  // namespace

std::vector<RateBreak> rate_breaks(const std::vector<uint64_t>& events, const std::vector<int64_t>& covered_days) {
  const Covered series = covered_part(events, covered_days);
  const size_t n = series.period.size();
  std::vector<RateBreak> out;
  if (n < 3 || series.events[n] == 0) return out;
  const StretchLikelihood likelihood(scatter_of(series), series.events[n] / series.days[n]);
  const auto stretch = [&](size_t begin, size_t end) {
    return likelihood(series.events[end] - series.events[begin], series.days[end] - series.days[begin]);
  };
  const double cost = std::log(static_cast<double>(n)) + evidence_for_a_break;
  std::vector<double> best(n + 1, -INFINITY);
  std::vector<size_t> from(n + 1);
  best[0] = cost;
  for (size_t end = 1; end <= n; ++end) {
    for (size_t begin = 0; begin < end; ++begin) {
      const double value = best[begin] + stretch(begin, end) - cost;
      if (value > best[end]) {
        best[end] = value;
        from[end] = begin;
      }
    }
  }
  std::vector<size_t> ends = {n};
  while (from[ends.back()] > 0) ends.push_back(from[ends.back()]);
  std::reverse(ends.begin(), ends.end());
  for (size_t i = 0; i + 1 < ends.size(); ++i) {
    const size_t begin = i == 0 ? 0 : ends[i - 1], middle = ends[i], end = ends[i + 1];
    const auto rate = [&](size_t a, size_t b) {
      return (series.events[b] - series.events[a]) / (series.days[b] - series.days[a]);
    };
    out.push_back({series.period[middle], rate(begin, middle), rate(middle, end),
                   stretch(begin, middle) + stretch(middle, end) - stretch(begin, end)});
  }
  return out;
}

}  // namespace entente
