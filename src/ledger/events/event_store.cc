// Reading events: the door's operations over all segments.
#include "ledger/events/event_store.h"

#include <algorithm>

#include "ledger/events/event_files.h"
#include "ledger/events/event_runs.h"
#include "ledger/events/event_scan.h"
#include "ledger/store.h"

namespace entente {

using namespace ledger_detail;

struct EventStore::State {
  explicit State(Database& database) : db(database) {}
  Database& db;
  std::optional<std::vector<Segment>> segments;  // once they are asked for
  BatchesByKey batches;

  Result<void> load() {
    if (segments) return {};
    // The list of batches is read after the files: a file's batches are all in it.
    Result<std::vector<Segment>> opened = open_segments(db);
    if (!opened) return opened.error();
    std::vector<EventBatch> rows = batch_rows(db, "entry > ? ORDER BY entry", 0, "");
    if (db.failed()) return db.take_error();
    for (EventBatch& batch : rows) batches.emplace(batch.key, std::move(batch));
    segments = std::move(*opened);
    return {};
  }
};

EventStore::EventStore(std::unique_ptr<State> state) : state_(std::move(state)) {}
EventStore::EventStore(EventStore&&) noexcept = default;
EventStore& EventStore::operator=(EventStore&&) noexcept = default;
EventStore::~EventStore() = default;

Database& EventStore::database() {
  return state_->db;
}

Result<std::vector<EventBatch>> EventStore::batches(LedgerMark as_of) {
  std::vector<EventBatch> found = batch_rows(state_->db, "entry <= ? ORDER BY entry", as_of.row, "");
  if (state_->db.failed()) return state_->db.take_error();
  return found;
}

Result<void> EventStore::visit(const EventQuery& query, const EventRunSink& sink) {
  if (Result<void> loaded = state_->load(); !loaded) return loaded;
  const EventWordList list = words_of(*state_->segments, query);
  for (const Segment& segment : *state_->segments) {
    const SegmentFilter filter(query, segment, state_->batches);
    const auto rows = std::make_unique<RunRows>(segment.words(), list);
    const RowsSink give = [&](const Block& block, size_t run, size_t begin, size_t end) {
      const EventRun decoded = rows->decode(block, run, begin, end, filter);
      if (!decoded.days.empty()) sink(decoded, list);
    };
    Result<void> scanned = scan(segment, filter, RunRows::columns(filter), give);
    if (!scanned) return scanned;
  }
  return {};
}

Result<void> EventStore::list(const EventQuery& query, const EventSink& sink) {
  if (Result<void> loaded = state_->load(); !loaded) return loaded;
  struct Found {
    EventRow row;
    const EventWords* words;
    const EventBatch* batch;
  };
  std::vector<Found> found;
  for (const Segment& segment : *state_->segments) {
    const SegmentFilter filter(query, segment, state_->batches);
    const EventWords& words = segment.words();
    std::vector<const EventBatch*> batches;
    for (const uint64_t key : words.batches) {
      const auto batch = state_->batches.find(key);
      batches.push_back(batch == state_->batches.end() ? nullptr : &batch->second);
    }
    Result<void> scanned =
        scan(segment, filter, all_columns, [&](const Block& block, size_t run, size_t begin, size_t end) {
          for (size_t row = begin; row < end; ++row) {
            const EventRow at = block.at(run, row);
            if (filter.batch(at.batch)) found.push_back({at, &words, batches[at.batch]});
          }
        });
    if (!scanned) return scanned;
  }
  const auto key = [](const Found& f) {
    return std::tie(f.row.day, f.words->actors[f.row.source], f.words->actors[f.row.target], f.words->kinds[f.row.kind],
                    f.batch->digest, f.row.row, f.row.id);
  };
  std::sort(found.begin(), found.end(), [&](const Found& a, const Found& b) { return key(a) < key(b); });
  for (const Found& f : found) {
    Event event;
    event.source = ActorId(f.words->actors[f.row.source]);
    event.target = ActorId(f.words->actors[f.row.target]);
    event.day = f.row.day;
    event.kind = f.words->kinds[f.row.kind];
    event.publisher = f.words->publishers[f.row.publisher];
    event.place = f.words->places[f.row.place];
    event.mentions = f.row.mentions;
    event.deaths = f.row.deaths;
    event.source_id = f.row.id;
    event.passage = {f.batch->digest, f.row.row};
    event.data_set = f.batch->data_set;
    event.version = f.batch->version;
    event.licence = f.batch->licence;
    event.entry = f.batch->entry;
    if (!sink(event)) break;
  }
  return {};
}

Result<std::vector<ActorId>> EventStore::actors(LedgerMark as_of) {
  EventQuery all;
  all.as_of = as_of;
  std::vector<char> seen;
  std::vector<ActorId> ids;
  std::vector<std::string> names;
  const Result<void> visited = visit(all, [&](const EventRun& run, const EventWordList& words) {
    if (seen.empty()) {
      seen.resize(words.actors.size());
      names = words.actors;
    }
    seen[run.source] = seen[run.target] = 1;
  });
  if (!visited) return visited.error();
  for (size_t i = 0; i < seen.size(); ++i) {
    if (seen[i] != 0 && !names[i].empty()) ids.emplace_back(names[i]);
  }
  return ids;
}

Result<EventStoreSize> EventStore::size() {
  const Result<std::vector<SegmentRow>> rows = segment_rows(state_->db);
  if (!rows) return rows.error();
  EventStoreSize size;
  for (const SegmentRow& row : *rows) {
    size.events += row.events;
    size.bytes += row.bytes;
    ++size.files;
  }
  return size;
}

EventStore Ledger::events() {
  return EventStore(std::make_unique<EventStore::State>(store_->db));
}

}  // namespace entente
