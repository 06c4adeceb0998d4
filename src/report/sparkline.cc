// Block elements of Unicode, an eighth of the height each.
#include "report/sparkline.h"

#include <algorithm>
#include <array>

namespace entente {

std::string sparkline(const std::vector<double>& values, double low, double high) {
  static constexpr std::array<const char*, 8> bars = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  std::string out;
  for (const double value : values) {
    const double share = high > low ? (value - low) / (high - low) : 0.5;
    out += bars[static_cast<size_t>(std::clamp(share * 8, 0.0, 7.0))];
  }
  return out;
}

}  // namespace entente
