// Setting probabilities right by how earlier ones ended. Internal to foresight.
#pragma once

#include <span>

namespace entente {

/// ln(p / (1 - p)); no probability is taken to be nearer to 0 or 1 than 1e-6.
double log_odds(double probability);
double from_log_odds(double odds);

/// Log-odds x become shift + slope x + bend max(0, x - knee): Platt's sigmoid (1999) with a slope of its own for what
/// is likelier than the knee.
struct Calibration {
  double shift = 0;
  double slope = 1;
  double bend = 0;
  double knee = 0;

  [[nodiscard]] double apply(double odds) const;
  /// By how much a difference of log-odds counts between these two.
  [[nodiscard]] double stretch(double from, double to) const;
};

/// Log-odds that were forecast, and how it ended.
struct TriedOdds {
  double odds = 0;
  bool happened = false;
  double weight = 1;
};

/// The likeliest one for these ends, by Newton's method, held near the identity where there is little to learn from.
/// Half of what is expected to happen lies above the knee.
Calibration fit_calibration(std::span<const TriedOdds> tried);

/// The sum of the probabilities.
double expected_number(std::span<const double> odds);
/// What is to be added to all log-odds so that their probabilities add up to `number`, by Newton's method. Needs
/// 0 < number < odds.size().
double shift_to(std::span<const double> odds, double number);

}  // namespace entente
