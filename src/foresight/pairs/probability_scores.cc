// Scoring probabilities.
#include "foresight/pairs/probability_scores.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "base/random.h"

namespace entente {
namespace {

constexpr size_t noise_draws = 400;
constexpr size_t bootstrap_draws = 4000;

double calibration_error(std::span<const ReliabilityBin> bins) {
  double sum = 0, questions = 0;
  for (const ReliabilityBin& bin : bins) {
    sum += static_cast<double>(bin.questions) * std::abs(bin.forecast - bin.frequency);
    questions += static_cast<double>(bin.questions);
  }
  return questions > 0 ? sum / questions : 0;
}

/// Errors of calibration as they would be if every probability were right, sorted.
std::vector<double> errors_of_chance(std::span<const double> probabilities, uint64_t seed) {
  const std::vector<uint32_t> order = by_probability(probabilities);
  std::vector<double> errors;
  for (size_t draw = 0; draw < noise_draws; ++draw) {
    const uint64_t of_draw = counted_random(seed, draw);
    double sum = 0;
    for (size_t bin = 0; bin < reliability_bins_usual; ++bin) {
      const size_t end = (bin + 1) * order.size() / reliability_bins_usual;
      double excess = 0;
      for (size_t at = bin * order.size() / reliability_bins_usual; at < end; ++at) {
        const double p = probabilities[order[at]];
        const bool yes = counted_unit(of_draw, at) < p;
        excess += p - (yes ? 1 : 0);
      }
      sum += std::abs(excess);
    }
    errors.push_back(sum / static_cast<double>(order.size()));
  }
  std::sort(errors.begin(), errors.end());
  return errors;
}

/// Twice the smaller tail of the drawn means on either side of 0, at least one draw; those at 0 are half on each.
double two_sided(double below, size_t draws) {
  const double tail = std::min(below, static_cast<double>(draws) - below);
  return std::min(1.0, 2 * (tail + 1) / static_cast<double>(draws + 1));
}

}  // namespace

ProbabilityScores probability_scores(std::span<const double> probabilities, std::span<const uint8_t> happened,
                                     std::span<const double> reference, uint64_t seed) {
  ProbabilityScores scores;
  scores.questions = probabilities.size();
  if (scores.questions == 0) return scores;
  double plain = 0;
  for (size_t at = 0; at < probabilities.size(); ++at) {
    const bool yes = happened[at] != 0;
    scores.happened += yes ? 1 : 0;
    scores.mean += probabilities[at];
    scores.brier += brier_score(probabilities[at], yes);
    scores.log_loss += log_score(probabilities[at], yes);
    plain += brier_score(reference[at], yes);
  }
  const auto count = static_cast<double>(scores.questions);
  scores.skill = plain > 0 ? 1 - scores.brier / plain : 0;
  scores.mean /= count;
  scores.brier /= count;
  scores.log_loss /= count;
  scores.ece = calibration_error(reliability_bins(probabilities, happened));
  const std::vector<double> chance = errors_of_chance(probabilities, seed);
  scores.ece_mean = std::accumulate(chance.begin(), chance.end(), 0.0) / static_cast<double>(chance.size());
  scores.ece_noise = chance[chance.size() * 95 / 100];
  scores.auc = area_under_curve(probabilities, happened);
  return scores;
}

ScoreComparison compare_scores(std::span<const double> first, std::span<const double> second,
                               std::span<const uint8_t> happened, std::span<const uint32_t> clusters, size_t count,
                               uint64_t seed) {
  std::vector<std::array<double, 2>> better(count, {0, 0});  // by cluster
  for (size_t at = 0; at < first.size(); ++at) {
    const bool yes = happened[at] != 0;
    better[clusters[at]][0] += brier_score(second[at], yes) - brier_score(first[at], yes);
    better[clusters[at]][1] += log_score(second[at], yes) - log_score(first[at], yes);
  }
  std::array<double, 2> sum{};
  for (const auto& one : better) {
    for (const size_t score : {0, 1}) sum[score] += one[score];
  }
  std::array<double, 2> below{};
  for (size_t draw = 0; draw < bootstrap_draws; ++draw) {
    const uint64_t of_draw = counted_random(seed, draw);
    std::array<double, 2> drawn{};
    for (size_t at = 0; at < count; ++at) {
      const auto& one = better[(counted_random(of_draw, at) >> 32U) * count >> 32U];
      for (const size_t score : {0, 1}) drawn[score] += one[score];
    }
    for (const size_t score : {0, 1}) below[score] += drawn[score] < 0 ? 1 : drawn[score] == 0 ? 0.5 : 0;
  }
  const auto questions = static_cast<double>(std::max<size_t>(first.size(), 1));
  return {sum[0] / questions, two_sided(below[0], bootstrap_draws), sum[1] / questions,
          two_sided(below[1], bootstrap_draws)};
}

}  // namespace entente
