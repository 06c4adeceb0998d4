// Which blocks and runs of a segment a query touches. Internal to the ledger.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "ledger/events/event_store.h"
#include "ledger/events/segment.h"

namespace entente::ledger_detail {

using BatchesByKey = std::unordered_map<uint64_t, EventBatch>;

/// What a query lets through of one segment. Holds on to all three.
class SegmentFilter {
 public:
  SegmentFilter(const EventQuery& query, const Segment& segment, const BatchesByKey& batches);

  [[nodiscard]] bool pair(uint32_t source, uint32_t target) const {
    if (source_[source] != 0 && target_[target] != 0) return true;
    return query_.either_way && target_[source] != 0 && source_[target] != 0;
  }
  [[nodiscard]] bool everybody() const { return !query_.source && (!query_.either_way || !query_.target); }
  /// Those whose part in that source's events is wanted, in order; nothing where everybody's is.
  [[nodiscard]] std::optional<std::vector<uint32_t>> targets_of(uint32_t source) const;
  [[nodiscard]] bool batch(size_t number) const { return batch_[number] != 0; }
  [[nodiscard]] bool all_batches() const { return all_batches_; }
  [[nodiscard]] const EventQuery& query() const { return query_; }

 private:
  const EventQuery& query_;
  std::vector<char> source_, target_, batch_;
  std::vector<uint32_t> sources_, targets_;  // those that fit
  bool all_batches_ = true;
};

/// Takes the rows [begin, end) of a run that lies in a block.
using RowsSink = std::function<void(const Block&, size_t run, size_t begin, size_t end)>;

/// Hands over the rows of the query's pairs and days, of blocks of which these columns are checked (those that tell
/// pairs and days are, too). Rows of other batches than the query's are among them. Errors: damaged.
Result<void> scan(const Segment& segment, const SegmentFilter& filter, ColumnSet wanted, const RowsSink& sink);

}  // namespace entente::ledger_detail
