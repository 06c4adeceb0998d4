// Importing: rows of a file become events of the store, piece by piece; what an earlier import recorded is passed over.
#include "engine/event_import.h"

#include <algorithm>
#include <limits>
#include <set>

#include "engine/event_maker.h"
#include "engine/leaders.h"
#include "engine/parts.h"

namespace entente {
namespace {

constexpr size_t shown_errors = 10;
constexpr uint64_t rows_before_doubt = 1000;   // if all of these are bad, the file is of another kind
constexpr uint64_t rows_between_looks = 8192;  // at the wish to stop, and to tell how far it is

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

  /// Rows of one day mostly follow each other.
  void note_day(int64_t day) {
    if (!days_.empty() && day == last_day_) return;
    days_.insert(day);
    last_day_ = day;
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
        note_day((*record)->seen);
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
  int64_t last_day_ = 0;        // that was noted
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

LeaderList Engine::Parts::leaders() const {
  return leaders_by([this](const ActorId& state, const std::string& office) { return codebook->terms(state, office); });
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
