// Trade costs scaled to what countries sell and spend in all. Inside reasoning.
#pragma once

#include <vector>

#include "base/result.h"

namespace entente {

struct FittedMargins {
  std::vector<double> flow;    // n x n, row by row
  std::vector<double> row;     // n, multipliers
  std::vector<double> column;  // n; that of the reference is 1
};

/// Scales rows and columns of `access` (n x n, 0 or above) until they sum to the margins: iterative proportional
/// fitting, which is what PPML with exporter and importer effects does to given trade costs (Fally 2015). The margins
/// have the same sum. Errors: input where it does not settle.
Result<FittedMargins> fit_margins(const std::vector<double>& access, const std::vector<double>& rows,
                                  const std::vector<double>& columns, size_t reference);

}  // namespace entente
