// Packing: bit after bit, the lowest first.
#include "ledger/events/bits.h"

#include <algorithm>
#include <bit>

namespace entente::ledger_detail {

static_assert(std::endian::native == std::endian::little, "columns are read as they lie in the file");

ColumnShape shape_of(std::span<const uint64_t> values) {
  if (values.empty()) return {};
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  const unsigned width = static_cast<unsigned>(std::bit_width(*high - *low));
  return {*low, static_cast<uint8_t>(width > narrow_limit ? whole_word : width)};
}

size_t packed_size(size_t values, unsigned width) {
  return (values * width + 7) / 8 + column_padding;
}

void pack(std::span<const uint64_t> values, const ColumnShape& shape, std::string& out) {
  const size_t begin = out.size();
  out.resize(begin + packed_size(values.size(), shape.width), '\0');
  char* to = out.data() + begin;
  uint64_t word = 0;  // bits that are not written yet
  unsigned used = 0;
  for (const uint64_t value : values) {
    const uint64_t bits = value - shape.base;
    word |= bits << used;
    if (used + shape.width < whole_word) {
      used += shape.width;
      continue;
    }
    std::memcpy(to, &word, sizeof word);
    to += sizeof word;
    word = used == 0 ? 0 : bits >> (whole_word - used);
    used = used + shape.width - whole_word;
  }
  std::memcpy(to, &word, sizeof word);  // into the padding, where the column ends on a whole word
}

}  // namespace entente::ledger_detail
