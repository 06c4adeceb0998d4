// Importing: rows gather in memory, lose what is there already, are sorted and become a segment.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/stream_hash.h"
#include "ledger/events/duplicates.h"
#include "ledger/events/event_files.h"
#include "ledger/events/word_numbers.h"
#include "ledger/store.h"

namespace entente {

using namespace ledger_detail;

namespace {

namespace fs = std::filesystem;

constexpr size_t most_waiting = 4u << 20;
constexpr uint64_t smallest_tier = 1u << 16;
constexpr size_t segments_a_tier = 8;  // so many of like size become one

/// Segments of like size: each tier's are eight times as large as the one below's.
int tier_of(uint64_t events) {
  int tier = 0;
  for (uint64_t size = smallest_tier; size < events; size *= segments_a_tier) ++tier;
  return tier;
}

}  // namespace

struct EventImport::State {
  State(Database& database, WriterLock held) : db(database), lock(std::move(held)), folder(events_folder(db.path())) {}

  Database& db;
  WriterLock lock;
  std::string folder;
  WordNumbers<std::string> actors, publishers, data_sets;
  WordNumbers<EventPlace> places;
  WordNumbers<EventKind> kinds;
  std::vector<EventRow> rows;
  std::vector<EventBatch> batches;       // that rows point at; the last one may not have ended
  std::vector<uint32_t> batch_data_set;  // number of each batch's data set
  bool open = false;
  int64_t batches_before = -1;  // rows of event_batch

  [[nodiscard]] uint32_t data_set(const EventRow& row) const { return batch_data_set[row.batch]; }
  [[nodiscard]] bool same_content(const EventRow& a, const EventRow& b) const {
    return a.digest == b.digest && a.day == b.day && a.source == b.source && a.target == b.target && a.kind == b.kind &&
           data_set(a) == data_set(b);
  }

  Result<void> leave_out_duplicates();
  Result<void> look_into(const Segment& segment, const std::map<uint64_t, std::string>& sets, const RowTable& ids,
                         const RowTable& contents, std::vector<RowState>& states);
  void look_among_rows(RowTable& ids, RowTable& contents, std::vector<RowState>& states) const;
  EventWords sort_rows();
  Result<SegmentRow> write(const std::string& name);
  Result<void> commit(const std::optional<SegmentRow>& segment);
  void tidy();
  Result<bool> merge_one_tier();
  void remove_strangers() const;
};

// --- duplicates ----------------------------------------------------------------------------------------------------

/// Of rows that came together the first counts.
void EventImport::State::look_among_rows(RowTable& ids, RowTable& contents, std::vector<RowState>& states) const {
  for (uint32_t i = 0; i < rows.size(); ++i) {
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
  for (size_t number = 0; any && number < segment.blocks().size(); ++number) {
    const BlockPlace& place = segment.blocks()[number];
    const bool ids_meet = place.first_id <= high && place.last_id >= low;
    const bool days_meet = place.first_day <= last && place.last_day >= first;
    if (!ids_meet && !days_meet) continue;
    const Result<Block> block = segment.block(number);
    if (!block) return block.error();
    for (size_t run = 0, row = 0; row < block->rows; ++row) {
      if (row == block->run_end(run)) ++run;
      const int64_t set = set_of[(*block)[EventColumn::batch][row]];
      if (set < 0) continue;
      const auto its_set = static_cast<uint32_t>(set);
      const uint64_t id = (*block)[EventColumn::id][row];
      const auto digest = static_cast<uint32_t>((*block)[EventColumn::digest][row]);
      const int32_t day = block->day(row);
      const auto says_the_same = [&](uint32_t at) {
        const EventRow& mine = rows[at];
        if (mine.digest != digest || mine.day != day || data_set(mine) != its_set) return false;
        const EventRow there = block->at(run, row);
        return actors[mine.source] == words.actors[there.source] && actors[mine.target] == words.actors[there.target] &&
               kinds[mine.kind] == words.kinds[there.kind];
      };
      const int64_t by_id = ids.find(id_hash(id, its_set),
                                     [&](uint32_t at) { return rows[at].id == id && data_set(rows[at]) == its_set; });
      if (by_id >= 0) {
        states[static_cast<size_t>(by_id)] =
            says_the_same(static_cast<uint32_t>(by_id)) ? RowState::duplicate : RowState::changed;
      }
      const int64_t by_content = contents.find(content_hash_of(digest, day, its_set), says_the_same);
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

// --- recording -----------------------------------------------------------------------------------------------------

/// Gives the rows the numbers of sorted lists and puts them into order.
EventWords EventImport::State::sort_rows() {
  std::vector<char> actor(actors.size()), publisher(publishers.size()), place(places.size()), kind(kinds.size());
  for (const EventRow& row : rows) {
    actor[row.source] = actor[row.target] = publisher[row.publisher] = place[row.place] = kind[row.kind] = 1;
  }
  EventWords words;
  WordMap map;
  words.actors = actors.sorted(actor, map.actors);
  words.publishers = publishers.sorted(publisher, map.publishers);
  words.places = places.sorted(place, map.places);
  words.kinds = kinds.sorted(kind, map.kinds);
  for (const EventBatch& batch : batches) words.batches.push_back(batch.key);
  std::sort(words.batches.begin(), words.batches.end());
  for (const EventBatch& batch : batches) {
    const auto found = std::lower_bound(words.batches.begin(), words.batches.end(), batch.key);
    map.batches.push_back(static_cast<uint32_t>(found - words.batches.begin()));
  }
  struct Handle {
    uint64_t pair, day;
    uint32_t row;
  };
  std::vector<Handle> order(rows.size());
  for (uint32_t i = 0; i < rows.size(); ++i) {
    rows[i] = map.mapped(rows[i]);
    order[i] = {uint64_t{rows[i].source} << 32 | rows[i].target,
                uint64_t{static_cast<uint32_t>(rows[i].day) ^ 0x80000000u} << 32 | rows[i].kind, i};
  }
  std::sort(order.begin(), order.end(), [&](const Handle& a, const Handle& b) {
    if (a.pair != b.pair) return a.pair < b.pair;
    if (a.day != b.day) return a.day < b.day;
    return rows[a.row].key() < rows[b.row].key();
  });
  std::vector<EventRow> sorted;
  sorted.reserve(rows.size());
  for (const Handle& handle : order) sorted.push_back(rows[handle.row]);
  rows = std::move(sorted);
  return words;
}

Result<SegmentRow> EventImport::State::write(const std::string& name) {
  SegmentRow row{name, rows.size(), 0};
  Result<SegmentWriter> writer = SegmentWriter::open(folder + "/" + name, sort_rows());
  if (!writer) return writer.error();
  for (const EventRow& event : rows) writer->add(event);
  const Result<uint64_t> bytes = writer->finish();
  if (!bytes) return bytes.error();
  row.bytes = *bytes;
  return row;
}

Result<void> EventImport::State::commit(const std::optional<SegmentRow>& segment) {
  {
    Transaction transaction(db);
    int64_t entry = last_entry(db);
    const std::string now = now_iso();
    for (EventBatch& batch : batches) {
      batch.entry = ++entry;
      batch.recorded = now;
      insert_batch(db, batch);
    }
    if (segment) {
      Statement insert(db, "INSERT INTO event_segment VALUES (?, ?, ?)");
      insert.bind(segment->name).bind(static_cast<int64_t>(segment->events)).bind(static_cast<int64_t>(segment->bytes));
      insert.execute();
    }
    transaction.commit();
  }
  if (db.failed()) return db.take_error();
  return {};
}

/// Makes one file of those of the lowest tier that is full. False if none is.
Result<bool> EventImport::State::merge_one_tier() {
  const Result<std::vector<SegmentRow>> listed = segment_rows(db);
  if (!listed) return listed.error();
  std::map<int, std::vector<SegmentRow>> tiers;
  for (const SegmentRow& row : *listed) tiers[tier_of(row.events)].push_back(row);
  const auto full =
      std::find_if(tiers.begin(), tiers.end(), [](const auto& tier) { return tier.second.size() >= segments_a_tier; });
  if (full == tiers.end()) return false;
  std::vector<Segment> segments;
  std::vector<const Segment*> pointers;
  for (const SegmentRow& row : full->second) {
    Result<Segment> segment = Segment::open(folder + "/" + row.name);
    if (!segment) return segment.error();
    segments.push_back(std::move(*segment));
  }
  for (const Segment& segment : segments) pointers.push_back(&segment);
  const Result<SegmentRow> merged = merge_segments(folder, next_segment_name(*listed), pointers);
  if (!merged) return merged.error();
  {
    Transaction transaction(db);
    Statement remove(db, "DELETE FROM event_segment WHERE name = ?");
    for (const SegmentRow& row : full->second) remove.bind(row.name).execute();
    Statement insert(db, "INSERT INTO event_segment VALUES (?, ?, ?)");
    insert.bind(merged->name).bind(static_cast<int64_t>(merged->events)).bind(static_cast<int64_t>(merged->bytes));
    insert.execute();
    transaction.commit();
  }
  if (db.failed()) return db.take_error();
  std::error_code ignored;
  for (const SegmentRow& row : full->second) fs::remove(folder + "/" + row.name, ignored);
  return true;
}

/// What is recorded is safe before this: a failure here (a full disk) costs nothing but the tidying.
void EventImport::State::tidy() {
  for (;;) {
    const Result<bool> merged = merge_one_tier();
    if (!merged || !*merged) return;
  }
}

/// Files that no table lists: an import that was killed left them.
void EventImport::State::remove_strangers() const {
  const Result<std::vector<SegmentRow>> listed = segment_rows(db);
  if (!listed) return;
  std::set<std::string> known = {"writer"};
  for (const SegmentRow& row : *listed) known.insert(row.name);
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const std::string ending = entry.path().extension().string();
    const bool ours = ending == ".events" || ending == ".part";
    if (ours && !known.contains(entry.path().filename().string())) fs::remove(entry.path(), ignored);
  }
}

// --- the door ------------------------------------------------------------------------------------------------------

EventImport::EventImport(std::unique_ptr<State> state) : state_(std::move(state)) {}
EventImport::EventImport(EventImport&&) noexcept = default;
EventImport& EventImport::operator=(EventImport&&) noexcept = default;
EventImport::~EventImport() = default;

uint32_t EventImport::actor(std::string_view id) {
  return state_->actors.number(id);
}
uint32_t EventImport::publisher(std::string_view name) {
  return state_->publishers.number(name);
}
uint32_t EventImport::place(const EventPlace& place) {
  return state_->places.number(place);
}
uint32_t EventImport::kind(const EventKind& kind) {
  return state_->kinds.number(kind);
}

Result<std::vector<EventBatch>> EventImport::earlier(const std::string& beginning) {
  std::vector<EventBatch> found = batch_rows(
      state_->db, "beginning = ? AND key NOT IN (SELECT key FROM event_loss) ORDER BY bytes DESC, entry", 0, beginning);
  if (state_->db.failed()) return state_->db.take_error();
  for (const EventBatch& batch : state_->batches) {
    if (batch.beginning == beginning && !(state_->open && &batch == &state_->batches.back())) found.push_back(batch);
  }
  return found;
}

void EventImport::begin(const EventBatch& batch) {
  if (state_->batches_before < 0) state_->batches_before = state_->db.number("SELECT count(*) FROM event_batch");
  EventBatch begun = batch;
  const std::string told = batch.beginning + batch.path + batch.data_set + std::to_string(batch.first_row);
  begun.key = hash64(told, static_cast<uint64_t>(state_->batches_before) + state_->batches.size()) >> 1;
  begun.events = begun.duplicates = begun.changed = 0;
  state_->batches.push_back(begun);
  state_->batch_data_set.push_back(state_->data_sets.number(batch.data_set));
  state_->open = true;
}

void EventImport::add(const NewEvent& event) {
  EventRow row;
  row.source = event.source;
  row.target = event.target;
  row.day = event.day;
  row.kind = event.kind;
  row.publisher = event.publisher;
  row.place = event.place;
  row.batch = static_cast<uint32_t>(state_->batches.size() - 1);
  row.mentions = event.mentions;
  row.deaths = event.deaths;
  row.digest = event.digest;
  row.row = event.row;
  row.id = event.id;
  state_->rows.push_back(row);
}

void EventImport::end(const EventBatch& batch) {
  EventBatch& mine = state_->batches.back();
  const uint64_t key = mine.key;
  mine = batch;
  mine.key = key;
  mine.events = mine.duplicates = mine.changed = 0;
  state_->open = false;
}

void EventImport::drop() {
  if (!state_->open) return;
  const auto number = static_cast<uint32_t>(state_->batches.size() - 1);
  std::erase_if(state_->rows, [&](const EventRow& row) { return row.batch == number; });
  state_->batches.pop_back();
  state_->batch_data_set.pop_back();
  state_->open = false;
}

bool EventImport::full() const {
  return state_->rows.size() >= most_waiting;
}

Result<std::vector<EventBatch>> EventImport::record() {
  if (state_->batches.empty()) return std::vector<EventBatch>();
  if (Result<void> looked = state_->leave_out_duplicates(); !looked) return looked.error();
  std::optional<SegmentRow> segment;
  if (!state_->rows.empty()) {
    const Result<std::vector<SegmentRow>> listed = segment_rows(state_->db);
    if (!listed) return listed.error();
    Result<SegmentRow> written = state_->write(next_segment_name(*listed));
    if (!written) return written.error();
    segment = *written;
  }
  if (Result<void> done = state_->commit(segment); !done) return done.error();
  std::vector<EventBatch> recorded = std::move(state_->batches);
  state_->batches.clear();
  state_->batch_data_set.clear();
  state_->rows.clear();
  state_->batches_before = -1;
  state_->tidy();
  return recorded;
}

Result<EventImport> EventStore::import(std::chrono::milliseconds wait) {
  Database& db = database();
  Result<WriterLock> lock = WriterLock::take(events_folder(db.path()), wait);
  if (!lock) return lock.error();
  auto state = std::make_unique<EventImport::State>(db, std::move(*lock));
  state->remove_strangers();
  return EventImport(std::move(state));
}

}  // namespace entente
