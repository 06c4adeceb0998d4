// Parts are looked at in place: nothing is copied, and nothing outside of the file is read whatever its bytes say.
#include "ledger/events/stored_block.h"

#include <algorithm>

namespace entente::ledger_detail {

std::optional<Part> part_at(std::string_view file, size_t offset) {
  if (offset > file.size() || file.size() - offset < part_bytes) return std::nullopt;
  const char* head = file.data() + offset;
  const auto size = get<uint64_t>(head + 8);
  if (size > file.size() - offset - part_bytes) return std::nullopt;
  return Part{get<uint32_t>(head), get<uint32_t>(head + 4), file.substr(offset + part_bytes, size),
              get<uint64_t>(head + 16), offset + part_bytes + size};
}

std::optional<Part> sound_part_at(std::string_view file, size_t offset, uint32_t magic) {
  const std::optional<Part> part = part_at(file, offset);
  return part && part->magic == magic && part->sound() ? part : std::nullopt;
}

ColumnSet StoredBlock::sound(ColumnSet wanted) const {
  if (!by_column) return static_cast<ColumnSet>(part.sound() ? all_columns : 0);
  if (!part.sound(head)) return 0;
  unsigned found = 0;
  for (size_t i = 0; i < event_columns; ++i) {
    if ((wanted >> i & 1) != 0 && hash64(bytes[i], i) == hashes[i]) found |= 1u << i;
  }
  return static_cast<ColumnSet>(found);
}

std::optional<StoredBlock> stored_block_at(std::string_view file, size_t offset) {
  const std::optional<Part> part = part_at(file, offset);
  if (!part || (part->magic != block_magic && part->magic != block_magic_1)) return std::nullopt;
  StoredBlock out;
  out.part = *part;
  out.by_column = part->magic == block_magic;
  const size_t shape_size = out.by_column ? shape_bytes : shape_bytes_1;
  out.head = sizeof(uint32_t) + shape_size * event_columns;
  if (part->bytes.size() < out.head) return std::nullopt;
  Block& block = out.block;
  block.rows = part->count;
  block.runs = get<uint32_t>(part->bytes.data());
  if (block.rows == 0 || block.rows > block_rows || block.runs == 0 || block.runs > block.rows) return std::nullopt;
  size_t at = out.head;
  for (size_t i = 0; i < event_columns; ++i) {
    const char* shape = part->bytes.data() + sizeof(uint32_t) + shape_size * i;
    const auto width = get<uint8_t>(shape + 8);
    if (width > narrow_limit && width != whole_word) return std::nullopt;
    block.columns[i] = PackedColumn(part->bytes.data() + at, width, get<uint64_t>(shape));
    if (out.by_column) out.hashes[i] = get<uint64_t>(shape + 9);
    const size_t size = packed_size(i < run_columns ? block.runs : block.rows, width);
    if (size > part->bytes.size() - at) return std::nullopt;
    out.bytes[i] = part->bytes.substr(at, size);
    at += size;
  }
  return out;
}

BlockPlace place_of(const Block& block) {
  BlockPlace place;
  place.rows = static_cast<uint32_t>(block.rows);
  const EventRow first = block.at(0, 0), last = block.at(block.runs - 1, block.rows - 1);
  place.first_source = first.source;
  place.first_target = first.target;
  place.last_source = last.source;
  place.last_target = last.target;
  place.first_day = place.last_day = first.day;
  place.first_id = place.last_id = first.id;
  for (size_t row = 0; row < block.rows; ++row) {
    place.first_day = std::min(place.first_day, block.day(row));
    place.last_day = std::max(place.last_day, block.day(row));
    place.first_id = std::min(place.first_id, block[EventColumn::id][row]);
    place.last_id = std::max(place.last_id, block[EventColumn::id][row]);
  }
  return place;
}

int32_t Block::day(size_t row) const {
  return static_cast<int32_t>(static_cast<int64_t>((*this)[EventColumn::day][row]) + day_origin);
}

EventRow Block::at(size_t run, size_t row) const {
  const auto number = [&](EventColumn column, size_t at) { return static_cast<uint32_t>((*this)[column][at]); };
  EventRow out;
  out.source = number(EventColumn::source, run);
  out.target = number(EventColumn::target, run);
  out.day = day(row);
  out.kind = number(EventColumn::kind, row);
  out.publisher = number(EventColumn::publisher, row);
  out.place = number(EventColumn::place, row);
  out.batch = number(EventColumn::batch, row);
  out.mentions = number(EventColumn::mentions, row);
  out.deaths = number(EventColumn::deaths, row);
  out.digest = number(EventColumn::digest, row);
  out.row = (*this)[EventColumn::row][row];
  out.id = (*this)[EventColumn::id][row];
  return out;
}

}  // namespace entente::ledger_detail
