// Columns of whole numbers, each stored in as few bits as the largest of its block needs, over the smallest (frame of
// reference: Goldstein, Ramakrishnan and Shaft 1998, "Compressing relations and indexes"). Any value can be read alone.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>

namespace entente::ledger_detail {

inline constexpr unsigned whole_word = 64;    // values wider than narrow_limit take all of it
inline constexpr unsigned narrow_limit = 56;  // so that a value lies within eight bytes, wherever it begins
inline constexpr size_t column_padding = 8;   // bytes after a column that may be read and mean nothing

/// A column inside bytes that outlive it. Reading past `size` is the caller's fault.
class PackedColumn {
 public:
  PackedColumn() = default;
  PackedColumn(const char* bytes, unsigned width, uint64_t base) : bytes_(bytes), width_(width), base_(base) {
    mask_ = width >= whole_word ? ~0ULL : (1ULL << width) - 1;
  }

  [[nodiscard]] uint64_t operator[](size_t at) const {
    const size_t bit = at * width_;
    uint64_t word = 0;
    std::memcpy(&word, bytes_ + bit / 8, sizeof word);
    return base_ + ((word >> (bit % 8)) & mask_);
  }
  /// The values [begin, end), each with `plus` added, one after another.
  template <class Value>
  void unpack(size_t begin, size_t end, Value* out, int64_t plus = 0) const {
    const uint64_t base = base_ + static_cast<uint64_t>(plus);
    for (size_t bit = begin * width_; begin < end; ++begin, bit += width_) {
      uint64_t word = 0;
      std::memcpy(&word, bytes_ + bit / 8, sizeof word);
      *out++ = static_cast<Value>(base + ((word >> (bit % 8)) & mask_));
    }
  }

 private:
  const char* bytes_ = nullptr;
  unsigned width_ = 0;
  uint64_t base_ = 0;
  uint64_t mask_ = 0;
};

/// How a column is written.
struct ColumnShape {
  uint64_t base = 0;
  uint8_t width = 0;
};
ColumnShape shape_of(std::span<const uint64_t> values);
/// Bytes that so many values take, padding included.
size_t packed_size(size_t values, unsigned width);
void pack(std::span<const uint64_t> values, const ColumnShape& shape, std::string& out);

/// Numbers in little-endian order at the end of a string, and from bytes.
template <class T>
void put(std::string& out, T value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}
template <class T>
T get(const char* bytes) {
  T value;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

}  // namespace entente::ledger_detail
