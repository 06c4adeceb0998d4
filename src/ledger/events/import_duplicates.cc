// What an import leaves out: rows that came twice, and those that the store has already.
#include <algorithm>
#include <limits>

#include "ledger/events/import_state.h"
#include "ledger/events/segment_format.h"

namespace entente {

using namespace ledger_detail;

namespace {

constexpr size_t looks_ahead = 12;  // rows whose places in the tables are fetched beforehand

/// What of a block's rows tells them apart, with the hashes that the tables are asked by.
struct StoredRows {
  static constexpr ColumnSet columns =
      pair_columns |
      column_set({EventColumn::day, EventColumn::kind, EventColumn::batch, EventColumn::digest, EventColumn::id});
  std::vector<uint64_t> ids, by_id, by_content;
  std::vector<uint32_t> digests, batches;
  std::vector<int32_t> days;
  std::vector<int64_t> sets;  // the import's numbers of data sets, -1 where it has none

  void take(const Block& block, const std::vector<int64_t>& set_of_batch) {
    const size_t n = block.rows;
    for (auto* list : {&ids, &by_id, &by_content}) list->resize(n);
    for (auto* list : {&digests, &batches}) list->resize(n);
    days.resize(n);
    sets.resize(n);
    block[EventColumn::id].unpack(0, n, ids.data());
    block[EventColumn::digest].unpack(0, n, digests.data());
    block[EventColumn::batch].unpack(0, n, batches.data());
    block[EventColumn::day].unpack(0, n, days.data(), day_origin);
    for (size_t row = 0; row < n; ++row) {
      sets[row] = set_of_batch[batches[row]];
      by_id[row] = id_hash(ids[row], static_cast<uint32_t>(sets[row]));
      by_content[row] = content_hash_of(digests[row], days[row], static_cast<uint32_t>(sets[row]));
    }
  }
};

}  // namespace

/// Of rows that came together the first counts.
void EventImport::State::look_among_rows(RowTable& ids, RowTable& contents, std::vector<RowState>& states) const {
  for (uint32_t i = 0; i < rows.size(); ++i) {
    if (i + looks_ahead < rows.size()) {
      const EventRow& soon = rows[i + looks_ahead];
      ids.fetch(id_hash(soon.id, data_set(soon)));
      contents.fetch(content_hash_of(soon.digest, soon.day, data_set(soon)));
    }
    const EventRow& row = rows[i];
    const uint32_t set = data_set(row);
    const uint64_t by_id = id_hash(row.id, set), by_content = content_hash_of(row.digest, row.day, set);
    const int64_t known =
        ids.find(by_id, [&](uint32_t at) { return rows[at].id == row.id && data_set(rows[at]) == set; });
    if (known >= 0) {
      states[i] = same_content(rows[static_cast<size_t>(known)], row) ? RowState::duplicate : RowState::changed;
      continue;
    }
    ids.put(by_id, i);
    if (contents.find(by_content, [&](uint32_t at) { return same_content(rows[at], row); }) >= 0) {
      states[i] = RowState::duplicate;
    } else {
      contents.put(by_content, i);
    }
  }
}

/// The rows that a segment holds already.
Result<void> EventImport::State::look_into(const Segment& segment, const std::map<uint64_t, std::string>& sets,
                                           const RowTable& ids, const RowTable& contents,
                                           std::vector<RowState>& states) {
  const EventWords& words = segment.words();
  std::vector<int64_t> set_of;  // the import's number of each batch's data set, -1 where it has none
  bool any = false;
  for (const uint64_t key : words.batches) {
    set_of.push_back(-1);
    const auto name = sets.find(key);
    for (uint32_t i = 0; name != sets.end() && i < data_sets.size(); ++i) {
      if (data_sets[i] == name->second) set_of.back() = i;
    }
    any = any || set_of.back() >= 0;
  }
  uint64_t low = ~0ULL, high = 0;
  int32_t first = std::numeric_limits<int32_t>::max(), last = std::numeric_limits<int32_t>::min();
  for (const EventRow& row : rows) {
    low = std::min(low, row.id);
    high = std::max(high, row.id);
    first = std::min(first, row.day);
    last = std::max(last, row.day);
  }
  StoredRows stored;
  for (size_t number = 0; any && number < segment.blocks().size(); ++number) {
    const BlockPlace& place = segment.blocks()[number];
    const bool ids_meet = place.first_id <= high && place.last_id >= low;
    const bool days_meet = place.first_day <= last && place.last_day >= first;
    if (!ids_meet && !days_meet) continue;
    const Result<Block> block = segment.block(number, StoredRows::columns);
    if (!block) return block.error();
    stored.take(*block, set_of);
    for (size_t run = 0, row = 0; row < block->rows; ++row) {
      if (row == block->run_end(run)) ++run;
      if (row + looks_ahead < block->rows) {
        ids.fetch(stored.by_id[row + looks_ahead]);
        contents.fetch(stored.by_content[row + looks_ahead]);
      }
      if (stored.sets[row] < 0) continue;
      const auto its_set = static_cast<uint32_t>(stored.sets[row]);
      const auto says_the_same = [&](uint32_t at) {
        const EventRow& mine = rows[at];
        if (mine.digest != stored.digests[row] || mine.day != stored.days[row] || data_set(mine) != its_set) {
          return false;
        }
        const auto word = [&](EventColumn column, size_t entry) {
          return static_cast<size_t>((*block)[column][entry]);
        };
        return actors[mine.source] == words.actors[word(EventColumn::source, run)] &&
               actors[mine.target] == words.actors[word(EventColumn::target, run)] &&
               kinds[mine.kind] == words.kinds[word(EventColumn::kind, row)];
      };
      const int64_t by_id = ids.find(stored.by_id[row], [&](uint32_t at) {
        return rows[at].id == stored.ids[row] && data_set(rows[at]) == its_set;
      });
      if (by_id >= 0) {
        states[static_cast<size_t>(by_id)] =
            says_the_same(static_cast<uint32_t>(by_id)) ? RowState::duplicate : RowState::changed;
      }
      const int64_t by_content = contents.find(stored.by_content[row], says_the_same);
      if (by_content >= 0 && by_content != by_id) states[static_cast<size_t>(by_content)] = RowState::duplicate;
    }
  }
  return {};
}

Result<void> EventImport::State::leave_out_duplicates() {
  std::vector<RowState> states(rows.size(), RowState::fresh);
  RowTable ids(rows.size()), contents(rows.size());
  look_among_rows(ids, contents, states);
  std::map<uint64_t, std::string> sets;
  for (const EventBatch& batch : batch_rows(db, "entry > ?", 0, "")) sets.emplace(batch.key, batch.data_set);
  if (db.failed()) return db.take_error();
  const Result<std::vector<Segment>> segments = open_segments(db);
  if (!segments) return segments.error();
  for (const Segment& segment : *segments) {
    if (Result<void> looked = look_into(segment, sets, ids, contents, states); !looked) return looked;
  }
  size_t kept = 0;
  for (size_t i = 0; i < rows.size(); ++i) {
    EventBatch& batch = batches[rows[i].batch];
    batch.duplicates += states[i] == RowState::duplicate ? 1 : 0;
    batch.changed += states[i] == RowState::changed ? 1 : 0;
    batch.events += states[i] == RowState::fresh ? 1 : 0;
    if (states[i] == RowState::fresh) rows[kept++] = rows[i];
  }
  rows.resize(kept);
  return {};
}

}  // namespace entente
