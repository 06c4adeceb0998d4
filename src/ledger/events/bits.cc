// Packing: bit after bit, the lowest first.
#include "ledger/events/bits.h"

#include <algorithm>
#include <bit>

namespace entente::ledger_detail {

static_assert(std::endian::native == std::endian::little, "columns are read as they lie in the file");

ColumnShape shape_of(const std::vector<uint64_t>& values) {
  if (values.empty()) return {};
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  const unsigned width = static_cast<unsigned>(std::bit_width(*high - *low));
  return {*low, static_cast<uint8_t>(width > narrow_limit ? whole_word : width)};
}

size_t packed_size(size_t values, unsigned width) {
  return (values * width + 7) / 8 + column_padding;
}

void pack(const std::vector<uint64_t>& values, const ColumnShape& shape, std::string& out) {
  const size_t begin = out.size();
  out.resize(begin + packed_size(values.size(), shape.width), '\0');
  char* bytes = out.data() + begin;
  for (size_t i = 0, bit = 0; i < values.size(); ++i, bit += shape.width) {
    uint64_t word = get<uint64_t>(bytes + bit / 8);
    word |= (values[i] - shape.base) << (bit % 8);
    std::memcpy(bytes + bit / 8, &word, sizeof word);
  }
}

}  // namespace entente::ledger_detail
