// A segment: one file of events, sorted by pair and day, that never changes. docs/format.md describes its bytes.
#pragma once

#include <array>
#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "ledger/events/bits.h"
#include "ledger/events/rows.h"

namespace entente::ledger_detail {

inline constexpr size_t block_rows = 8192;

/// The columns of a block in the order in which they lie there. The first three have one value a run (the rows of one
/// pair that follow each other), the others one a row.
enum class EventColumn { source, target, first, day, kind, publisher, place, batch, mentions, deaths, digest, row, id };
inline constexpr size_t event_columns = static_cast<size_t>(EventColumn::id) + 1;
inline constexpr size_t run_columns = static_cast<size_t>(EventColumn::day);

/// Some of the columns, a bit each.
using ColumnSet = uint16_t;
inline constexpr ColumnSet all_columns = (1u << event_columns) - 1;
constexpr ColumnSet column_set(std::initializer_list<EventColumn> columns) {
  unsigned set = 0;
  for (const EventColumn column : columns) set |= 1u << static_cast<unsigned>(column);
  return static_cast<ColumnSet>(set);
}
/// Those that tell which rows are whose.
inline constexpr ColumnSet pair_columns = column_set({EventColumn::source, EventColumn::target, EventColumn::first});

/// What the index says of a block.
struct BlockPlace {
  uint64_t offset = 0;
  uint32_t rows = 0;
  uint32_t first_source = 0, first_target = 0;
  uint32_t last_source = 0, last_target = 0;
  int32_t first_day = 0, last_day = 0;
  uint64_t first_id = 0, last_id = 0;
};

/// A block. Only the columns that were asked for are known to be whole.
struct Block {
  size_t rows = 0;
  size_t runs = 0;
  std::array<PackedColumn, event_columns> columns;
  [[nodiscard]] const PackedColumn& operator[](EventColumn column) const {
    return columns[static_cast<size_t>(column)];
  }
  /// Days are kept from an origin that leaves room below 1970.
  [[nodiscard]] int32_t day(size_t row) const;
  [[nodiscard]] size_t run_end(size_t run) const {
    return run + 1 < runs ? (*this)[EventColumn::first][run + 1] : rows;
  }
  [[nodiscard]] EventRow at(size_t run, size_t row) const;
};

/// Writes a segment beside its name and moves it there when it is whole and on the disk.
class SegmentWriter {
 public:
  static Result<SegmentWriter> open(const std::string& path, EventWords words);
  SegmentWriter(SegmentWriter&&) noexcept;
  SegmentWriter& operator=(SegmentWriter&&) noexcept;
  ~SegmentWriter();

  /// Rows in the order of their keys.
  void add(const EventRow& row);
  /// A block as it stands, whose rows come after all that were added (repair). Needs no rows waiting.
  void add_block(std::string_view bytes, const BlockPlace& place);
  /// Bytes of the file. Errors: io (full disk, no permission), naming the file.
  Result<uint64_t> finish();

 private:
  struct State;
  explicit SegmentWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// A segment in memory as far as it is looked at.
class Segment {
 public:
  /// Errors: missing, io, version, damaged (its head, words or index).
  static Result<Segment> open(const std::string& path);
  Segment(Segment&&) noexcept;
  Segment& operator=(Segment&&) noexcept;
  ~Segment();

  [[nodiscard]] const std::string& path() const;
  [[nodiscard]] const EventWords& words() const;
  [[nodiscard]] const std::vector<BlockPlace>& blocks() const;
  [[nodiscard]] uint64_t rows() const;
  [[nodiscard]] uint64_t bytes() const;
  /// The block with these columns checked against their hashes; the others must not be read. Errors: damaged.
  [[nodiscard]] Result<Block> block(size_t number, ColumnSet wanted = all_columns) const;

 private:
  struct State;
  explicit Segment(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// What is left of a damaged segment.
struct Salvage {
  bool words_whole = false;
  EventWords words;
  std::vector<std::pair<BlockPlace, std::string>> blocks;  // whole ones, with their bytes
  uint64_t rows = 0;
};
/// Every block whose hash is right, found from the front whether or not the index is there. Errors: missing, io.
Result<Salvage> salvage(const std::string& path);

}  // namespace entente::ledger_detail
