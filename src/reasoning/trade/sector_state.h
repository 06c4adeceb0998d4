// One state of the sector model, solved from the accounts. Inside reasoning.
#pragma once

#include <vector>

#include "base/result.h"
#include "reasoning/trade/sectors.h"

namespace entente {

/// Hats are factors against the accounts.
struct SectorState {
  std::vector<double> wage;      // N, hat
  std::vector<double> cost;      // J x N, hat of the input bundle
  std::vector<double> price;     // J x N, hat
  std::vector<double> share;     // J x N x N, of the importer's spending
  std::vector<double> spending;  // J x N, tariffs included
  std::vector<double> revenue;   // N
  std::vector<double> income;    // N
  int iterations = 0;
  double residual = 0;
};

/// Errors: input where it does not converge.
Result<SectorState> solve_sector_state(const SectorEconomy& economy, const SectorPolicy& policy,
                                       const SectorOptions& options);

}  // namespace entente
