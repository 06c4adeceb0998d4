// Scenarios run: trade costs changed as they say, solved, and solved again for each draw of what is uncertain.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/trade_scenario.h"
#include "domain/trade_table.h"
#include "reasoning/trade/endowment.h"
#include "reasoning/trade/sector_accounts.h"
#include "reasoning/trade/trade_effects.h"

namespace entente {

/// A regressor of the trade costs: coefficient, its standard error, and its values by pair.
struct CostTerm {
  double coefficient = 0;
  double error = 0;
  std::vector<double> values;  // n x n
};

struct GravityWorld {
  TradeTable table;
  EndowmentBase base;                     // access is the table's flow, or what the equation fits
  std::map<std::string, CostTerm> terms;  // by name; empty where trade is taken as observed
};

/// Output and spending are the table's sums, access its flows. Errors: input (a country without any sales or
/// purchases).
Result<GravityWorld> gravity_world(TradeTable table);

/// Runs a scenario of the endowment economy, with at most so many threads; the result is the same for any number.
/// A pair's access to its market is multiplied by
///   tariff cut      s f^(1-sigma) + (1 - s), f = (1 + t (1 - cut)) / (1 + t), s the share of the flow concerned
///   sanctions       s (1 + cost)^(1-sigma) + (1 - s); a ban: 1 - s
///   agreement       exp(effect) for the share concerned
///   corridor        (1 + distance)^effect, or (1 + cost)^(1-sigma), for the share concerned
///   variable        exp(coefficient (value - what it was))
/// Sigma is drawn from a triangle between its ends with its mode at sigma, effects from a normal distribution.
/// Errors: input, with the scenario's line (a country that the table does not have, a tariff that is not told), and
/// those of endowment_equilibrium.
Result<TradeEffects> run_gravity(const GravityWorld& world, const TradeScenario& scenario, int threads);

struct SectorWorld {
  SectorEconomy economy;
  DataFrame trade;  // the table it came from, for its other columns of tariffs
};

/// Runs a scenario of the sector model. A tariff cut takes share x cut of each sector's tariff; trade costs change so
/// that, at unchanged prices, trade answers as in run_gravity with theta_j for sigma - 1. All theta are drawn by one
/// factor, from a triangle with its mode at 1. Errors: as run_gravity, and those of sector_equilibrium.
Result<TradeEffects> run_sectors(const SectorWorld& world, const TradeScenario& scenario, int threads);

}  // namespace entente
