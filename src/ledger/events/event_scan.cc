// Where it is known whom a source's events must concern, the blocks of these pairs alone are read, else all of the
// source's; within a run days are found by halving.
#include "ledger/events/event_scan.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace entente::ledger_detail {

SegmentFilter::SegmentFilter(const EventQuery& query, const Segment& segment, const BatchesByKey& batches)
    : query_(query) {
  for (const std::string& id : segment.words().actors) {
    source_.push_back(!query.source || query.source(id) ? 1 : 0);
    target_.push_back(!query.target || query.target(id) ? 1 : 0);
    const auto number = static_cast<uint32_t>(source_.size() - 1);
    if (source_.back() != 0) sources_.push_back(number);
    if (target_.back() != 0) targets_.push_back(number);
  }
  for (const uint64_t key : segment.words().batches) {
    const auto batch = batches.find(key);
    const auto& sets = query.data_sets;
    const bool fits = batch != batches.end() && batch->second.entry <= query.as_of.row &&
                      (sets.empty() || std::find(sets.begin(), sets.end(), batch->second.data_set) != sets.end());
    batch_.push_back(fits ? 1 : 0);
    all_batches_ = all_batches_ && fits;
  }
}

std::optional<std::vector<uint32_t>> SegmentFilter::targets_of(uint32_t source) const {
  const bool forth = source_[source] != 0, back = query_.either_way && target_[source] != 0;
  if ((forth && !query_.target) || (back && !query_.source)) return std::nullopt;
  if (!forth) return back ? sources_ : std::vector<uint32_t>();
  if (!back) return targets_;
  std::vector<uint32_t> out;
  std::set_union(targets_.begin(), targets_.end(), sources_.begin(), sources_.end(), std::back_inserter(out));
  return out;
}

namespace {

/// The first of [begin, end) for which the test no longer holds; it holds for some at the front and none behind.
template <class Test>
size_t first_without(size_t begin, size_t end, const Test& test) {
  while (begin < end) {
    const size_t middle = begin + (end - begin) / 2;
    if (test(middle)) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  return begin;
}

using PairNumbers = std::pair<uint32_t, uint32_t>;

PairNumbers pair_of(const Block& block, size_t run) {
  return {static_cast<uint32_t>(block[EventColumn::source][run]),
          static_cast<uint32_t>(block[EventColumn::target][run])};
}

/// Walks over the segment for one query.
class Scanner {
 public:
  Scanner(const Segment& segment, const SegmentFilter& filter, ColumnSet wanted, const RowsSink& sink)
      : segment_(segment),
        filter_(filter),
        wanted_(wanted | pair_columns | column_set({EventColumn::day})),
        sink_(sink) {}

  /// All blocks in turn.
  Result<void> all() {
    for (size_t number = 0; number < segment_.blocks().size(); ++number) {
      if (!days_meet(number)) continue;
      if (Result<void> opened = open(number); !opened) return opened;
      for (size_t run = 0; run < block_.runs; ++run) {
        const auto [source, target] = pair_of(block_, run);
        if (filter_.pair(source, target)) give(run);
      }
    }
    return {};
  }

  /// The blocks of one source.
  Result<void> source(uint32_t source) {
    const auto& places = segment_.blocks();
    size_t number = first_without(0, places.size(), [&](size_t at) { return places[at].last_source < source; });
    for (; number < places.size() && places[number].first_source <= source; ++number) {
      if (!days_meet(number)) continue;
      if (Result<void> opened = open(number); !opened) return opened;
      const size_t first =
          first_without(0, block_.runs, [&](size_t run) { return block_[EventColumn::source][run] < source; });
      for (size_t run = first; run < block_.runs && block_[EventColumn::source][run] == source; ++run) {
        if (filter_.pair(source, pair_of(block_, run).second)) give(run);
      }
    }
    return {};
  }

  /// The blocks of one pair.
  Result<void> pair(const PairNumbers& pair) {
    const auto& places = segment_.blocks();
    size_t number = first_without(0, places.size(), [&](size_t at) {
      return PairNumbers{places[at].last_source, places[at].last_target} < pair;
    });
    for (; number < places.size() && PairNumbers{places[number].first_source, places[number].first_target} <= pair;
         ++number) {
      if (!days_meet(number)) continue;
      if (Result<void> opened = open(number); !opened) return opened;
      const size_t run = first_without(0, block_.runs, [&](size_t at) { return pair_of(block_, at) < pair; });
      if (run < block_.runs && pair_of(block_, run) == pair) give(run);
    }
    return {};
  }

 private:
  [[nodiscard]] bool days_meet(size_t number) const {
    const BlockPlace& place = segment_.blocks()[number];
    return place.first_day <= filter_.query().until && place.last_day >= filter_.query().since;
  }

  Result<void> open(size_t number) {
    if (number == number_) return {};
    const Result<Block> block = segment_.block(number, wanted_);
    if (!block) return block.error();
    block_ = *block;
    number_ = number;
    return {};
  }

  void give(size_t run) {
    const size_t first = block_[EventColumn::first][run], last = block_.run_end(run);
    const int64_t since = filter_.query().since, until = filter_.query().until;
    const size_t begin = first_without(first, last, [&](size_t row) { return block_.day(row) < since; });
    const size_t end = first_without(begin, last, [&](size_t row) { return block_.day(row) <= until; });
    if (begin < end) sink_(block_, run, begin, end);
  }

  const Segment& segment_;
  const SegmentFilter& filter_;
  ColumnSet wanted_;
  const RowsSink& sink_;
  Block block_;
  size_t number_ = ~size_t{0};  // of the block at hand
};

}  // namespace

Result<void> scan(const Segment& segment, const SegmentFilter& filter, ColumnSet wanted, const RowsSink& sink) {
  Scanner scanner(segment, filter, wanted, sink);
  if (filter.everybody()) return scanner.all();
  for (uint32_t source = 0; source < segment.words().actors.size(); ++source) {
    const std::optional<std::vector<uint32_t>> targets = filter.targets_of(source);
    if (!targets) {
      if (Result<void> done = scanner.source(source); !done) return done;
      continue;
    }
    for (const uint32_t target : *targets) {
      if (Result<void> done = scanner.pair({source, target}); !done) return done;
    }
  }
  return {};
}

}  // namespace entente::ledger_detail
