// The store of imported events. Part of the ledger's door (included by ledger.h).
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "domain/event.h"
#include "domain/mark.h"

namespace entente {

namespace ledger_detail {
class Database;
}

/// A piece of a file, recorded at once.
struct EventBatch {
  int64_t entry = 0;     // of the ledger; given when it is recorded
  uint64_t key = 0;      // given when it is begun
  std::string recorded;  // ISO 8601, UTC
  std::string format;
  std::string data_set;
  std::string version;
  std::string licence;
  std::string path;
  std::string beginning;   // hash of the file's first 64 KiB
  std::string digest;      // hash of the file's bytes up to the end of this piece
  uint64_t bytes = 0;      // so many
  uint64_t first_row = 1;  // of the file
  uint64_t last_row = 0;
  bool whole = false;  // the file ended here
  uint64_t events = 0;
  uint64_t duplicates = 0;  // rows that were there: by their id, or the same report under another id
  uint64_t changed = 0;     // rows whose id was there with other contents: the older ones stay
  uint64_t bad = 0;
  bool dense = false;            // the data set tells something of every day that it covers
  std::vector<DayRange> covers;  // sorted, apart from each other
};

/// Which events are wanted. Nothing restricts what is left as it is.
struct EventQuery {
  using ActorTest = std::function<bool(std::string_view id)>;
  ActorTest source;
  ActorTest target;
  bool either_way = false;  // also from whom `target` fits to whom `source` fits
  int64_t since = std::numeric_limits<int32_t>::min();
  int64_t until = std::numeric_limits<int32_t>::max();
  std::vector<std::string> data_sets;
  LedgerMark as_of;
  bool publishers = true;  // runs tell them; without, less is read
};

/// Events of one source and one target that lie together, by day. Numbers point into the lists of EventWordList.
struct EventRun {
  uint32_t source = 0;
  uint32_t target = 0;
  std::span<const int32_t> days;
  std::span<const uint32_t> kinds;
  std::span<const uint32_t> publishers;  // empty where the query does without
};
/// The words that the runs of one call point at, sorted.
struct EventWordList {
  std::vector<std::string> actors;
  std::vector<EventKind> kinds;
  std::vector<std::string> publishers;
};
using EventRunSink = std::function<void(const EventRun&, const EventWordList&)>;
using EventSink = std::function<bool(const Event&)>;

/// What an import hands over for one row; numbers come from the import's own lists.
struct NewEvent {
  uint32_t source = 0;
  uint32_t target = 0;
  uint32_t kind = 0;
  uint32_t publisher = 0;
  uint32_t place = 0;
  int32_t day = 0;
  uint32_t mentions = 1;
  uint32_t deaths = 0;
  uint32_t digest = 0;
  uint64_t row = 0;
  uint64_t id = 0;
};

/// One writer's work. Only one can be open for a ledger. What was not recorded when it goes is lost.
class EventImport {
 public:
  EventImport(EventImport&&) noexcept;
  EventImport& operator=(EventImport&&) noexcept;
  ~EventImport();

  /// The number of a word, the same for the same word as long as this lives.
  uint32_t actor(std::string_view id);
  uint32_t publisher(std::string_view name);
  uint32_t place(const EventPlace& place);
  uint32_t kind(const EventKind& kind);

  /// The pieces of files that begin so, the longest first; pieces of which a damage lost events are left out.
  [[nodiscard]] Result<std::vector<EventBatch>> earlier(const std::string& beginning);
  /// The events that follow belong to this piece.
  void begin(const EventBatch& batch);
  void add(const NewEvent& event);
  /// The piece ends; what is known only now (digest, rows, covers, bad, whole) is taken from it.
  void end(const EventBatch& batch);
  /// The piece at hand and its events are forgotten.
  void drop();
  /// So many events wait that they should be recorded.
  [[nodiscard]] bool full() const;
  /// Records what waits: a new file of events, then all ended pieces in one transaction. Gives these pieces with their
  /// entries and counts. Errors: io, damaged, busy.
  Result<std::vector<EventBatch>> record();

 private:
  friend class EventStore;
  struct State;
  explicit EventImport(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

struct EventStoreSize {
  uint64_t events = 0;
  uint64_t bytes = 0;
  uint64_t files = 0;
};

/// Reads events. Made by Ledger::events(), which must outlive it.
class EventStore {
 public:
  EventStore(EventStore&&) noexcept;
  EventStore& operator=(EventStore&&) noexcept;
  ~EventStore();

  /// What was recorded up to the mark, by entry.
  Result<std::vector<EventBatch>> batches(LedgerMark as_of);
  /// Hands over the events, run by run; those of one pair may come in several runs. Errors: damaged, io.
  Result<void> visit(const EventQuery& query, const EventRunSink& sink);
  /// Events with all that is kept, by day, source, target, kind, file and row; false from the sink ends it. Holds so
  /// many at once as the query finds.
  Result<void> list(const EventQuery& query, const EventSink& sink);
  /// The ids of all who act or are acted on, sorted.
  Result<std::vector<ActorId>> actors(LedgerMark as_of);
  Result<EventStoreSize> size();

  /// Opens it for writing. Waits a while for another writer; errors: busy (naming it), io.
  Result<EventImport> import(std::chrono::milliseconds wait = std::chrono::seconds(10));

 private:
  friend class Ledger;
  struct State;
  ledger_detail::Database& database();
  explicit EventStore(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace entente
