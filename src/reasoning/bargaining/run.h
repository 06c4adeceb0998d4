// A run of a bargaining model with its whole path or its end alone. Inside bargaining.
#pragma once

#include "reasoning/bargaining/bargaining.h"

namespace entente {

/// As bargain(); without `path` the one round that is told is the last.
Result<Bargaining> run_bargain(const BargainingTable& table, const BargainOptions& options, bool path);

/// The ends of the issue: those that were given, or the model's own.
std::pair<double, double> scale_of(const BargainingTable& table, const BargainOptions& options);

/// Sets the mean and the median of a round from its positions.
void summarise(const BargainingTable& table, BargainRound& round);

}  // namespace entente
