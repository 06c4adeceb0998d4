// Draws of what a scenario is unsure of, and bands of what comes of them. Inside reasoning.
#pragma once

#include <functional>
#include <vector>

#include "base/result.h"
#include "domain/trade_scenario.h"
#include "reasoning/trade/trade_effects.h"

namespace entente {

/// What one run takes for granted.
struct TradeDraw {
  double sigma = 5;
  double theta = 1;             // factor
  std::vector<double> effects;  // by change: of an agreement, or the elasticity of distance
};

/// The scenario's own values.
TradeDraw central_draw(const TradeScenario& scenario);
/// Draw number so much; depends on the seed and the number only.
TradeDraw numbered_draw(const TradeScenario& scenario, int number);
/// Whether any draw differs from the scenario's own values.
bool has_spread(const TradeScenario& scenario);

using EffectsOf = std::function<Result<TradeEffects>(const TradeDraw&)>;
/// The central run with bands from all draws. Errors: those of the central run.
Result<TradeEffects> with_bands(const TradeScenario& scenario, const EffectsOf& run, int threads);

/// Every directed pair that a change names, as (from, to); each pair once. Errors: input, with the line.
Result<std::vector<std::pair<size_t, size_t>>> pairs_of(const TradeChange& change, const std::string& path,
                                                        const std::vector<std::string>& countries);
/// All directed pairs of so many countries.
std::vector<std::pair<size_t, size_t>> foreign_pairs(size_t countries);
/// An error at the change's line of the scenario.
Error at_change(const TradeScenario& scenario, const TradeChange& change, const std::string& what);

/// What access, t^(1-sigma), is multiplied by; `elasticity` is sigma - 1 or theta.
double access_factor(const TradeChange& change, double effect, double elasticity, double tariff);

}  // namespace entente
