// A read-only hash table over the bytes of a mapped model: a number for a hashed word. It is built by tools/train and
// never changes. It is probed linearly from where the key's scrambled bits point, and keeps an empty slot.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "reading/hashing.h"

namespace entente {

class WordTable {
 public:
  struct Slot {
    uint32_t check;  // lower bits of the key
    uint32_t value;  // one more than what find gives; 0: the slot is empty
  };

  /// Where a key's probing begins in a table of so many slots.
  static uint32_t home_slot(uint64_t key, uint32_t slots) {
    return static_cast<uint32_t>((((key * 0x9E3779B97F4A7C15ull) >> 32) * slots) >> 32);
  }

  WordTable() = default;
  /// False if no slot is empty, so that a look-up would go round in circles, or a value is not below `limit`.
  bool attach(std::span<const Slot> slots, uint32_t limit);

  [[nodiscard]] std::optional<uint32_t> find(uint64_t key) const {
    for (uint32_t at = home_slot(key, size_);; at = at + 1 == size_ ? 0 : at + 1) {
      const Slot slot = slots_[at];
      if (slot.value == 0) return std::nullopt;
      if (slot.check == static_cast<uint32_t>(key)) return slot.value - 1;
    }
  }

 private:
  const Slot* slots_ = nullptr;
  uint32_t size_ = 1;
};

}  // namespace entente
