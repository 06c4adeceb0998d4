// Replaying the past: forecasts of pairs as of many days, each made from what was there before it, and scored.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/hooks.h"
#include "base/result.h"
#include "foresight/pairs/act_class.h"
#include "foresight/pairs/pair_history.h"
#include "foresight/pairs/probability_scores.h"

namespace entente {

struct PairBacktestOptions {
  std::vector<int64_t> origins;  // days since 1970-01-01, ascending
  int horizon_days = 30;
  std::vector<ActClass> acts;
  /// Where the actor of that name belongs ("Africa"), for scores by region; empty: unknown. May be unset.
  std::function<std::string(const std::string&)> region;
  uint64_t seed = 1;
  int threads = 1;
  Hooks hooks;
};

struct PairMethodScores {
  std::string method;  // "climatology", "gamma-poisson", "hawkes", "model"
  ProbabilityScores scores;
  std::vector<ReliabilityBin> reliability;
};

/// The model's scores on a part of the questions.
struct PairPartScores {
  std::string part;  // a day, or a region
  ProbabilityScores scores;
};

struct PairActScores {
  ActClass act;
  int horizon_days = 30;
  std::vector<PairMethodScores> methods;  // the model last
  std::vector<ScoreComparison> against;   // the model against each of the others, in their order
  std::vector<PairPartScores> by_origin;
  std::vector<PairPartScores> by_region;  // of the source
};

/// Questions are all pairs of which either acted towards the other in the year before an origin, in both directions.
/// Errors: usage (no origin; a window that the data do not cover, naming it), interrupted.
Result<std::vector<PairActScores>> backtest_pairs(const PairHistory& history, const PairBacktestOptions& options);

}  // namespace entente
