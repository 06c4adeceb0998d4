// The Hawkes forecast: acts excite further acts of the pair, in both directions, and the excitement fades. Internal to
// foresight.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "foresight/pairs/pair_past.h"

namespace entente {

inline constexpr std::array<double, 5> hawkes_half_lives = {2, 8, 30, 90, 360};  // days
/// Excitement by kernel: of acts of the pair's own direction, then of the other one.
using Excitement = std::array<double, 2 * hawkes_half_lives.size()>;

/// What is left on a day of all wanted acts before it: sum of 2^(-age / half-life), by kernel.
Excitement excitement(const PairPast& past, uint32_t pair, int64_t day);

/// Like pairs: excitement at the start of a window, and how many of them saw the act within it.
struct HawkesCase {
  Excitement excited{};
  double cases = 0;
  double happened = 0;
};

/// A pair's rate is base + sum over kernels k of weight_k * b_k * excitement_k, b_k = ln 2 / half-life (Hawkes 1971).
struct PairHawkes {
  double base = 0;  // acts a day
  Excitement weights{};

  /// The rate's integral over a window in which nothing new happens.
  [[nodiscard]] double expected(const Excitement& excited, double window) const;
  /// That the act happens: until it does, its own past alone excites, so 1 - exp(-expected) is exact but for acts of
  /// the other direction within the window.
  [[nodiscard]] double probability(const Excitement& excited, double window) const;
  /// Of the windows' outcomes, in nats.
  [[nodiscard]] double log_likelihood(std::span<const HawkesCase> cases, double window) const;
};

/// The base and weights, none below 0, under which the windows' outcomes are likeliest. The likelihood has one peak; it
/// is climbed by expectation and maximisation (Veen and Schoenberg 2008, with counts known as none or some). Needs a
/// case that happened.
PairHawkes fit_pair_hawkes(std::span<const HawkesCase> cases, double window);

}  // namespace entente
