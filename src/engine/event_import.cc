// Importing: rows of a file become events of the store, piece by piece; what an earlier import recorded is passed over.
#include "engine/event_import.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <unordered_map>

#include "base/stream_hash.h"
#include "engine/parts.h"

namespace entente {
namespace {

constexpr size_t shown_errors = 10;
constexpr uint64_t rows_before_doubt = 1000;   // if all of these are bad, the file is of another kind
constexpr uint64_t rows_between_looks = 8192;  // at the wish to stop, and to tell how far it is

struct TextHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return hash64(text); }
};
using NumberCache = std::unordered_map<std::string, uint32_t, TextHash, std::equal_to<>>;

ActScheme scheme_of(ActName name) {
  if (name == ActName::cameo_code) return ActScheme::cameo;
  return name == ActName::cameo_name ? ActScheme::name : ActScheme::word;
}

/// Days as ranges: those that follow each other, or for a data set that may be silent all between first and last.
std::vector<DayRange> ranges_of(const std::set<int64_t>& days, bool dense) {
  std::vector<DayRange> out;
  if (days.empty()) return out;
  if (!dense) return {{*days.begin(), *days.rbegin()}};
  for (const int64_t day : days) {
    if (out.empty() || day > out.back().last + 1) out.push_back({day, day});
    out.back().last = day;
  }
  return out;
}

/// Records to events, in the numbers of the import's lists.
class EventMaker {
 public:
  EventMaker(const EventCodebook& codebook, EventImport& import) : codebook_(codebook), import_(import) {
    nobody_ = import_.actor("");
  }

  /// What is wrong with the record, or nothing.
  std::optional<std::string> make(const EventRecord& record, NewEvent& event) {
    const auto kind = kind_of(record);
    if (!kind) return "'" + std::string(record.act.substr(0, 60)) + "' is no " + what_acts_are(record.act_name);
    const int year = year_of(record.day);
    event.kind = *kind;
    event.source = actor_of(record.source, year);
    event.target = actor_of(record.target, year);
    event.publisher = import_.publisher(record.publisher);
    event.place = place_of(record);
    event.day = static_cast<int32_t>(record.day);
    event.mentions = record.mentions;
    event.deaths = record.deaths;
    event.digest = record.digest;
    event.row = record.row;
    event.id = record.id;
    return std::nullopt;
  }
  [[nodiscard]] bool one_sided(const NewEvent& event) const {
    return event.source == nobody_ || event.target == nobody_;
  }

 private:
  static std::string what_acts_are(ActName name) {
    if (name == ActName::cameo_code) return "CAMEO code";
    return name == ActName::cameo_name ? "name of a CAMEO code" : "act that is known (lexicon/event-acts.txt)";
  }

  int year_of(int64_t day) {
    if (day != last_day_) {
      last_day_ = day;
      last_year_ = day_from_number(day).year;
    }
    return last_year_;
  }

  std::optional<uint32_t> kind_of(const EventRecord& record) {
    key_.assign(record.act);
    key_ += '\x1f';
    key_ += record.act_group;
    const double intensity = record.intensity.value_or(1000);
    key_.append(reinterpret_cast<const char*>(&intensity), sizeof intensity);
    const auto known = kinds_.find(std::string_view(key_));
    if (known != kinds_.end()) return known->second;
    auto kind = codebook_.act(scheme_of(record.act_name), record.act);
    if (!kind && !record.act_group.empty()) kind = codebook_.act(scheme_of(record.act_name), record.act_group);
    if (!kind && !record.act_group.empty()) kind = other_kind(record.act_group);
    if (!kind) return std::nullopt;
    if (record.intensity && *record.intensity >= -10 && *record.intensity <= 10) kind->intensity = *record.intensity;
    return kinds_.emplace(key_, import_.kind(*kind)).first->second;
  }
  /// An act that is none of CAMEO's ("Strategic developments"): kept under its own word, of no quad.
  static EventKind other_kind(std::string_view word) {
    EventKind kind;
    kind.code = word;
    return kind;
  }

  uint32_t actor_of(const EventParty& party, int year) {
    key_.assign(party.name);
    for (const std::string_view part : {party.country, party.code, party.sectors}) {
      key_ += '\x1f';
      key_ += part;
    }
    key_.append(reinterpret_cast<const char*>(&year), sizeof year);
    const auto known = actors_.find(std::string_view(key_));
    if (known != actors_.end()) return known->second;
    const auto id = codebook_.actor(party, year);
    return actors_.emplace(key_, id ? import_.actor(id->str()) : nobody_).first->second;
  }

  uint32_t place_of(const EventRecord& record) {
    place_.name.assign(record.place);
    place_.located = record.located;
    place_.latitude = std::round(record.latitude * 1e4) / 1e4;
    place_.longitude = std::round(record.longitude * 1e4) / 1e4;
    return import_.place(place_);
  }

  const EventCodebook& codebook_;
  EventImport& import_;
  uint32_t nobody_ = 0;
  NumberCache kinds_, actors_;
  std::string key_;
  EventPlace place_;
  int64_t last_day_ = std::numeric_limits<int64_t>::min();
  int last_year_ = 0;
};

/// One command's import.
class ImportRun {
 public:
  ImportRun(const EventImportOptions& options, const Hooks& hooks, const EventCodebook& codebook, EventImport& import)
      : options_(options), hooks_(hooks), import_(import), maker_(codebook, import) {}

  /// Errors: those that end the whole import (the store's, interrupted). A file that cannot be read is noted.
  Result<void> add_file(const std::string& path, EventImportSummary& summary) {
    summary.files.push_back({});
    ImportedFile& file = summary.files.back();
    file.path = path;
    of_file_ = summary.files.size() - 1;
    const Result<std::unique_ptr<EventFile>> reader = open_behind_earlier(path, file);
    if (!reader) {
      summary.failed.push_back(reader.error());
      return {};
    }
    return read(**reader, summary);
  }

  /// Records what waits and counts it for the files it came from.
  Result<void> record(EventImportSummary& summary) {
    const Result<std::vector<EventBatch>> batches = import_.record();
    if (!batches) return batches.error();
    for (size_t i = 0; i < batches->size(); ++i) {
      ImportedFile& file = summary.files[owners_[i]];
      file.events += (*batches)[i].events;
      file.duplicates += (*batches)[i].duplicates;
      file.changed += (*batches)[i].changed;
    }
    owners_.clear();
    return {};
  }

 private:
  /// The file, behind the rows that are recorded already.
  Result<std::unique_ptr<EventFile>> open_behind_earlier(const std::string& path, ImportedFile& told) {
    Result<std::unique_ptr<EventFile>> reader = open_events(options_.format, path, options_.read);
    if (!reader) return reader;
    batch_ = {};
    batch_.beginning = (*reader)->beginning();
    batch_.path = path;
    if (path == "-") return reader;  // cannot be read twice: its duplicates are found one by one
    const Result<std::vector<EventBatch>> earlier = import_.earlier(batch_.beginning);
    if (!earlier) return earlier.error();
    for (const EventBatch& piece : *earlier) {
      if (piece.format != name_of(options_.format) || piece.data_set != named_set(**reader)) continue;
      if ((*reader)->go_to({piece.last_row, piece.bytes, piece.digest})) {
        told.skipped = piece.last_row;
        return reader;
      }
      reader = open_events(options_.format, path, options_.read);
      if (!reader) return reader;
    }
    return reader;
  }

  [[nodiscard]] std::string named_set(const EventFile& reader) const {
    return options_.data_set.empty() ? reader.data_set().name : options_.data_set;
  }

  void begin_piece(const EventFile& reader) {
    const EventDataSet set = reader.data_set();
    batch_.format = name_of(options_.format);
    batch_.data_set = named_set(reader);
    batch_.version = options_.version.empty() ? set.version : options_.version;
    batch_.licence = options_.licence.empty() ? set.licence : options_.licence;
    batch_.dense = set.dense;
    batch_.first_row = std::max<uint64_t>(1, reader.position().rows);
    batch_.bad = 0;
    days_.clear();
    import_.begin(batch_);
  }

  void end_piece(const EventFile& reader, bool whole) {
    const EventPosition at = reader.position();
    batch_.digest = at.digest;
    batch_.bytes = at.bytes;
    batch_.last_row = at.rows;
    batch_.whole = whole;
    const EventDataSet set = reader.data_set();
    if (options_.version.empty()) batch_.version = set.version;  // some files tell it in their rows
    batch_.covers = ranges_of(days_, set.dense);
    import_.end(batch_);
    owners_.push_back(of_file_);
  }

  void note_bad(const Error& error, ImportedFile& file) {
    ++file.bad;
    ++batch_.bad;
    if (file.errors.size() < shown_errors) file.errors.push_back(error.message);
  }

  void tell_progress(const EventFile& reader) {
    Progress progress;
    told_ = std::to_string(rows_) + " rows";
    progress.stage = told_;
    progress.bytes = reader.progress();
    if (hooks_.progress) hooks_.progress(progress);
  }

  Result<void> read(EventFile& reader, EventImportSummary& summary) {
    bool open = false, found = false;
    const auto file = [&]() -> ImportedFile& { return summary.files[of_file_]; };
    NewEvent event;
    while (std::optional<Result<EventRecord>> record = reader.next()) {
      if (!open) begin_piece(reader);
      open = true;
      ++file().rows;
      ++rows_;
      std::optional<Error> wrong;
      if (!*record) wrong = record->error();
      if (!wrong) {
        if (const auto what = maker_.make(**record, event)) {
          wrong = Error{ErrorCode::input, file().path + ":" + std::to_string((*record)->line) + ": " + *what};
        }
      }
      if (wrong) {
        note_bad(*wrong, file());
      } else {
        found = true;
        file().one_sided += maker_.one_sided(event) ? 1 : 0;
        days_.insert((*record)->seen);
        import_.add(event);
      }
      if (!found && file().rows == rows_before_doubt) return give_up(summary);
      if (import_.full()) {
        end_piece(reader, false);
        if (Result<void> recorded = this->record(summary); !recorded) return recorded;
        open = false;
      }
      if (rows_ % rows_between_looks != 0) continue;
      tell_progress(reader);
      if (!hooks_.stop()) continue;
      if (open) end_piece(reader, false);
      if (Result<void> recorded = this->record(summary); !recorded) return recorded;
      return Error{ErrorCode::interrupted,
                   "interrupted: what was read is recorded; the same command goes on from there"};
    }
    if (open && !found && file().bad > 0) return give_up(summary);
    file().data_set = named_set(reader);
    file().version = batch_.version;
    if (open) end_piece(reader, true);
    return {};
  }

  /// No row was good: the file is of another kind. Nothing of it is recorded but that it was looked at.
  Result<void> give_up(EventImportSummary& summary) {
    const ImportedFile& file = summary.files[of_file_];
    summary.failed.push_back({ErrorCode::input, file.path + ": none of its first " + std::to_string(file.rows) +
                                                    " rows can be read as " + std::string(name_of(options_.format)) +
                                                    ": is it of another format? (" + file.errors.front() + ")"});
    import_.drop();
    return {};
  }

  const EventImportOptions& options_;
  const Hooks& hooks_;
  EventImport& import_;
  EventMaker maker_;
  EventBatch batch_;
  std::set<int64_t> days_;
  std::vector<size_t> owners_;  // the file of each ended piece
  size_t of_file_ = 0;
  uint64_t rows_ = 0;
  std::string told_;
};

}  // namespace

Result<const EventCodebook*> Engine::Parts::load_codebook() {
  if (codebook) return &*codebook;
  const Result<std::string> folder = data_folder();
  if (!folder) return folder.error();
  Result<EventCodebook> loaded = EventCodebook::load(*folder + "/lexicon");
  if (!loaded) return loaded.error();
  codebook.emplace(std::move(*loaded));
  return &*codebook;
}

Result<EventImportSummary> Engine::import_events(const std::vector<std::string>& paths,
                                                 const EventImportOptions& options) {
  const Result<std::vector<std::string>> files = list_event_files(options.format, paths);
  if (!files) return files.error();
  const Result<const EventCodebook*> codebook = parts_->load_codebook();
  if (!codebook) return codebook.error();
  const Result<Ledger*> ledger = parts_->open_ledger(OpenMode::create);
  if (!ledger) return ledger.error();
  EventStore store = (*ledger)->events();
  Result<EventImport> import = store.import();
  if (!import) return import.error();
  EventImportSummary summary;
  ImportRun run(options, parts_->options.hooks, **codebook, *import);
  for (const std::string& path : *files) {
    if (Result<void> added = run.add_file(path, summary); !added) return added.error();
  }
  if (Result<void> recorded = run.record(summary); !recorded) return recorded.error();
  const Result<EventStoreSize> size = store.size();
  if (!size) return size.error();
  summary.store_events = size->events;
  summary.store_bytes = size->bytes;
  return summary;
}

}  // namespace entente
