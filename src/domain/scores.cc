// Scoring probabilities.
#include "domain/scores.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente {

double brier_score(double probability, bool yes) {
  const double miss = probability - (yes ? 1 : 0);
  return miss * miss;
}

double log_score(double probability, bool yes) {
  constexpr double least = 1e-6;
  return -std::log(std::clamp(yes ? probability : 1 - probability, least, 1 - least));
}

std::vector<uint32_t> by_probability(std::span<const double> probabilities) {
  std::vector<uint32_t> order(probabilities.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](uint32_t a, uint32_t b) { return probabilities[a] < probabilities[b]; });
  return order;
}

std::vector<ReliabilityBin> reliability_bins(std::span<const double> probabilities, std::span<const uint8_t> happened,
                                             size_t bins) {
  const std::vector<uint32_t> order = by_probability(probabilities);
  std::vector<ReliabilityBin> out;
  for (size_t bin = 0; bin < bins; ++bin) {
    const size_t begin = bin * order.size() / bins, end = (bin + 1) * order.size() / bins;
    if (begin == end) continue;
    ReliabilityBin& one = out.emplace_back();
    one.questions = end - begin;
    for (size_t at = begin; at < end; ++at) {
      one.forecast += probabilities[order[at]];
      one.happened += happened[order[at]];
    }
    one.forecast /= static_cast<double>(one.questions);
    one.frequency = static_cast<double>(one.happened) / static_cast<double>(one.questions);
  }
  return out;
}

double area_under_curve(std::span<const double> probabilities, std::span<const uint8_t> happened) {
  const std::vector<uint32_t> order = by_probability(probabilities);
  double ranks = 0, yes = 0;
  for (size_t begin = 0, end = 0; begin < order.size(); begin = end) {
    double among = 0;
    while (end < order.size() && probabilities[order[end]] == probabilities[order[begin]]) {
      among += happened[order[end++]];
    }
    ranks += among * static_cast<double>(begin + end + 1) / 2;
    yes += among;
  }
  const double no = static_cast<double>(order.size()) - yes;
  return yes == 0 || no == 0 ? 0.5 : (ranks - yes * (yes + 1) / 2) / (yes * no);
}

}  // namespace entente
