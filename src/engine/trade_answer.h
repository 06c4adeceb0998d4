// What a scenario of trade comes to, with all that a reader needs to judge it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/trade_scenario.h"
#include "reasoning/reasoning.h"

namespace entente {

struct TradeAnswer {
  TradeScenario scenario;
  TradeEffects effects;
  std::string data;                  // where the figures come from, in words
  std::string unit;                  // of flows and output
  int year = 0;                      // 0: not told
  std::vector<std::string> changes;  // in words, in the order of the scenario
  std::vector<std::string> named;    // countries that the changes name, sorted
  std::vector<std::pair<std::string, std::string>>
      imputed;       // pairs whose flow is an estimate; home sales: twice the same
  size_t flows = 0;  // in the table
};

}  // namespace entente
