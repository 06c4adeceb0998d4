// How good probabilities were, by what happened: one by one, in bins, and by their order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// (probability - outcome)^2: 0 is best, 1 worst (Brier 1950).
double brier_score(double probability, bool yes);
/// -ln of the probability given to what happened; a probability of 0 or 1 counts as 1e-6 away from it (Good 1952).
double log_score(double probability, bool yes);

/// A point of a reliability diagram.
struct ReliabilityBin {
  size_t questions = 0;
  size_t happened = 0;
  double forecast = 0;   // mean probability
  double frequency = 0;  // share that happened
};

inline constexpr size_t reliability_bins_usual = 15;

/// Questions from the least to the most probable; those of the same probability as they came.
std::vector<uint32_t> by_probability(std::span<const double> probabilities);

/// Bins of as many questions each, by probability; none of them is empty.
std::vector<ReliabilityBin> reliability_bins(std::span<const double> probabilities, std::span<const uint8_t> happened,
                                             size_t bins = reliability_bins_usual);

/// AUC: the chance that what happened got a higher probability than what did not, ties as one half; one half where
/// all or nothing happened.
double area_under_curve(std::span<const double> probabilities, std::span<const uint8_t> happened);

}  // namespace entente
