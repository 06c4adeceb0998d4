// Every number of a run is drawn by its place (run, input), so that runs may go in any order on any thread.
#include "reasoning/bargaining/sensitivity.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "base/random.h"
#include "reasoning/bargaining/run.h"

namespace entente {
namespace {

constexpr int most_runs = 200000;
constexpr double most_spread = 100;

/// A standard normal number by Box and Muller (1958).
double normal(uint64_t seed, uint64_t number) {
  const double a = counted_inside(seed, 2 * number);
  const double b = counted_unit(seed, 2 * number + 1);
  return std::sqrt(-2 * std::log(a)) * std::cos(2 * std::numbers::pi * b);
}

/// How many inputs an actor has: a capability, and position and salience in each dimension.
size_t inputs_of(size_t dimensions) {
  return 1 + 2 * dimensions;
}

/// The table with every input drawn anew; `draws` gets the standard normal numbers, in the order of inputs.
BargainingTable jittered(const BargainingTable& table, const std::pair<double, double>& scale,
                         const JitterOptions& options, size_t run, double* draws) {
  BargainingTable drawn = table;
  const double s = options.spread / 100, length = scale.second - scale.first;
  const size_t inputs = table.actors.size() * inputs_of(table.dimensions.size());
  size_t at = 0;
  const auto draw = [&] {
    draws[at] = normal(options.seed, run * inputs + at);
    return draws[at++];
  };
  for (Bargainer& actor : drawn.actors) {
    actor.capability *= std::exp(s * draw());
    for (double& x : actor.position) x = std::clamp(x + s * length * draw(), scale.first, scale.second);
    for (double& salience : actor.salience) salience = std::min(1.0, salience * std::exp(s * draw()));
    const double sum = std::accumulate(actor.salience.begin(), actor.salience.end(), 0.0);
    if (sum > 1) {
      for (double& salience : actor.salience) salience /= sum;
    }
  }
  return drawn;
}

Band band_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const auto at = [&](double share) {
    const double place = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<size_t>(place);
    const size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
  };
  return {at(0.05), at(0.25), at(0.5), at(0.75), at(0.95)};
}

/// Ranks from 0, equal values sharing their mean rank; then with mean 0 and length 1, so that a product is a
/// correlation.
std::vector<double> centred_ranks(const std::vector<double>& values) {
  const size_t n = values.size();
  std::vector<size_t> order(n);
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return values[a] < values[b]; });
  std::vector<double> rank(n);
  for (size_t begin = 0, end = 0; begin < n; begin = end) {
    while (end < n && values[order[end]] == values[order[begin]]) ++end;
    for (size_t i = begin; i < end; ++i) rank[order[i]] = static_cast<double>(begin + end - 1) / 2;
  }
  double square = 0;
  for (double& r : rank) {
    r -= static_cast<double>(n - 1) / 2;
    square += r * r;
  }
  if (square > 0) {
    for (double& r : rank) r /= std::sqrt(square);
  }
  return rank;
}

/// What every run drew and where it ended; a column is what one input or outcome was over the runs.
struct Runs {
  size_t inputs = 0;
  size_t outcomes = 0;
  std::vector<double> drawn;    // run by input
  std::vector<double> ended;    // run by outcome: mean, median, then positions actor by actor
  std::vector<char> converged;  // by run
  std::vector<double> column(const std::vector<double>& table, size_t width, size_t at) const {
    std::vector<double> values(converged.size());
    for (size_t run = 0; run < values.size(); ++run) values[run] = table[run * width + at];
    return values;
  }
  [[nodiscard]] std::vector<double> input(size_t at) const { return column(drawn, inputs, at); }
  [[nodiscard]] std::vector<double> outcome(size_t at) const { return column(ended, outcomes, at); }
};

void keep(const Bargaining& result, size_t run, Runs& runs) {
  const BargainRound& last = result.rounds.back();
  double* out = &runs.ended[run * runs.outcomes];
  for (const double x : last.mean) *out++ = x;
  for (const double x : last.median) *out++ = x;
  for (const auto& place : last.positions) {
    for (const double x : place) *out++ = x;
  }
  runs.converged[run] = result.converged ? 1 : 0;
}

Influence named(const BargainingTable& table, size_t input) {
  const size_t dimensions = table.dimensions.size(), each = inputs_of(dimensions), place = input % each;
  Influence influence;
  influence.actor = table.actors[input / each].name;
  influence.input = place == 0 ? "capability" : (place <= dimensions ? "position" : "salience");
  influence.dimension = place == 0 ? 0 : (place - 1) % dimensions;
  return influence;
}

std::vector<Influence> influences(const BargainingTable& table, const Runs& runs) {
  std::vector<std::vector<double>> means;
  for (size_t k = 0; k < table.dimensions.size(); ++k) means.push_back(centred_ranks(runs.outcome(k)));
  std::vector<Influence> found;
  for (size_t input = 0; input < runs.inputs; ++input) {
    const std::vector<double> ranks = centred_ranks(runs.input(input));
    Influence influence = named(table, input);
    for (size_t k = 0; k < means.size(); ++k) {
      const double correlation = std::inner_product(ranks.begin(), ranks.end(), means[k].begin(), 0.0);
      if (std::abs(correlation) <= std::abs(influence.correlation)) continue;
      influence.correlation = correlation;
      influence.of = k;
    }
    found.push_back(std::move(influence));
  }
  std::stable_sort(found.begin(), found.end(), [](const Influence& a, const Influence& b) {
    return std::abs(a.correlation) > std::abs(b.correlation);
  });
  return found;
}

Sensitivity summed_up(const BargainingTable& table, const JitterOptions& options, const Runs& runs) {
  const size_t dimensions = table.dimensions.size();
  Sensitivity answer{options.runs, options.spread, {}, {}, {}, 0, {}};
  for (size_t k = 0; k < dimensions; ++k) {
    answer.mean.push_back(band_of(runs.outcome(k)));
    answer.median.push_back(band_of(runs.outcome(dimensions + k)));
  }
  for (size_t i = 0; i < table.actors.size(); ++i) {
    std::vector<Band> bands;
    for (size_t k = 0; k < dimensions; ++k) bands.push_back(band_of(runs.outcome((2 + i) * dimensions + k)));
    answer.positions.push_back(std::move(bands));
  }
  const auto count = std::accumulate(runs.converged.begin(), runs.converged.end(), size_t{0});
  answer.converged = static_cast<double>(count) / static_cast<double>(runs.converged.size());
  answer.influence = influences(table, runs);
  return answer;
}

}  // namespace

Result<Sensitivity> sensitivity(const BargainingTable& table, const BargainOptions& options,
                                const JitterOptions& jitter) {
  if (jitter.runs < 2 || jitter.runs > most_runs) {
    return Error{ErrorCode::usage, "the number of runs must lie between 2 and " + std::to_string(most_runs)};
  }
  if (!(jitter.spread > 0) || jitter.spread > most_spread) {
    return Error{ErrorCode::usage, "the spread of the inputs must lie above 0 and up to 100 per cent"};
  }
  const Result<Bargaining> base = run_bargain(table, options, false);  // what is wrong with the table is told once
  if (!base) return base.error();
  BargainOptions fixed = options;
  fixed.scale = scale_of(table, options);
  Runs runs;
  runs.inputs = table.actors.size() * inputs_of(table.dimensions.size());
  runs.outcomes = (2 + table.actors.size()) * table.dimensions.size();
  const auto count = static_cast<size_t>(jitter.runs);
  runs.drawn.resize(count * runs.inputs);
  runs.ended.resize(count * runs.outcomes);
  runs.converged.resize(count);
  tbb::task_arena arena(std::max(1, jitter.threads));
  arena.execute([&] {
    tbb::parallel_for(tbb::blocked_range<size_t>(0, count), [&](const auto& range) {
      for (size_t run = range.begin(); run < range.end() && !jitter.hooks.stop(); ++run) {
        const BargainingTable drawn = jittered(table, *fixed.scale, jitter, run, &runs.drawn[run * runs.inputs]);
        const Result<Bargaining> result = run_bargain(drawn, fixed, false);
        keep(result ? *result : *base, run, runs);  // a draw that puts all in one place ends where it began
      }
    });
  });
  if (jitter.hooks.stop()) return Error{ErrorCode::interrupted, "interrupted"};
  return summed_up(table, jitter, runs);
}

}  // namespace entente
