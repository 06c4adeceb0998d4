// Many segments become one: rows are taken from whichever holds the next.
#include <algorithm>

#include "ledger/events/event_files.h"

namespace entente::ledger_detail {
namespace {

/// Walks over a segment's rows in order, in the numbers of the merged one.
class SegmentCursor {
 public:
  SegmentCursor(const Segment& segment, const EventWords& words)
      : segment_(&segment), map_(map_words(segment.words(), words)) {}

  /// The next row; false at the end or at damage: see error().
  bool next() {
    if (row_ == block_.rows && !next_block()) return false;
    if (row_ == block_.run_end(run_)) ++run_;
    here_ = map_.mapped(block_.at(run_, row_++));
    return true;
  }
  [[nodiscard]] const EventRow& here() const { return here_; }
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  bool next_block() {
    if (next_ == segment_->blocks().size()) return false;
    const Result<Block> block = segment_->block(next_++);
    if (!block) {
      error_ = block.error();
      return false;
    }
    block_ = *block;
    row_ = run_ = 0;
    return true;
  }

  const Segment* segment_;
  WordMap map_;
  Block block_;
  size_t next_ = 0;
  size_t run_ = 0;
  size_t row_ = 0;
  EventRow here_;
  std::optional<Error> error_;
};

/// Writes all rows in order. Errors: those of the segments.
std::optional<Error> merge_rows(std::vector<SegmentCursor>& cursors, SegmentWriter& writer) {
  const auto later = [&](size_t a, size_t b) { return cursors[b].here().key() < cursors[a].here().key(); };
  std::vector<size_t> heap;
  for (size_t i = 0; i < cursors.size(); ++i) {
    if (cursors[i].next()) heap.push_back(i);
    if (cursors[i].error()) return cursors[i].error();
  }
  std::make_heap(heap.begin(), heap.end(), later);
  while (!heap.empty()) {
    std::pop_heap(heap.begin(), heap.end(), later);
    SegmentCursor& first = cursors[heap.back()];
    bool more = true;
    // Rows of one pair lie together: go on with this segment as long as it holds the next.
    do {
      writer.add(first.here());
      more = first.next();
    } while (more && (heap.size() == 1 || first.here().key() < cursors[heap.front()].here().key()));
    if (first.error()) return first.error();
    if (more) {
      std::push_heap(heap.begin(), heap.end(), later);
    } else {
      heap.pop_back();
    }
  }
  return std::nullopt;
}

}  // namespace

Result<SegmentRow> merge_segments(const std::string& folder, const std::string& name,
                                  const std::vector<const Segment*>& segments) {
  std::vector<const EventWords*> lists;
  for (const Segment* segment : segments) lists.push_back(&segment->words());
  const EventWords words = joined(lists);
  std::vector<SegmentCursor> cursors;
  SegmentRow row{name, 0, 0};
  for (const Segment* segment : segments) {
    cursors.emplace_back(*segment, words);
    row.events += segment->rows();
  }
  Result<SegmentWriter> writer = SegmentWriter::open(folder + "/" + name, words);
  if (!writer) return writer.error();
  if (const auto wrong = merge_rows(cursors, *writer)) return *wrong;
  const Result<uint64_t> bytes = writer->finish();
  if (!bytes) return bytes.error();
  row.bytes = *bytes;
  return row;
}

}  // namespace entente::ledger_detail
