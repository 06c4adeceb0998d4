// Spans of days, as they are asked for, covered or held.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

namespace entente {

/// Days since 1970-01-01, both included.
struct DayRange {
  int64_t first = 0;
  int64_t last = 0;
  auto operator<=>(const DayRange&) const = default;
};

/// The same days in order and apart: ranges that meet or touch become one.
std::vector<DayRange> joined(std::vector<DayRange> ranges);

/// How many days of a period one of the ranges holds; the ranges are sorted and apart.
int64_t days_inside(const DayRange& period, const std::vector<DayRange>& ranges);

}  // namespace entente
