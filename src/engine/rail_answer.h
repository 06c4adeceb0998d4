// What a scenario of payment rails comes to, with all that a reader needs to judge it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/rails.h"
#include "reasoning/reasoning.h"

namespace entente {

/// A day of a settlement system.
struct SettlementAnswer {
  std::vector<SettlementBank> banks;
  size_t payments = 0;
  SettlementDay day;
  SettlementDay plain;  // the same day without any offsetting
};

struct RailAnswer {
  RailScenario scenario;
  std::vector<std::string> changes;  // in words
  std::string data;                  // where systems and links come from
  size_t systems = 0;                // in the tables
  size_t links = 0;
  std::optional<RailEffects> effects;
  std::optional<SettlementAnswer> settlement;
};

}  // namespace entente
