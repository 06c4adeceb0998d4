// The folder of segments beside the ledger's file, and the tables that list them. Internal to the ledger.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "ledger/events/event_store.h"
#include "ledger/events/segment.h"
#include "ledger/ledger.h"
#include "ledger/sqlite.h"

namespace entente::ledger_detail {

/// "ledger.db.events", where the segments of "ledger.db" lie.
std::string events_folder(const std::string& ledger_path);

/// Whoever writes events holds this; it is given up when the process ends, however that happens.
class WriterLock {
 public:
  /// Waits so long for another. Errors: busy (naming the process), io.
  static Result<WriterLock> take(const std::string& folder, std::chrono::milliseconds wait);
  WriterLock(WriterLock&& other) noexcept : file_(other.file_) { other.file_ = -1; }
  WriterLock& operator=(WriterLock&& other) noexcept;
  ~WriterLock();

 private:
  explicit WriterLock(int file) : file_(file) {}
  int file_ = -1;
};

struct SegmentRow {
  std::string name;
  uint64_t events = 0;
  uint64_t bytes = 0;
};
/// By name, which is by age.
Result<std::vector<SegmentRow>> segment_rows(Database& db);
std::vector<EventBatch> batch_rows(Database& db, const std::string& condition, int64_t number, const std::string& text);
void insert_batch(Database& db, const EventBatch& batch);

/// Opens the segments that the table lists; tries again where another process has just replaced them.
Result<std::vector<Segment>> open_segments(Database& db);
/// Makes one file of many; removes none.
Result<SegmentRow> merge_segments(const std::string& folder, const std::string& name,
                                  const std::vector<const Segment*>& segments);
/// The file name that comes after all in the table.
std::string next_segment_name(const std::vector<SegmentRow>& rows);

/// What is wrong with the files of events, and with a repair what could not be saved.
void check_events(Database& db, bool repair, std::vector<LedgerProblem>& problems);

std::string covers_text(const std::vector<DayRange>& covers);
std::vector<DayRange> covers_of(const std::string& text);

}  // namespace entente::ledger_detail
