// Many countries, many sectors, inputs bought from all of them, tariffs that raise revenue: Caliendo and Parro (2015).
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace entente {

/// A year's accounts. N regions, J sectors; values in one currency, tariffs as fractions.
struct SectorEconomy {
  std::vector<std::string> regions;  // N
  std::vector<std::string> sectors;  // J
  std::vector<double> trade;         // J x N (importer) x N (exporter), without tariffs; the diagonal is sold at home
  std::vector<double> tariff;        // J x N x N, likewise
  std::vector<double> value_added;   // N x J
  std::vector<double> inputs;        // N x J (input) x J (sector that uses it); by-products below 0
  std::vector<double> final_use;     // N x J; only its shares within a region count
  std::vector<double> theta;         // J, dispersion of productivity: the trade elasticity
  std::vector<double> deficit;       // N, imports less exports; they sum to 0

  [[nodiscard]] size_t pair(size_t sector, size_t importer, size_t exporter) const {
    return (sector * regions.size() + importer) * regions.size() + exporter;
  }
};

/// What governments and distance do in one of the two states that are compared.
struct SectorPolicy {
  std::vector<double> tariff;   // J x N x N
  std::vector<double> cost;     // J x N x N, factor on the iceberg cost of the accounts; 1: as it is
  std::vector<double> deficit;  // N
};

struct SectorOptions {
  double tolerance = 1e-10;  // of wages, relative
  int most_iterations = 5000;
};

/// From the state before to the state after. Relative changes (0.01: 1 %), values in the accounts' currency.
struct SectorOutcome {
  std::vector<double> wage;            // N
  std::vector<double> consumer_price;  // N
  std::vector<double> real_wage;       // N
  std::vector<double> real_income;     // N, income over consumer prices, revenue and deficit included
  std::vector<double> welfare;         // N, to first order: the three parts below (equation 17 of the paper)
  std::vector<double> terms_of_trade;  // N
  std::vector<double> volume;          // N
  std::vector<double> efficiency;      // N, of iceberg costs
  std::vector<double> revenue_before;  // N, of tariffs
  std::vector<double> revenue_after;   // N
  std::vector<double> trade_before;    // J x N x N
  std::vector<double> trade_after;     // J x N x N
  int iterations = 0;                  // of both states
  double residual = 0;                 // the larger of the two states' last changes of wages
};

/// Exact hat algebra (equations 10 to 14): both states are solved from the accounts, and compared. Wages are the fixed
/// point of what production pays, by Anderson's mixing; prices and spending are solved within. World wages are held.
/// Errors: input (tables of the wrong size, a value that is negative or not finite, a region without value added,
/// theta of 0 or less, no convergence).
Result<SectorOutcome> sector_equilibrium(const SectorEconomy& economy, const SectorPolicy& before,
                                         const SectorPolicy& after, const SectorOptions& options = {});

/// The accounts as they are: their tariffs and deficits, and costs of 1.
SectorPolicy policy_of(const SectorEconomy& economy);

}  // namespace entente
