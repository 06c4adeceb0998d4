// Fitting the calibration.
#include "foresight/pairs/calibration.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
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
double knee_of(std::span<const double> odds) {
  std::vector<double> sorted(odds.begin(), odds.end());
  std::sort(sorted.begin(), sorted.end());
  double expected = 0, below = 0;
  for (const double one : sorted) expected += probability_at(one);
  for (const double one : sorted) {
    below += probability_at(one);
    if (2 * below >= expected) return one;
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

Calibration fit_calibration(std::span<const double> odds, std::span<const uint8_t> happened) {
  Calibration fitted;
  fitted.knee = knee_of(odds);
  const Eigen::Vector3d identity(0, 1, 0);
  const Eigen::Vector3d held(1 / (shift_spread * shift_spread), 1 / (slope_spread * slope_spread),
                             1 / (bend_spread * bend_spread));
  Eigen::Vector3d now = identity;
  for (int round = 0; round < most_rounds; ++round) {
    Eigen::Vector3d gradient = held.cwiseProduct(identity - now);
    Eigen::Matrix3d curvature = held.asDiagonal();
    for (size_t at = 0; at < odds.size(); ++at) {
      const Eigen::Vector3d terms(1, odds[at], std::max(0.0, odds[at] - fitted.knee));
      const double p = probability_at(now.dot(terms));
      gradient += (happened[at] - p) * terms;
      curvature += p * (1 - p) * terms * terms.transpose();
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

}  // namespace entente
