// The protocol of single-step forecasting: ranks among all entities with the time-aware filter. Internal to foresight.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/hooks.h"
#include "base/result.h"
#include "domain/fact.h"
#include "foresight/events/forecaster.h"
#include "foresight/events/scorer.h"

namespace entente {

/// The place of the answer among the scores; `others` are further true answers at the same step, that are left out.
double filtered_rank(std::span<const float> scores, int32_t answer, std::span<const int32_t> others);

/// Ranks both queries of every asked fact, in the order asked, first the object's. `history` holds facts of any step;
/// of it, and of the asked facts, those of steps before a query's are learnt first. Errors: interrupted.
Result<std::vector<RankedQuery>> rank_events(EventScorer& scorer, std::span<const Fact> history,
                                             std::span<const Fact> asked, int32_t relations, int32_t unit,
                                             const Hooks& hooks);

}  // namespace entente
