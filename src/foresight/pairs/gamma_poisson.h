// The gamma-Poisson forecast: each pair has a rate of its own, drawn from one gamma distribution. Internal to
// foresight.
#pragma once

#include <cstdint>
#include <span>

namespace entente {

/// Pairs that are alike to this model: so many acts in so many days, then a window.
struct RateCase {
  int32_t acts = 0;
  double days = 0;
  double cases = 0;     // so many pairs
  double happened = 0;  // of which so many saw the act within the window
};

/// Rates are Gamma(shape, 1 / days) a priori; acts of a pair a Poisson process (Greenwood and Yule 1920).
struct GammaPoisson {
  double shape = 1;
  double days = 1;

  /// The rate is integrated out: 1 - ((days + d) / (days + d + window))^(shape + acts), after `acts` in d days.
  [[nodiscard]] double probability(int32_t acts, double in_days, double window) const;
  /// Of the windows' outcomes, in nats.
  [[nodiscard]] double log_likelihood(std::span<const RateCase> cases, double window) const;
};

/// The shape and days under which the windows' outcomes are likeliest, found by two nested golden sections over their
/// logarithms. Needs a case that happened.
GammaPoisson fit_gamma_poisson(std::span<const RateCase> cases, double window);

}  // namespace entente
