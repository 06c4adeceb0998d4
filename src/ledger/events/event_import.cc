// Importing: rows gather in memory, lose what is there already, are sorted and become a segment.
#include <algorithm>

#include "base/stream_hash.h"
#include "ledger/events/import_state.h"
#include "ledger/events/row_order.h"

namespace entente {

using namespace ledger_detail;

namespace {

constexpr size_t most_waiting = 4u << 20;
constexpr size_t rows_ahead = 16;  // fetched before they are written: in their order they lie far apart

}  // namespace

/// Gives the rows the numbers of sorted lists.
EventWords EventImport::State::sort_words() {
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
  for (EventRow& row : rows) row = map.mapped(row);
  return words;
}

Result<SegmentRow> EventImport::State::write(const std::string& name) {
  SegmentRow row{name, rows.size(), 0};
  Result<SegmentWriter> writer = SegmentWriter::open(folder + "/" + name, sort_words());
  if (!writer) return writer.error();
  const std::vector<uint32_t> order = row_order(rows);
  for (size_t i = 0; i < order.size(); ++i) {
    if (i + rows_ahead < order.size()) __builtin_prefetch(&rows[order[i + rows_ahead]]);
    writer->add(rows[order[i]]);
  }
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
  state_->rows.reserve(most_waiting);  // memory is taken as it is filled
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
