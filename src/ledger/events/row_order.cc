// As many of the leading columns as fit into 64 bits are sorted by their digits, the last digit first (radix sort:
// Knuth 1998, "The art of computer programming" 3, 5.2.5); only rows that are alike in all of them are compared.
#include "ledger/events/row_order.h"

#include <algorithm>
#include <array>
#include <bit>

namespace entente::ledger_detail {
namespace {

constexpr unsigned most_digit_bits = 11;  // so that the counts of a digit stay near the processor
constexpr unsigned key_bits = 64;
constexpr size_t leading_columns = 6;

struct RowHandle {
  uint64_t key;
  uint32_t row;
};

using LeadingColumns = std::array<uint32_t, leading_columns>;

/// In the order of EventRow::key(); days as numbers that sort alike.
LeadingColumns leading(const EventRow& row) {
  return {row.source, row.target, static_cast<uint32_t>(row.day) ^ 0x80000000u, row.kind, row.publisher, row.place};
}

/// How the columns are packed into one number: the smallest value of each, and its bits (columns that don't fit: 0).
struct KeyShape {
  LeadingColumns low;
  std::array<unsigned, leading_columns> bits{};
  unsigned used = 0;
  size_t columns = 0;  // that fit
};

KeyShape key_shape(const std::vector<EventRow>& rows) {
  KeyShape shape;
  LeadingColumns high;
  shape.low = high = leading(rows.front());
  for (const EventRow& row : rows) {
    const LeadingColumns values = leading(row);
    for (size_t i = 0; i < leading_columns; ++i) {
      shape.low[i] = std::min(shape.low[i], values[i]);
      high[i] = std::max(high[i], values[i]);
    }
  }
  for (; shape.columns < leading_columns; ++shape.columns) {
    const auto bits = static_cast<unsigned>(std::bit_width(high[shape.columns] - shape.low[shape.columns]));
    if (shape.used + bits > key_bits) break;
    shape.bits[shape.columns] = bits;
    shape.used += bits;
  }
  return shape;
}

std::vector<RowHandle> handles_of(const std::vector<EventRow>& rows, const KeyShape& shape) {
  std::vector<RowHandle> out(rows.size());
  for (uint32_t i = 0; i < rows.size(); ++i) {
    const LeadingColumns values = leading(rows[i]);
    uint64_t key = 0;
    for (size_t c = 0; c < shape.columns; ++c) key = key << shape.bits[c] | (values[c] - shape.low[c]);
    out[i] = {key, i};
  }
  return out;
}

/// Stable, by one digit after another.
void sort_by_digits(std::vector<RowHandle>& handles, unsigned used) {
  const unsigned passes = (used + most_digit_bits - 1) / most_digit_bits;
  if (passes == 0) return;
  const unsigned digit_bits = (used + passes - 1) / passes;
  const uint64_t mask = (1ULL << digit_bits) - 1;
  std::vector<RowHandle> other(handles.size());
  for (unsigned pass = 0; pass < passes; ++pass) {
    const unsigned shift = pass * digit_bits;
    std::vector<uint32_t> places(mask + 2);
    for (const RowHandle& handle : handles) ++places[((handle.key >> shift) & mask) + 1];
    for (size_t digit = 1; digit < places.size(); ++digit) places[digit] += places[digit - 1];
    for (const RowHandle& handle : handles) other[places[(handle.key >> shift) & mask]++] = handle;
    handles.swap(other);
  }
}

}  // namespace

std::vector<uint32_t> row_order(const std::vector<EventRow>& rows) {
  std::vector<uint32_t> order(rows.size());
  if (rows.empty()) return order;
  const KeyShape shape = key_shape(rows);
  std::vector<RowHandle> handles = handles_of(rows, shape);
  sort_by_digits(handles, shape.used);
  for (size_t begin = 0; begin < handles.size();) {
    size_t end = begin + 1;
    while (end < handles.size() && handles[end].key == handles[begin].key) ++end;
    if (end - begin > 1) {
      std::sort(handles.begin() + static_cast<std::ptrdiff_t>(begin),
                handles.begin() + static_cast<std::ptrdiff_t>(end),
                [&](const RowHandle& a, const RowHandle& b) { return rows[a.row].key() < rows[b.row].key(); });
    }
    for (; begin < end; ++begin) order[begin] = handles[begin].row;
  }
  return order;
}

}  // namespace entente::ledger_detail
