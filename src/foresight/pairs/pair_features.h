// What can be said of a pair on a day from what went before: the columns that the trees see. Internal to foresight.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "foresight/pairs/actor_records.h"
#include "foresight/pairs/pair_past.h"

namespace entente {

/// What a column is about, for reasons.
enum class PairTheme : uint8_t {
  act,       // the pair's own record of the act that is asked about
  answered,  // the other side's record of it towards this one
  words,     // the pair's record in the five families
  verbal_cooperation,
  material_cooperation,
  verbal_conflict,
  material_conflict,
  contact,        // how often and how lately the two had to do with each other
  source_habit,   // what the source does to others
  target_fate,    // what others do to the target
  third_parties,  // common friends and adversaries, conflict with others
  countries,      // what their countries do to each other
  kinds,          // what actors of their kinds do to each other
};
inline constexpr size_t pair_themes = 13;

/// The theme of each column, in order.
const std::vector<PairTheme>& pair_columns();
size_t pair_column_count();

/// Rows of columns.
struct PairTable {
  std::vector<uint32_t> pairs;  // one a row
  std::vector<float> values;    // row by row

  [[nodiscard]] std::span<const float> row(size_t at) const {
    return std::span(values).subspan(at * pair_column_count(), pair_column_count());
  }
};

/// Fills rows for a day from all acts before it.
class PairColumns {
 public:
  /// `active` are the pairs that are active on that day. The past must outlive this.
  PairColumns(const PairPast& past, int64_t day, std::span<const uint32_t> active);

  /// The row of a pair, as it would be if these acts of the pair had happened the day before as well.
  void fill(uint32_t pair, std::span<float> row, std::span<const PastAct> as_well = {}) const;
  [[nodiscard]] PairTable table(std::vector<uint32_t> pairs, int threads) const;
  [[nodiscard]] const ActorRecords& actors() const { return actors_; }

 private:
  const PairPast& past_;
  int64_t day_;
  ActorRecords actors_;
  std::vector<DailyFading> act_fading_;
  std::vector<DailyFading> family_fading_;
};

}  // namespace entente
