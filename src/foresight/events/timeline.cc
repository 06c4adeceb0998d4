// Sorting facts into steps.
#include "foresight/events/timeline.h"

#include <algorithm>
#include <numeric>

namespace entente {

int32_t step_unit(std::span<const Fact> facts) {
  int32_t unit = 0;
  for (const Fact& fact : facts) unit = std::gcd(unit, fact.step - facts.front().step);
  return std::max(unit, 1);
}

std::vector<TimeSlice> time_slices(std::span<const Fact> facts, int32_t relations, int32_t unit) {
  std::vector<Fact> all;
  all.reserve(2 * facts.size());
  for (Fact fact : facts) {
    fact.step /= unit;
    all.push_back(fact);
    std::swap(fact.subject, fact.object);
    fact.relation += relations;
    all.push_back(fact);
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  std::vector<TimeSlice> slices;
  for (const Fact& fact : all) {
    if (slices.empty() || slices.back().step != fact.step) slices.push_back({fact.step, {}});
    slices.back().facts.push_back(fact);
  }
  return slices;
}

}  // namespace entente
