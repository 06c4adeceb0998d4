// How good probabilities were: scores, calibration with its noise, and whether one set of forecasts beats another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "domain/scores.h"

namespace entente {

/// Forecasts of one kind with their ends.
struct ProbabilityScores {
  size_t questions = 0;
  size_t happened = 0;
  double mean = 0;       // of the probabilities
  double brier = 0;      // mean squared error (Brier 1950)
  double skill = 0;      // 1 - brier / that of the reference
  double log_loss = 0;   // mean of -ln of the probability of what happened
  double ece = 0;        // mean distance of probability and frequency over bins of as many questions each
  double ece_mean = 0;   // the same if every probability were right: its mean,
  double ece_noise = 0;  // and what it stays below 95 times in 100
  double auc = 0.5;      // how often what happened got a higher probability than what did not

  [[nodiscard]] double base_rate() const {
    return questions == 0 ? 0 : static_cast<double>(happened) / static_cast<double>(questions);
  }
};

/// `reference` are the probabilities that skill is measured against, as many. The noise of calibration comes from 400
/// draws of ends from the probabilities.
ProbabilityScores probability_scores(std::span<const double> probabilities, std::span<const uint8_t> happened,
                                     std::span<const double> reference, uint64_t seed);

/// One set of forecasts against another on the same questions.
struct ScoreComparison {
  double brier = 0;    // how much lower the first one's score is, on average
  double brier_p = 1;  // two-sided, that there is no difference
  double log_loss = 0;
  double log_loss_p = 1;
};

/// Paired bootstrap with 4,000 draws: clusters (numbers below `count`) are drawn as a whole, since questions on the
/// same pair are not independent.
ScoreComparison compare_scores(std::span<const double> first, std::span<const double> second,
                               std::span<const uint8_t> happened, std::span<const uint32_t> clusters, size_t count,
                               uint64_t seed);

}  // namespace entente
