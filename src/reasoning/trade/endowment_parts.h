// The closures of the endowment economy, and sums over its flows. Inside reasoning.
#pragma once

#include <vector>

#include "reasoning/trade/endowment.h"
#include "reasoning/trade/margins.h"

namespace entente {

Result<EndowmentOutcome> book_equilibrium(const EndowmentBase& base, const EndowmentChange& change,
                                          const EndowmentOptions& options);
Result<EndowmentOutcome> held_equilibrium(const EndowmentBase& base, const EndowmentChange& change,
                                          const EndowmentOptions& options);

/// What each country sells to (or, `imports`, buys from) all others; `flow` is n x n.
std::vector<double> foreign_sales(const std::vector<double>& flow, size_t n, bool imports);
/// after / before - 1; 0 where there was nothing before.
std::vector<double> relative_change(const std::vector<double>& before, const std::vector<double>& after);

}  // namespace entente
