// Rules "whoever stood in r' to another, stands in r to it": how often each held, by how long ago and how often r' was.
// Internal to foresight.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente {

/// Counts for each pair of relations and each cell of age and frequency how often a query (s, r, ?) found an entity
/// with that history (cases), and how often it was an answer (hits). The confidence is hits by cases with pseudo-counts
/// that back off from the cell to the age alone, and from there to all r' (as TLogic, Liu et al. 2022, and
/// CountTRuCoLa, Gastinger et al. 2025, with the condition that the query is asked).
class RuleTable {
 public:
  explicit RuleTable(int32_t relations);  // both directions counted

  static constexpr size_t ages = 12;
  static constexpr size_t frequencies = 3;

  /// The cell of a history: age in steps (1 and up), and its faded count.
  static size_t cell(int32_t age, float faded_count);

  /// Not for two threads at once with the same `relation`.
  void add(int32_t relation, int32_t before, size_t cell, bool hit);
  [[nodiscard]] float confidence(int32_t relation, int32_t before, size_t cell) const;

 private:
  struct Tally {
    float cases = 0;
    float hits = 0;
  };
  [[nodiscard]] size_t row(int32_t relation, int32_t before) const {
    return (static_cast<size_t>(relation) * relations_ + static_cast<size_t>(before)) * ages;
  }

  size_t relations_;
  std::vector<Tally> cells_;  // relation, before, age, frequency
  std::vector<Tally> ages_;   // relation, before, age
  std::vector<Tally> all_;    // relation, age
};

}  // namespace entente
