// Read-only hash tables over the bytes of a mapped model. They are built by tools/train and never change.
// Every table has a power of two of slots, is probed linearly from the key's upper bits, and keeps an empty slot.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "reading/hashing.h"

namespace entente {

/// Where a key's probing begins in a table of so many slots.
inline uint32_t home_slot(uint64_t key, uint32_t slots) {
  return static_cast<uint32_t>((key * 0x9E3779B97F4A7C15ull) >> (64 - std::countr_zero(slots)));
}

/// A class and its weight in the row of a feature.
struct ClassWeight {
  uint8_t label;
  int8_t weight;
};

/// Features of a classifier with many classes: each names the few classes that it speaks for or against.
class FeatureTable {
 public:
  struct Slot {
    uint32_t check;   // lower bits of the key; with count 0 the slot is empty
    uint32_t packed;  // offset of the row << 7 | count of the row
  };
  static constexpr uint32_t max_row = 127;
  static_assert(sizeof(Slot) == 8 && sizeof(ClassWeight) == 2);

  FeatureTable() = default;
  /// False if a row points outside the weights or no slot is empty.
  bool attach(std::span<const Slot> slots, std::span<const ClassWeight> weights, int classes);

  void prefetch(uint64_t key) const { __builtin_prefetch(&slots_[home_slot(key, size_)]); }

  void add(uint64_t key, int32_t* scores) const {
    for (uint32_t at = home_slot(key, size_);; at = (at + 1) & (size_ - 1)) {
      const Slot slot = slots_[at];
      const uint32_t count = slot.packed & max_row;
      if (count == 0) return;
      if (slot.check != static_cast<uint32_t>(key)) continue;
      const ClassWeight* row = &weights_[slot.packed >> 7];
      for (uint32_t i = 0; i < count; ++i) scores[row[i].label] += row[i].weight;
      return;
    }
  }

 private:
  const Slot* slots_ = nullptr;
  const ClassWeight* weights_ = nullptr;
  uint32_t size_ = 1;
};

/// The parser's moves: shift, left, right.
inline constexpr int move_count = 3;

/// Features of the parser: a weight for each move.
class MoveTable {
 public:
  struct Slot {
    uint16_t check;  // lower bits of the key; all weights 0: the slot is empty
    std::array<int16_t, move_count> weights;
  };
  static_assert(sizeof(Slot) == 8);

  MoveTable() = default;
  bool attach(std::span<const Slot> slots);

  void prefetch(uint64_t key) const { __builtin_prefetch(&slots_[home_slot(key, size_)]); }

  void add(uint64_t key, std::array<int32_t, move_count>& scores) const {
    for (uint32_t at = home_slot(key, size_);; at = (at + 1) & (size_ - 1)) {
      const Slot& slot = slots_[at];
      if ((slot.weights[0] | slot.weights[1] | slot.weights[2]) == 0) return;
      if (slot.check != static_cast<uint16_t>(key)) continue;
      for (int i = 0; i < move_count; ++i) scores[static_cast<size_t>(i)] += slot.weights[static_cast<size_t>(i)];
      return;
    }
  }

 private:
  const Slot* slots_ = nullptr;
  uint32_t size_ = 1;
};

/// A number for a hashed word.
class WordTable {
 public:
  struct Slot {
    uint32_t check;
    uint32_t value;  // one more than what find gives; 0: the slot is empty
  };

  WordTable() = default;
  bool attach(std::span<const Slot> slots);

  [[nodiscard]] std::optional<uint32_t> find(uint64_t key) const {
    for (uint32_t at = home_slot(key, size_);; at = (at + 1) & (size_ - 1)) {
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
