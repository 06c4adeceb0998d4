#include "ledger/events/event_files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <thread>

#include "base/text.h"
#include "ledger/store.h"

namespace entente::ledger_detail {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds between_attempts{50};
constexpr int open_attempts = 5;

std::string holder_of(int file) {
  char text[32] = {};
  const ssize_t got = ::pread(file, text, sizeof text - 1, 0);
  return got > 0 ? std::string(trim(text)) : "unknown";
}

}  // namespace

std::string events_folder(const std::string& ledger_path) {
  return ledger_path + ".events";
}

WriterLock& WriterLock::operator=(WriterLock&& other) noexcept {
  std::swap(file_, other.file_);
  return *this;
}

WriterLock::~WriterLock() {
  if (file_ >= 0) ::close(file_);
}

Result<WriterLock> WriterLock::take(const std::string& folder, std::chrono::milliseconds wait) {
  std::error_code cause;
  fs::create_directories(folder, cause);
  const std::string path = folder + "/writer";
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file < 0) {
    return Error{ErrorCode::io, path + ": cannot be written (" + std::strerror(errno) + "); check the folder"};
  }
  WriterLock lock(file);
  const auto until = std::chrono::steady_clock::now() + wait;
  while (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) {
      return Error{ErrorCode::io, path + ": cannot be locked (" + std::strerror(errno) + ")"};
    }
    if (std::chrono::steady_clock::now() >= until) {
      return Error{ErrorCode::busy, folder + ": process " + holder_of(file) +
                                        " writes events into this ledger: wait until it is done, then import again"};
    }
    std::this_thread::sleep_for(between_attempts);
  }
  const std::string self = std::to_string(::getpid()) + "\n";
  if (::ftruncate(file, 0) != 0 || ::pwrite(file, self.data(), self.size(), 0) < 0) {
    return Error{ErrorCode::io, path + ": cannot be written (" + std::strerror(errno) + "); free some space"};
  }
  return lock;
}

Result<std::vector<SegmentRow>> segment_rows(Database& db) {
  std::vector<SegmentRow> out;
  {
    Statement rows(db, "SELECT name, events, bytes FROM event_segment ORDER BY name");
    while (rows.step()) {
      out.push_back({rows.text(0), static_cast<uint64_t>(rows.integer(1)), static_cast<uint64_t>(rows.integer(2))});
    }
  }
  if (db.failed()) return db.take_error();
  return out;
}

std::string next_segment_name(const std::vector<SegmentRow>& rows) {
  const unsigned long last = rows.empty() ? 0 : std::stoul(rows.back().name);
  char name[32];
  std::snprintf(name, sizeof name, "%010lu.events", last + 1);
  return name;
}

std::string covers_text(const std::vector<DayRange>& covers) {
  std::string out;
  for (const DayRange& range : covers) {
    out += (out.empty() ? "" : " ") + std::to_string(range.first) + ":" + std::to_string(range.last);
  }
  return out;
}

std::vector<DayRange> covers_of(const std::string& text) {
  std::vector<DayRange> out;
  for (const std::string_view part : split(text, ' ')) {
    const size_t colon = part.find(':');
    if (colon == std::string_view::npos) continue;
    out.push_back({std::stoll(std::string(part.substr(0, colon))), std::stoll(std::string(part.substr(colon + 1)))});
  }
  return out;
}

std::vector<EventBatch> batch_rows(Database& db, const std::string& condition, int64_t number,
                                   const std::string& text) {
  std::vector<EventBatch> out;
  Statement rows(db,
                 "SELECT entry, key, recorded, format, data_set, version, licence, path, beginning, digest, bytes, "
                 "first_row, last_row, whole, events, duplicates, changed, bad, dense, covers FROM event_batch WHERE " +
                     condition);
  text.empty() ? rows.bind(number) : rows.bind(text);
  const auto count = [&](int column) { return static_cast<uint64_t>(rows.integer(column)); };
  while (rows.step()) {
    EventBatch batch;
    batch.entry = rows.integer(0);
    batch.key = count(1);
    std::string* texts[] = {&batch.recorded, &batch.format, &batch.data_set,  &batch.version,
                            &batch.licence,  &batch.path,   &batch.beginning, &batch.digest};
    for (int i = 0; i < 8; ++i) *texts[i] = rows.text(i + 2);
    uint64_t* numbers[] = {&batch.bytes, &batch.first_row, &batch.last_row};
    for (int i = 0; i < 3; ++i) *numbers[i] = count(i + 10);
    batch.whole = rows.integer(13) != 0;
    uint64_t* counts[] = {&batch.events, &batch.duplicates, &batch.changed, &batch.bad};
    for (int i = 0; i < 4; ++i) *counts[i] = count(i + 14);
    batch.dense = rows.integer(18) != 0;
    batch.covers = covers_of(rows.text(19));
    out.push_back(std::move(batch));
  }
  return out;
}

void insert_batch(Database& db, const EventBatch& batch) {
  Statement insert(db, "INSERT INTO event_batch VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(batch.entry).bind(static_cast<int64_t>(batch.key)).bind(batch.recorded);
  for (const std::string* text :
       {&batch.format, &batch.data_set, &batch.version, &batch.licence, &batch.path, &batch.beginning, &batch.digest}) {
    insert.bind(*text);
  }
  for (const uint64_t number : {batch.bytes, batch.first_row, batch.last_row})
    insert.bind(static_cast<int64_t>(number));
  insert.bind(int64_t{batch.whole});
  for (const uint64_t number : {batch.events, batch.duplicates, batch.changed, batch.bad}) {
    insert.bind(static_cast<int64_t>(number));
  }
  insert.bind(int64_t{batch.dense}).bind(covers_text(batch.covers)).execute();
}

Result<std::vector<Segment>> open_segments(Database& db) {
  const std::string folder = events_folder(db.path());
  for (int attempt = 1;; ++attempt) {
    const Result<std::vector<SegmentRow>> rows = segment_rows(db);
    if (!rows) return rows.error();
    std::vector<Segment> segments;
    std::optional<Error> failure;
    for (const SegmentRow& row : *rows) {
      Result<Segment> segment = Segment::open(folder + "/" + row.name);
      if (!segment) {
        failure = segment.error();
        break;
      }
      segments.push_back(std::move(*segment));
    }
    if (!failure) return segments;
    if (failure->code != ErrorCode::missing || attempt == open_attempts) return *failure;
  }
}

}  // namespace entente::ledger_detail
