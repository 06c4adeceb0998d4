// Runs of events as a caller sees them: columns unpacked, in the numbers of one list of words. Internal to the ledger.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "ledger/events/event_scan.h"
#include "ledger/events/event_store.h"

namespace entente::ledger_detail {

/// The words of all segments; of the actors only those that the query lets through.
EventWordList words_of(const std::vector<Segment>& segments, const EventQuery& query);

/// Columns of a run, one run at a time.
class RunRows {
 public:
  RunRows(const EventWords& words, const EventWordList& list);

  /// What must be checked of a block before it is read.
  [[nodiscard]] static ColumnSet columns(const SegmentFilter& filter);
  /// The rows of the query's batches. Valid until the next call.
  EventRun decode(const Block& block, size_t run, size_t begin, size_t end, const SegmentFilter& filter);

 private:
  size_t keep_batches(const Block& block, size_t begin, size_t size, const SegmentFilter& filter);

  std::vector<uint32_t> actors_, kinds_, publishers_;
  std::array<int32_t, block_rows> days_out_{};
  std::array<uint32_t, block_rows> kinds_out_{};
  std::array<uint32_t, block_rows> publishers_out_{};
};

}  // namespace entente::ledger_detail
