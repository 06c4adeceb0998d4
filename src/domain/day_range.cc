#include "domain/day_range.h"

#include <algorithm>

namespace entente {

std::vector<DayRange> joined(std::vector<DayRange> ranges) {
  std::sort(ranges.begin(), ranges.end());
  std::vector<DayRange> out;
  for (const DayRange& range : ranges) {
    if (out.empty() || range.first > out.back().last + 1) {
      out.push_back(range);
    } else {
      out.back().last = std::max(out.back().last, range.last);
    }
  }
  return out;
}

int64_t days_inside(const DayRange& period, const std::vector<DayRange>& ranges) {
  int64_t days = 0;
  for (const DayRange& range : ranges) {
    days += std::max<int64_t>(0, std::min(period.last, range.last) - std::max(period.first, range.first) + 1);
  }
  return days;
}

}  // namespace entente
