// Fitting the three forecasts of pairs to the windows of the past, and setting the best one right. Internal to
// foresight.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "foresight/pairs/boosted_trees.h"
#include "foresight/pairs/calibration.h"
#include "foresight/pairs/gamma_poisson.h"
#include "foresight/pairs/pair_features.h"
#include "foresight/pairs/pair_hawkes.h"
#include "foresight/pairs/pair_model.h"

namespace entente {

/// A window of the past: who was active at its start, what was known then, and how it ended.
struct PastWindow {
  int64_t day = 0;
  size_t active = 0;
  size_t happened = 0;
  size_t first_meetings = 0;  // acts of pairs that had not met before
  std::vector<RateCase> rates;
  std::vector<HawkesCase> excited;
  std::vector<uint32_t> drawn;  // pairs to grow trees on: all that happened, a part of the others
  std::vector<uint8_t> drawn_happened;
  float weight = 1;   // of each of the others
  PairTable columns;  // of the drawn
};

/// What a gamma-Poisson rate is made from: how often the pair did it in how many days.
struct OwnRecord {
  int32_t acts = 0;
  double days = 0;
};
OwnRecord own_record(const PairPast& past, uint32_t pair, int64_t day);

/// Where a pair stands on a day: all that a forecast is made from.
struct PairFooting {
  Excitement excited{};
  OwnRecord own;
  std::vector<float> row;
};

/// The forecasts, fitted to windows that had ended.
struct PairFit {
  double base_rate = 0;  // of the latest window
  GammaPoisson rates;
  PairHawkes hawkes;
  BoostedTrees trees;

  /// What the trees start from: the mean of the log-odds of the two rates. The one knows bursts and answers, the other
  /// how long the pair has been watched.
  [[nodiscard]] double start(const Excitement& excited, const OwnRecord& own, double window) const;
  /// Before calibration.
  [[nodiscard]] double odds(const PairFooting& standing, double window) const {
    return start(standing.excited, standing.own, window) + trees.margin(standing.row);
  }
};

/// Windows of `days` days that ended before the past did, the latest first.
Result<std::vector<PastWindow>> past_windows(const PairPast& past, int64_t as_of, int days,
                                             const PairModelOptions& options);

/// Fitted to those windows that ended by `until`; none if they are too few to learn from.
std::optional<PairFit> fit_pairs(const PairPast& past, std::span<const PastWindow> windows, int64_t until, int days,
                                 const PairModelOptions& options);

}  // namespace entente
