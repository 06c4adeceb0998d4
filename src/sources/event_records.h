// Event data sets as streams of records. Part of the door of sources (included by sources.h).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "domain/event.h"
#include "domain/state_system.h"

namespace entente {

enum class EventFormat { icews, gdelt, polecat, ucdp, acled, quads };
std::optional<EventFormat> event_format(std::string_view name);
std::string_view name_of(EventFormat format);

/// How the act of a record is named.
enum class ActName { cameo_code, cameo_name, own_word };

/// One row. Its texts are valid until the next one is read.
struct EventRecord {
  uint64_t row = 0;   // of the file, from 1, without its header
  uint64_t line = 0;  // that it begins in, from 1
  EventParty source;
  EventParty target;
  int64_t day = 0;   // of the event, since 1970-01-01
  int64_t seen = 0;  // day that the data set covers with it (GDELT tells of older days too)
  ActName act_name = ActName::cameo_code;
  std::string_view act;
  std::string_view act_group;       // wider word where the act's own is unknown (ACLED's event type)
  std::optional<double> intensity;  // where the file gives it and it may differ from the code's
  std::string_view publisher;
  std::string_view place;
  bool located = false;
  double latitude = 0;
  double longitude = 0;
  uint32_t mentions = 1;
  uint32_t deaths = 0;
  uint64_t id = 0;      // the data set's number, or a hash of its word or (without one) of the row
  uint32_t digest = 0;  // hash of the row without its id: the same report under another id has the same
};

/// Where reading stands: after the last row that was given.
struct EventPosition {
  uint64_t rows = 0;
  uint64_t bytes = 0;  // of the unpacked file
  std::string digest;  // content hash of these bytes
};

/// What the format's makers say of the data.
struct EventDataSet {
  std::string name;     // "icews"
  std::string version;  // "" where the file does not tell
  std::string licence;
  bool dense = false;  // something is told of every day it covers, so a day of silence is one that is missing
};

enum class TimeStep { hour, day, week, month, year };
std::optional<TimeStep> time_step(std::string_view name);

/// What files of quads do not say themselves.
struct EventReadOptions {
  Date origin;  // the day of time 0
  TimeStep step = TimeStep::day;
};

/// The rows of one file in order. Nothing of it is held but the row at hand.
class EventFile {
 public:
  EventFile() = default;
  EventFile(const EventFile&) = delete;
  EventFile& operator=(const EventFile&) = delete;
  virtual ~EventFile() = default;

  /// The next row, or what is wrong with one, naming file and line; nothing at the end. A row that is wrong counts.
  virtual std::optional<Result<EventRecord>> next() = 0;
  /// Goes on behind a position that an earlier reading stood at. False if the file does not begin with those bytes:
  /// then it must be opened anew.
  virtual bool go_to(const EventPosition& position) = 0;
  [[nodiscard]] virtual EventPosition position() const = 0;
  /// Bytes of the file (packed, if it is) that were read: for progress.
  [[nodiscard]] virtual uint64_t progress() const = 0;
  /// Hash of the first 64 KiB: tells files apart before they are read.
  [[nodiscard]] virtual std::string beginning() = 0;
  [[nodiscard]] virtual EventDataSet data_set() const = 0;
};

/// Opens a file of that format ("-": standard input), packed by gzip or zstd or not. A folder is a data set of `quads`:
/// entity2id.txt, relation2id.txt and the parts beside them. Errors: missing, io, input (it has another format).
Result<std::unique_ptr<EventFile>> open_events(EventFormat format, const std::string& path,
                                               const EventReadOptions& options);
/// As open_events, for bytes in memory that outlive the file; not for quads.
Result<std::unique_ptr<EventFile>> open_events_in(EventFormat format, std::string_view bytes, const std::string& path);

/// Reads a table of memberships in the system of states: columns system (cow or gw), code, abbreviation, name, from, to
/// (empty: the list ends with it), actors (ids, parted by semicolons). Errors: missing, io, input (with the line).
Result<StateSystem> read_state_system(const std::string& path);

/// The files of that format under paths, folders walked, sorted; a folder of quads gives its parts (train.txt, ...).
Result<std::vector<std::string>> list_event_files(EventFormat format, const std::vector<std::string>& paths);

}  // namespace entente
