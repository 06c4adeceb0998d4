// What a scenario of trade comes to: changes by country and pair, each with its band.
#pragma once

#include <string>
#include <vector>

namespace entente {

/// A relative change (0.01: 1 %) and the 10th and 90th percentile of the draws.
struct Banded {
  double value = 0;
  double low = 0;
  double high = 0;
};

struct CountryEffect {
  std::string country;
  double output = 0;  // before, in the table's unit; of the sector model value added
  Banded exports, imports;
  Banded price;                                          // of its goods at the gate; of the sector model its wages
  Banded real_income;                                    // gravity: real output; sectors: income over consumer prices
  Banded welfare;                                        // gravity: real spending; sectors: the sum of the three below
  Banded terms_of_trade, volume, efficiency, real_wage;  // of the sector model only
};

/// One direction of a pair that the scenario names.
struct PairEffect {
  std::string from;
  std::string to;
  std::string sector;  // of the sector model
  double before = 0;   // in the table's unit
  bool imputed = false;
  Banded trade;
};

/// By how much real income moves where the imputed flows of the pairs concerned were half or twice as large.
struct ImputedEffect {
  std::string country;
  double at_half = 0;
  double at_double = 0;
};

struct TradeEffects {
  std::vector<CountryEffect> countries;  // in the order of the table
  std::vector<PairEffect> pairs;         // that the scenario names, larger flows first
  std::vector<ImputedEffect> imputed_effects;
  std::vector<std::pair<std::string, double>> revenue_forgone;  // by country that cuts tariffs, on the flows before
  int iterations = 0;
  double residual = 0;
  int draws = 0;
  int failed_draws = 0;  // for which there was no equilibrium
};

}  // namespace entente
