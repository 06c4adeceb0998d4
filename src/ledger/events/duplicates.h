// Finds rows that are there already, by id and by content. Internal to the ledger.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "ledger/events/rows.h"

namespace entente::ledger_detail {

/// What a row is beside those that came before it.
enum class RowState : uint8_t { fresh, duplicate, changed };

/// A set of rows by a hash of some of their columns; the caller says which rows are the same.
class RowTable {
 public:
  explicit RowTable(size_t rows);
  /// The first row put in with that hash for which `same` holds; none: -1.
  template <class Same>
  [[nodiscard]] int64_t find(uint64_t hash, const Same& same) const {
    if ((filter_[hash >> filter_shift >> 6] >> ((hash >> filter_shift) & 63) & 1) == 0) return -1;
    for (size_t slot = hash & mask_;; slot = (slot + 1) & mask_) {
      if (slots_[slot] == 0) return -1;
      if (same(slots_[slot] - 1)) return slots_[slot] - 1;
    }
  }
  void put(uint64_t hash, uint32_t row);
  /// What is asked or put soon is fetched from memory while other work goes on.
  void fetch(uint64_t hash) const {
    __builtin_prefetch(&filter_[hash >> filter_shift >> 6]);
    __builtin_prefetch(&slots_[hash & mask_]);
  }

 private:
  static constexpr unsigned filter_bits = 26;  // so that it stays near the processor
  static constexpr unsigned filter_shift = 64 - filter_bits;
  std::vector<uint64_t> filter_;
  std::vector<uint32_t> slots_;
  size_t mask_ = 0;
};

uint64_t id_hash(uint64_t id, uint32_t data_set);
uint64_t content_hash_of(uint32_t digest, int32_t day, uint32_t data_set);

}  // namespace entente::ledger_detail
