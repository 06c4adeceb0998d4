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
  const ActorRecords& actors;
  const ActClass& act;
  int64_t day = 0;
  uint32_t pair = 0;
};

/// The three themes that moved the log-odds most up, and down, of those whose record can be told that way. What speaks
/// for the act is something that was there. What speaks against it is an absence, a fall, or what runs against acts of
/// its kind. An effect that points away from its record (more than others did not do it, say) is not told.
void tell_reasons(const ReasonScene& scene, const ThemeEffects& effects, PairForecast& forecast);

}  // namespace entente
