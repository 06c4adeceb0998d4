// Base rates that ship with the program.
#include "foresight/pairs/base_rates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>

namespace entente {
namespace {

/// By CAMEO root from 01: the share of pairs with such an act in 30 days, of those active in the year before. Counted
/// in ICEWS, 2014, as of the last days of October and November (docs/forecasting.md).
constexpr std::array<double, 20> rate_of_root = {.0156, .0070, .0078, .0140, .0063, .0007, .0009, .0010, .0009, .0020,
                                                 .0061, .0015, .0010, .0008, .0003, .0005, .0041, .0031, .0029, .00005};
constexpr double counted_days = 30;

}  // namespace

double shipped_base_rate(const ActClass& act, int days) {
  std::set<size_t> roots;
  for (const std::string& code : act.codes) {
    size_t root = 0;
    std::from_chars(code.data(), code.data() + std::min<size_t>(2, code.size()), root);
    if (root >= 1 && root <= rate_of_root.size()) roots.insert(root);
  }
  double none = 1;
  for (const size_t root : roots) none *= 1 - rate_of_root[root - 1];
  return 1 - std::pow(none, days / counted_days);
}

}  // namespace entente
