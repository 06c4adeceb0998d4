// A row of numbers as a row of bars. Inside report: may change.
#pragma once

#include <string>
#include <vector>

namespace entente {

/// One of eight bars a value, from the lowest at `low` to the full at `high`; values beyond are cut.
std::string sparkline(const std::vector<double>& values, double low, double high);

}  // namespace entente
