// Runs the chain, keeps every draw, and sums it up: means, 90 % intervals, and whether the two halves agree.
#include "reasoning/voting/ideal_points.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "reasoning/voting/ideal_data.h"
#include "reasoning/voting/ideal_sampler.h"

namespace entente {
namespace {

constexpr int most_ideal_sweeps = 100000;

std::optional<uint32_t> place_of(const RollCalls& votes, const std::string& voter) {
  const auto found = std::lower_bound(votes.voters.begin(), votes.voters.end(), voter);
  if (found == votes.voters.end() || *found != voter) return std::nullopt;
  return static_cast<uint32_t>(found - votes.voters.begin());
}

bool votes_at_all(const IdealData& data, uint32_t voter) {
  return std::any_of(data.stances.begin(), data.stances.end(), [&](const auto& s) { return s.voter == voter; });
}

double quantile(const std::vector<float>& sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<size_t>(place);
  const size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

struct Moments {
  double mean = 0;
  double variance = 0;
};

Moments moments(const float* draws, size_t n) {
  Moments out;
  for (size_t i = 0; i < n; ++i) out.mean += draws[i] / static_cast<double>(n);
  for (size_t i = 0; i < n; ++i) out.variance += std::pow(draws[i] - out.mean, 2) / static_cast<double>(n - 1);
  return out;
}

/// Potential scale reduction of two halves of one chain.
double shrink(const std::vector<float>& draws) {
  const size_t n = draws.size() / 2;
  const Moments a = moments(draws.data(), n), b = moments(draws.data() + n, n);
  const double within = (a.variance + b.variance) / 2;
  const double between = (a.mean - b.mean) * (a.mean - b.mean) / 2;  // variance of the two means
  if (!(within > 0)) return 1;
  const auto length = static_cast<double>(n);
  return std::sqrt((length - 1) / length + between / within);
}

std::optional<Error> check(const IdealPointOptions& options) {
  if (options.burn >= 0 && options.keep >= 20 && options.burn + options.keep <= most_ideal_sweeps) return std::nullopt;
  return Error{ErrorCode::usage, "keep 20 sweeps at least, and run 100000 at most"};
}

/// `draws` has a row a kept sweep and a column a stance.
void sum_up(const RollCalls& votes, const IdealData& data, const std::vector<float>& draws, size_t kept,
            IdealPoints& out) {
  std::vector<double> shrinks;
  std::vector<float> of_one(kept);
  for (size_t s = 0; s < data.stances.size(); ++s) {
    for (size_t k = 0; k < kept; ++k) of_one[k] = draws[k * data.stances.size() + s];
    shrinks.push_back(shrink(of_one));
    IdealPoint point{votes.voters[data.stances[s].voter], data.stances[s].session, data.votes_of(s), 0, 0, 0};
    point.point = moments(of_one.data(), kept).mean;
    std::sort(of_one.begin(), of_one.end());
    point.low = quantile(of_one, 0.05);
    point.high = quantile(of_one, 0.95);
    out.points.push_back(std::move(point));
  }
  std::sort(shrinks.begin(), shrinks.end());
  out.shrink_median = shrinks[shrinks.size() / 2];
  out.shrink_high = shrinks[shrinks.size() * 95 / 100];
}

}  // namespace

Result<IdealPoints> ideal_points(const RollCalls& votes, const IdealPointOptions& options) {
  if (auto wrong = check(options)) return *wrong;
  IdealPoints out;
  const Result<IdealData> data = ideal_data(votes, options, out);
  if (!data) return data.error();
  const auto positive = place_of(votes, options.positive), negative = place_of(votes, options.negative);
  for (const auto& [place, name] : {std::pair(positive, options.positive), std::pair(negative, options.negative)}) {
    if (!place || !votes_at_all(*data, *place)) {
      return Error{ErrorCode::input, "'" + name + "' never votes there: name a voter of either side"};
    }
  }
  IdealSampler sampler(*data, ideal_start(*data, *positive, *negative, options.threads), options.seed);
  const auto kept = static_cast<size_t>(options.keep);
  std::vector<float> draws;
  draws.reserve(kept * data->stances.size());
  for (int sweep = 0; sweep < options.burn + options.keep; ++sweep) {
    if (options.hooks.stop()) return Error{ErrorCode::interrupted, "interrupted"};
    sampler.sweep(sweep, options.threads);
    if (sweep < options.burn) continue;
    for (const double theta : sampler.theta()) draws.push_back(static_cast<float>(theta));
  }
  out.sweeps = options.burn + options.keep;
  sum_up(votes, *data, draws, kept, out);
  return out;
}

}  // namespace entente
