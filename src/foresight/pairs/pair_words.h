// Reasons of a forecast in words, with the events behind them. Internal to foresight.
#pragma once

#include "foresight/pairs/like_cases.h"
#include "foresight/pairs/pair_history.h"
#include "foresight/pairs/pair_model.h"

namespace entente {

/// Whom and what a reason is about.
struct ReasonScene {
  const PairHistory& history;
  const PairPast& past;
  const ActClass& act;
  int64_t day = 0;
  uint32_t pair = 0;
};

/// The three themes that moved the log-odds most up, and down.
void tell_reasons(const ReasonScene& scene, const ThemeEffects& effects, PairForecast& forecast);

}  // namespace entente
