// Forecasts of the past with their ends: what a probability of today is compared with. Internal to foresight.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "foresight/pairs/pair_features.h"
#include "foresight/pairs/pair_model.h"

namespace entente {

/// How far each theme moved the log-odds; by PairTheme.
using ThemeEffects = std::array<double, pair_themes>;

/// A forecast that was made without knowing its end.
struct PastForecast {
  uint32_t pair = 0;
  bool happened = false;
  int64_t day = 0;
  double odds = 0;  // calibrated log-odds
};

/// What became of pairs that were told to be about as likely.
struct LikeCases {
  size_t cases = 0;
  size_t happened = 0;
  double low = 0;  // four fifths of the rates that fit these ends lie between (Jeffreys interval)
  double high = 0;
};

/// Sorts by log-odds, then day and pair.
void sort_forecasts(std::vector<PastForecast>& forecasts);
/// Of the forecasts nearest to these log-odds. Needs sorted ones.
LikeCases like_cases(const std::vector<PastForecast>& forecasts, double odds);
/// Of the sorted forecasts those within `reach` of the log-odds: first and behind the last.
std::pair<size_t, size_t> within_reach(const std::vector<PastForecast>& forecasts, double odds, double reach);

}  // namespace entente
