// Read-only hash tables over the bytes of a mapped model. They are built by tools/train and never change.
// A table is probed linearly from where the key's scrambled bits point, and keeps an empty slot.
#pragma once

#ifdef __SSE2__
#include <emmintrin.h>
#endif

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
  return static_cast<uint32_t>((((key * 0x9E3779B97F4A7C15ull) >> 32) * slots) >> 32);
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

  /// Adds up the weights of some features by class. Each pass touches memory that the one before asked for: what takes
  /// time here is waiting for it.
  template <size_t Count>
  void score(const std::array<uint64_t, Count>& keys, int32_t* scores) const {
    std::array<Row, Count> rows;
    for (const uint64_t key : keys) __builtin_prefetch(&slots_[home_slot(key, size_)]);
    size_t found = 0;
    for (const uint64_t key : keys) {
      const Row row = find(key);
      if (row.count == 0) continue;
      __builtin_prefetch(row.weights);
      rows[found++] = row;
    }
    for (size_t r = 0; r < found; ++r) {
      for (uint32_t i = 0; i < rows[r].count; ++i) scores[rows[r].weights[i].label] += rows[r].weights[i].weight;
    }
  }

 private:
  struct Row {
    const ClassWeight* weights;
    uint32_t count;
  };

  [[nodiscard]] Row find(uint64_t key) const {
    for (uint32_t at = home_slot(key, size_);; at = at + 1 == size_ ? 0 : at + 1) {
      const Slot slot = slots_[at];
      const uint32_t count = slot.packed & max_row;
      if (count == 0 || slot.check == static_cast<uint32_t>(key)) return {&weights_[slot.packed >> 7], count};
    }
  }

  const Slot* slots_ = nullptr;
  const ClassWeight* weights_ = nullptr;
  uint32_t size_ = 1;
};

/// The parser's moves: shift, left, right.
inline constexpr int move_count = 3;

/// Features of the parser: a weight for each move. The parser asks a thousand times a word, so a bucket is one line of
/// the cache, and a feature is in its own bucket or nowhere.
class MoveTable {
 public:
  using Value = int32_t;
  static constexpr size_t bucket_size = 12;
  struct alignas(64) Bucket {
    std::array<uint16_t, bucket_size> checks{};  // 0: empty
    std::array<std::array<int8_t, move_count>, bucket_size> weights{};
  };
  static_assert(sizeof(Bucket) == 64);

  /// Never 0.
  static uint16_t check_of(uint64_t key) { return static_cast<uint16_t>(key | 1); }

  MoveTable() = default;
  bool attach(std::span<const Bucket> buckets);

  void prefetch(uint64_t key) const { __builtin_prefetch(&buckets_[home_slot(key, size_)]); }

  void add(uint64_t key, std::array<Value, move_count>& scores) const {
    const Bucket& bucket = buckets_[home_slot(key, size_)];
    const size_t place = place_of(bucket, check_of(key));
    if (place == bucket_size) return;
    for (size_t i = 0; i < move_count; ++i) scores[i] += bucket.weights[place][i];
  }

 private:
#ifdef __SSE2__
  /// Twelve comparisons at once: the second load reaches into the weights, which the mask cuts off.
  static size_t place_of(const Bucket& bucket, uint16_t check) {
    const __m128i wanted = _mm_set1_epi16(static_cast<int16_t>(check));
    const auto* line = reinterpret_cast<const __m128i*>(&bucket);
    const int low = _mm_movemask_epi8(_mm_cmpeq_epi16(_mm_load_si128(line), wanted));
    const int high = _mm_movemask_epi8(_mm_cmpeq_epi16(_mm_load_si128(line + 1), wanted)) & 0xFF;
    const auto found = static_cast<uint32_t>(low | (high << 16));
    return found == 0 ? bucket_size : static_cast<size_t>(std::countr_zero(found)) / 2;
  }
#else
  static size_t place_of(const Bucket& bucket, uint16_t check) {
    size_t place = 0;
    while (place < bucket_size && bucket.checks[place] != check) ++place;
    return place;
  }
#endif

  const Bucket* buckets_ = nullptr;
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
