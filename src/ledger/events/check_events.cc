// Are the files of events whole? Each is read to its end; a repair keeps the blocks whose hash is right.
#include <algorithm>
#include <filesystem>
#include <map>

#include "ledger/events/event_files.h"

namespace entente::ledger_detail {
namespace {

namespace fs = std::filesystem;

/// What is wrong with a segment; nothing if it is whole and holds so many events.
std::optional<std::string> fault_of(const std::string& path, uint64_t events, std::map<uint64_t, uint64_t>& counts) {
  const Result<Segment> segment = Segment::open(path);
  if (!segment) return segment.error().message;
  if (segment->rows() != events) return path + ": holds another number of events than the ledger lists";
  for (size_t number = 0; number < segment->blocks().size(); ++number) {
    const Result<Block> block = segment->block(number);
    if (!block) return block.error().message;
    for (size_t row = 0; row < block->rows; ++row) {
      const size_t batch = (*block)[EventColumn::batch][row];
      if (batch >= segment->words().batches.size()) return path + ": a block points outside of its lists";
      ++counts[segment->words().batches[batch]];
    }
  }
  return std::nullopt;
}

/// Blocks in order become a segment again. Rows of it, or nothing where there is none left.
Result<std::optional<SegmentRow>> rewrite(const std::string& folder, const std::string& name, const Salvage& salvage,
                                          std::map<uint64_t, uint64_t>& counts) {
  if (salvage.rows == 0) return std::optional<SegmentRow>();
  const std::string path = folder + "/" + name;
  Result<SegmentWriter> writer = SegmentWriter::open(path, salvage.words);
  if (!writer) return writer.error();
  for (const auto& [place, bytes] : salvage.blocks) writer->add_block(bytes, place);
  const Result<uint64_t> bytes = writer->finish();
  if (!bytes) return bytes.error();
  const auto wrong = fault_of(path, salvage.rows, counts);
  if (wrong) return Error{ErrorCode::damaged, *wrong};
  return std::optional(SegmentRow{name, salvage.rows, *bytes});
}

std::string left_of(const SegmentRow& row, const Salvage& salvage) {
  return std::to_string(salvage.rows) + " of its " + std::to_string(row.events) + " events are whole";
}

/// Puts what is left of a segment in its place; the damaged file is kept beside it.
bool repair_segment(Database& db, const std::string& folder, const SegmentRow& row, const Salvage& salvage,
                    std::map<uint64_t, uint64_t>& counts, std::vector<LedgerProblem>& problems) {
  const Result<std::vector<SegmentRow>> rows = segment_rows(db);
  if (!rows) return problems.push_back({rows.error().message, false}), false;
  const Result<std::optional<SegmentRow>> fresh = rewrite(folder, next_segment_name(*rows), salvage, counts);
  if (!fresh) return problems.push_back({fresh.error().message, false}), false;
  {
    Transaction transaction(db);
    Statement remove(db, "DELETE FROM event_segment WHERE name = ?");
    remove.bind(row.name).execute();
    if (*fresh) {
      Statement insert(db, "INSERT INTO event_segment VALUES (?, ?, ?)");
      insert.bind((*fresh)->name).bind(static_cast<int64_t>((*fresh)->events));
      insert.bind(static_cast<int64_t>((*fresh)->bytes)).execute();
    }
    transaction.commit();
  }
  if (db.failed()) return problems.push_back({db.take_error().message, false}), false;
  std::error_code ignored;
  fs::rename(folder + "/" + row.name, folder + "/" + row.name + ".damaged", ignored);
  return true;
}

/// Batches of which events are missing: with a repair they are noted, so that importing the file again brings them
/// back.
void check_batches(Database& db, bool repair, const std::map<uint64_t, uint64_t>& counts,
                   std::vector<LedgerProblem>& problems) {
  std::map<uint64_t, uint64_t> known_loss;
  {
    Statement rows(db, "SELECT key, events FROM event_loss");
    while (rows.step()) known_loss[static_cast<uint64_t>(rows.integer(0))] = static_cast<uint64_t>(rows.integer(1));
  }
  for (const EventBatch& batch : batch_rows(db, "entry > ? ORDER BY entry", 0, "")) {
    const auto found = counts.find(batch.key);
    const uint64_t there = found == counts.end() ? 0 : found->second;
    if (there + known_loss[batch.key] >= batch.events) continue;
    problems.push_back({batch.path + ": " + std::to_string(batch.events - there) + " of the " +
                            std::to_string(batch.events) +
                            " events that were imported from it are lost: import it again",
                        false});
    if (!repair) continue;
    Statement note(db, "INSERT OR REPLACE INTO event_loss VALUES (?, ?)");
    note.bind(static_cast<int64_t>(batch.key)).bind(static_cast<int64_t>(batch.events - there)).execute();
  }
  if (db.failed()) problems.push_back({db.take_error().message, false});
}

}  // namespace

void check_events(Database& db, bool repair, std::vector<LedgerProblem>& problems) {
  const Result<std::vector<SegmentRow>> rows = segment_rows(db);
  if (!rows) return problems.push_back({rows.error().message, false});
  if (rows->empty()) return;
  const std::string folder = events_folder(db.path());
  std::optional<WriterLock> lock;
  if (repair) {
    Result<WriterLock> taken = WriterLock::take(folder, std::chrono::seconds(10));
    if (!taken) return problems.push_back({taken.error().message, false});
    lock.emplace(std::move(*taken));
  }
  std::map<uint64_t, uint64_t> counts;
  bool damaged = false;
  for (const SegmentRow& row : *rows) {
    const std::string path = folder + "/" + row.name;
    std::map<uint64_t, uint64_t> its_counts;
    const auto fault = fault_of(path, row.events, its_counts);
    if (fault) {
      damaged = true;
      its_counts.clear();
      Result<Salvage> left = salvage(path);
      const Salvage nothing;
      const Salvage& found = left ? *left : nothing;
      const bool repaired = repair && repair_segment(db, folder, row, found, its_counts, problems);
      problems.push_back({*fault + "; " + left_of(row, found), repaired});
    }
    for (const auto& [key, count] : its_counts) counts[key] += count;
  }
  if (repair || !damaged) check_batches(db, repair, counts, problems);
}

}  // namespace entente::ledger_detail
