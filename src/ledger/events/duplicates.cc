#include "ledger/events/duplicates.h"

#include <bit>

#include "base/random.h"

namespace entente::ledger_detail {

RowTable::RowTable(size_t rows) : filter_((1u << filter_bits) / 64), slots_(std::bit_ceil(rows * 2 + 2)) {
  mask_ = slots_.size() - 1;
}

void RowTable::put(uint64_t hash, uint32_t row) {
  filter_[hash >> filter_shift >> 6] |= 1ULL << ((hash >> filter_shift) & 63);
  size_t slot = hash & mask_;
  while (slots_[slot] != 0) slot = (slot + 1) & mask_;
  slots_[slot] = row + 1;
}

uint64_t id_hash(uint64_t id, uint32_t data_set) {
  return counted_random(id, data_set);
}

uint64_t content_hash_of(uint32_t digest, int32_t day, uint32_t data_set) {
  return counted_random(uint64_t{digest} << 32 | static_cast<uint32_t>(day), data_set);
}

}  // namespace entente::ledger_detail
