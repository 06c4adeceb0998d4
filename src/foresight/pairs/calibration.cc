// Fitting the calibration.
#include "foresight/pairs/calibration.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <tuple>
#include <vector>

namespace entente {
namespace {

constexpr double surest = 1e-6;
constexpr double shift_spread = 0.5;  // how far from the identity is to be expected, beforehand
constexpr double slope_spread = 0.2;
constexpr double bend_spread = 0.2;
constexpr int most_rounds = 30;

double probability_at(double odds) {
  return 1 / (1 + std::exp(-odds));
}

/// Half of what is expected to happen lies above.
double knee_of(std::span<const TriedOdds> tried) {
  std::vector<TriedOdds> sorted(tried.begin(), tried.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const auto& a, const auto& b) { return std::tie(a.odds, a.weight) < std::tie(b.odds, b.weight); });
  double expected = 0, below = 0;
  for (const TriedOdds& one : sorted) expected += one.weight * probability_at(one.odds);
  for (const TriedOdds& one : sorted) {
    below += one.weight * probability_at(one.odds);
    if (2 * below >= expected) return one.odds;
  }
  return 0;
}

}  // namespace

double log_odds(double probability) {
  const double p = std::clamp(probability, surest, 1 - surest);
  return std::log(p / (1 - p));
}

double from_log_odds(double odds) {
  return std::clamp(probability_at(odds), surest, 1 - surest);
}

double Calibration::apply(double odds) const {
  return shift + slope * odds + bend * std::max(0.0, odds - knee);
}

double Calibration::stretch(double from, double to) const {
  if (std::abs(to - from) < 1e-3) return slope + (to > knee ? bend : 0);
  return (apply(to) - apply(from)) / (to - from);
}

Calibration fit_calibration(std::span<const TriedOdds> tried) {
  Calibration fitted;
  fitted.knee = knee_of(tried);
  const Eigen::Vector3d identity(0, 1, 0);
  const Eigen::Vector3d held(1 / (shift_spread * shift_spread), 1 / (slope_spread * slope_spread),
                             1 / (bend_spread * bend_spread));
  Eigen::Vector3d now = identity;
  for (int round = 0; round < most_rounds; ++round) {
    Eigen::Vector3d gradient = held.cwiseProduct(identity - now);
    Eigen::Matrix3d curvature = held.asDiagonal();
    for (const TriedOdds& one : tried) {
      const Eigen::Vector3d terms(1, one.odds, std::max(0.0, one.odds - fitted.knee));
      const double p = probability_at(now.dot(terms));
      gradient += one.weight * ((one.happened ? 1 : 0) - p) * terms;
      curvature += one.weight * p * (1 - p) * terms * terms.transpose();
    }
    const Eigen::Vector3d step = curvature.ldlt().solve(gradient);
    now += step;
    if (step.cwiseAbs().sum() < 1e-10) break;
  }
  fitted.shift = now[0];
  fitted.slope = now[1];
  fitted.bend = now[2];
  return fitted;
}

double expected_number(std::span<const double> odds) {
  double sum = 0;
  for (const double one : odds) sum += probability_at(one);
  return sum;
}

double shift_to(std::span<const double> odds, double number) {
  double shift = 0;
  for (int round = 0; round < most_rounds; ++round) {
    double excess = -number, slope = 0;
    for (const double one : odds) {
      const double p = probability_at(one + shift);
      excess += p;
      slope += p * (1 - p);
    }
    const double step = std::clamp(-excess / slope, -1.0, 1.0);
    shift += step;
    if (std::abs(step) < 1e-10) break;
  }
  return shift;
}

}  // namespace entente
