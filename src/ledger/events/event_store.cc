// Reading events: which blocks and runs a query touches, and the rows of these that its mark and days let through.
#include "ledger/events/event_store.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "ledger/events/event_files.h"
#include "ledger/store.h"

namespace entente {

using namespace ledger_detail;

namespace {

using BatchesByKey = std::unordered_map<uint64_t, EventBatch>;

}  // namespace

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

namespace {

/// What a query lets through of one segment.
class SegmentFilter {
 public:
  SegmentFilter(const EventQuery& query, const Segment& segment, const BatchesByKey& batches)
      : query_(query), words_(segment.words()) {
    for (const std::string& id : words_.actors) {
      source_.push_back(!query.source || query.source(id) ? 1 : 0);
      target_.push_back(!query.target || query.target(id) ? 1 : 0);
    }
    for (const uint64_t key : words_.batches) {
      const auto batch = batches.find(key);
      const auto& sets = query.data_sets;
      const bool fits = batch != batches.end() && batch->second.entry <= query.as_of.row &&
                        (sets.empty() || std::find(sets.begin(), sets.end(), batch->second.data_set) != sets.end());
      batch_.push_back(fits ? 1 : 0);
      all_batches_ = all_batches_ && fits;
    }
  }

  [[nodiscard]] bool pair(uint32_t source, uint32_t target) const {
    if (source_[source] != 0 && target_[target] != 0) return true;
    return query_.either_way && target_[source] != 0 && source_[target] != 0;
  }
  /// Whether anything begins here at all.
  [[nodiscard]] bool begins(uint32_t source) const {
    return source_[source] != 0 || (query_.either_way && target_[source] != 0);
  }
  [[nodiscard]] bool everybody() const { return !query_.source && (!query_.either_way || !query_.target); }
  [[nodiscard]] bool batch(size_t number) const { return batch_[number] != 0; }
  [[nodiscard]] bool all_batches() const { return all_batches_; }
  [[nodiscard]] const EventQuery& query() const { return query_; }

 private:
  const EventQuery& query_;
  const EventWords& words_;
  std::vector<char> source_, target_, batch_;
  bool all_batches_ = true;
};

/// The first row from `begin` whose day is `day` or later.
size_t first_row_at(const Block& block, size_t begin, size_t end, int64_t day) {
  while (begin < end) {
    const size_t middle = begin + (end - begin) / 2;
    if (block.day(middle) < day) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  return begin;
}

/// The first run of a block whose source is `source` or a later one.
size_t first_run_of(const Block& block, uint32_t source) {
  size_t begin = 0, end = block.runs;
  while (begin < end) {
    const size_t middle = begin + (end - begin) / 2;
    if (block[EventColumn::source][middle] < source) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  return begin;
}

/// Hands over the rows [begin, end) of a run that lies in a block.
using RowsSink = std::function<void(const Block&, size_t run, size_t begin, size_t end)>;

void visit_run(const Block& block, size_t run, const SegmentFilter& filter, const RowsSink& sink) {
  const auto source = static_cast<uint32_t>(block[EventColumn::source][run]);
  const auto target = static_cast<uint32_t>(block[EventColumn::target][run]);
  if (!filter.pair(source, target)) return;
  const size_t first = block[EventColumn::first][run], last = block.run_end(run);
  const size_t begin = first_row_at(block, first, last, filter.query().since);
  const size_t end = first_row_at(block, begin, last, filter.query().until + 1);
  if (begin < end) sink(block, run, begin, end);
}

bool days_meet(const BlockPlace& place, const EventQuery& query) {
  return place.first_day <= query.until && place.last_day >= query.since;
}

/// All blocks in turn.
Result<void> scan_all(const Segment& segment, const SegmentFilter& filter, const RowsSink& sink) {
  for (size_t number = 0; number < segment.blocks().size(); ++number) {
    if (!days_meet(segment.blocks()[number], filter.query())) continue;
    const Result<Block> block = segment.block(number);
    if (!block) return block.error();
    for (size_t run = 0; run < block->runs; ++run) visit_run(*block, run, filter, sink);
  }
  return {};
}

/// The blocks of one source after another.
Result<void> scan_sources(const Segment& segment, const SegmentFilter& filter, const RowsSink& sink) {
  const auto& places = segment.blocks();
  for (uint32_t source = 0; source < segment.words().actors.size(); ++source) {
    if (!filter.begins(source)) continue;
    auto place = std::lower_bound(places.begin(), places.end(), source,
                                  [](const BlockPlace& p, uint32_t s) { return p.last_source < s; });
    for (; place != places.end() && place->first_source <= source; ++place) {
      if (!days_meet(*place, filter.query())) continue;
      const Result<Block> block = segment.block(static_cast<size_t>(place - places.begin()));
      if (!block) return block.error();
      for (size_t run = first_run_of(*block, source); run < block->runs && (*block)[EventColumn::source][run] == source;
           ++run) {
        visit_run(*block, run, filter, sink);
      }
    }
  }
  return {};
}

Result<void> scan(const Segment& segment, const SegmentFilter& filter, const RowsSink& sink) {
  return filter.everybody() ? scan_all(segment, filter, sink) : scan_sources(segment, filter, sink);
}

/// Decoded columns of a run, with the numbers of the whole call.
class RunRows {
 public:
  RunRows(const EventWords& words, const EventWordList& list) {
    const auto places = [](const auto& from, const auto& to) {
      std::vector<uint32_t> map;
      for (const auto& word : from) {
        map.push_back(static_cast<uint32_t>(std::lower_bound(to.begin(), to.end(), word) - to.begin()));
      }
      return map;
    };
    actors_ = places(words.actors, list.actors);  // of those that the query leaves out the place means nothing
    kinds_ = places(words.kinds, list.kinds);
    publishers_ = places(words.publishers, list.publishers);
  }

  EventRun decode(const Block& block, size_t run, size_t begin, size_t end, const SegmentFilter& filter) {
    size_t size = 0;
    for (size_t row = begin; row < end; ++row) {
      if (!filter.all_batches() && !filter.batch(block[EventColumn::batch][row])) continue;
      days_out_[size] = block.day(row);
      kinds_out_[size] = kinds_[block[EventColumn::kind][row]];
      publishers_out_[size] = publishers_[block[EventColumn::publisher][row]];
      ++size;
    }
    EventRun out;
    out.source = actors_[block[EventColumn::source][run]];
    out.target = actors_[block[EventColumn::target][run]];
    out.days = {days_out_.data(), size};
    out.kinds = {kinds_out_.data(), size};
    out.publishers = {publishers_out_.data(), size};
    return out;
  }

 private:
  std::vector<uint32_t> actors_, kinds_, publishers_;
  std::array<int32_t, block_rows> days_out_;
  std::array<uint32_t, block_rows> kinds_out_;
  std::array<uint32_t, block_rows> publishers_out_;
};

/// The words of all segments; of the actors only those that the query lets through.
EventWordList words_of(const std::vector<Segment>& segments, const EventQuery& query) {
  EventWordList list;
  const auto join = [](auto& into, const auto& from) {
    const auto middle = static_cast<std::ptrdiff_t>(into.size());
    into.insert(into.end(), from.begin(), from.end());
    std::inplace_merge(into.begin(), into.begin() + middle, into.end());
    into.erase(std::unique(into.begin(), into.end()), into.end());
  };
  for (const Segment& segment : segments) {
    std::vector<std::string> wanted;
    for (const std::string& id : segment.words().actors) {
      if (!query.source || !query.target || query.source(id) || query.target(id)) wanted.push_back(id);
    }
    join(list.actors, wanted);
    join(list.kinds, segment.words().kinds);
    join(list.publishers, segment.words().publishers);
  }
  return list;
}

}  // namespace

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
    Result<void> scanned = scan(segment, filter, [&](const Block& block, size_t run, size_t begin, size_t end) {
      const EventRun decoded = rows->decode(block, run, begin, end, filter);
      if (!decoded.days.empty()) sink(decoded, list);
    });
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
    Result<void> scanned = scan(segment, filter, [&](const Block& block, size_t run, size_t begin, size_t end) {
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
