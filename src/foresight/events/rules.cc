#include "foresight/events/rules.h"

#include <algorithm>
#include <array>

namespace entente {

namespace {

constexpr float pseudo_cases = 8;

/// The last age of each cell but the last.
constexpr std::array<int32_t, RuleTable::ages - 1> age_ends = {1, 2, 3, 4, 6, 8, 12, 20, 40, 80, 160};

}  // namespace

RuleTable::RuleTable(int32_t relations)
    : relations_(static_cast<size_t>(relations)),
      cells_(relations_ * relations_ * ages * frequencies),
      ages_(relations_ * relations_ * ages),
      all_(relations_ * ages) {}

size_t RuleTable::cell(int32_t age, float faded_count) {
  const size_t at = static_cast<size_t>(std::lower_bound(age_ends.begin(), age_ends.end(), age) - age_ends.begin());
  return at * frequencies + (faded_count < 0.8F ? 0 : faded_count < 2.5F ? 1 : 2);
}

void RuleTable::add(int32_t relation, int32_t before, size_t cell, bool hit) {
  const float value = hit ? 1 : 0;
  Tally& fine = cells_[row(relation, before) * frequencies + cell];
  Tally& coarse = ages_[row(relation, before) + cell / frequencies];
  Tally& coarsest = all_[static_cast<size_t>(relation) * ages + cell / frequencies];
  for (Tally* tally : {&fine, &coarse, &coarsest}) {
    tally->cases += 1;
    tally->hits += value;
  }
}

float RuleTable::confidence(int32_t relation, int32_t before, size_t cell) const {
  const Tally& fine = cells_[row(relation, before) * frequencies + cell];
  const Tally& coarse = ages_[row(relation, before) + cell / frequencies];
  const Tally& coarsest = all_[static_cast<size_t>(relation) * ages + cell / frequencies];
  const float base = (coarsest.hits + pseudo_cases * 0.01F) / (coarsest.cases + pseudo_cases);
  const float by_age = (coarse.hits + pseudo_cases * base) / (coarse.cases + pseudo_cases);
  return (fine.hits + pseudo_cases * by_age) / (fine.cases + pseudo_cases);
}

}  // namespace entente
