// The parts of a segment's file where they lie, and whether they are whole. Internal to the ledger.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/stream_hash.h"
#include "ledger/events/segment.h"
#include "ledger/events/segment_format.h"

namespace entente::ledger_detail {

/// A part that lies at an offset: its count, its bytes and what their hash should be.
struct Part {
  uint32_t magic = 0;
  uint32_t count = 0;
  std::string_view bytes;
  uint64_t hash = 0;
  size_t end = 0;

  /// Whether the hash is that of the first so many bytes.
  [[nodiscard]] bool sound(size_t hashed = std::string_view::npos) const {
    return hash64(bytes.substr(0, hashed), count) == hash;
  }
};
/// Nothing if it is cut off.
std::optional<Part> part_at(std::string_view file, size_t offset);
/// Nothing if it is cut off, another, or changed.
std::optional<Part> sound_part_at(std::string_view file, size_t offset, uint32_t magic);

/// A block where it lies, with what tells whether it is whole.
struct StoredBlock {
  Part part;
  Block block;
  std::array<std::string_view, event_columns> bytes;
  std::array<uint64_t, event_columns> hashes{};
  size_t head = 0;         // bytes before the columns
  bool by_column = false;  // each column has a hash of its own, the part's is that of the head; else it is of all

  /// The columns of `wanted` that are whole; all or none in format 1.
  [[nodiscard]] ColumnSet sound(ColumnSet wanted) const;
};
/// Nothing if no block lies there, or its columns don't lie inside it.
std::optional<StoredBlock> stored_block_at(std::string_view file, size_t offset);

/// What the index would say of a block.
BlockPlace place_of(const Block& block);

}  // namespace entente::ledger_detail
