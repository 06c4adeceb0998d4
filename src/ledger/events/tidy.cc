// Keeping the files of events few: those of like size become one, those that nobody lists are swept away.
#include <algorithm>
#include <filesystem>
#include <set>

#include "ledger/events/import_state.h"

namespace entente {

using namespace ledger_detail;

namespace {

namespace fs = std::filesystem;

constexpr uint64_t smallest_tier = 1u << 16;
constexpr size_t segments_a_tier = 8;  // so many of like size become one

/// Segments of like size: each tier's are eight times as large as the one below's.
int tier_of(uint64_t events) {
  int tier = 0;
  for (uint64_t size = smallest_tier; size < events; size *= segments_a_tier) ++tier;
  return tier;
}

}  // namespace

/// Makes one file of those of the lowest tier that is full. False if none is.
Result<bool> EventImport::State::merge_one_tier() {
  const Result<std::vector<SegmentRow>> listed = segment_rows(db);
  if (!listed) return listed.error();
  std::map<int, std::vector<SegmentRow>> tiers;
  for (const SegmentRow& row : *listed) tiers[tier_of(row.events)].push_back(row);
  const auto full =
      std::find_if(tiers.begin(), tiers.end(), [](const auto& tier) { return tier.second.size() >= segments_a_tier; });
  if (full == tiers.end()) return false;
  std::vector<Segment> segments;
  std::vector<const Segment*> pointers;
  for (const SegmentRow& row : full->second) {
    Result<Segment> segment = Segment::open(folder + "/" + row.name);
    if (!segment) return segment.error();
    segments.push_back(std::move(*segment));
  }
  for (const Segment& segment : segments) pointers.push_back(&segment);
  const Result<SegmentRow> merged = merge_segments(folder, next_segment_name(*listed), pointers);
  if (!merged) return merged.error();
  {
    Transaction transaction(db);
    Statement remove(db, "DELETE FROM event_segment WHERE name = ?");
    for (const SegmentRow& row : full->second) remove.bind(row.name).execute();
    Statement insert(db, "INSERT INTO event_segment VALUES (?, ?, ?)");
    insert.bind(merged->name).bind(static_cast<int64_t>(merged->events)).bind(static_cast<int64_t>(merged->bytes));
    insert.execute();
    transaction.commit();
  }
  if (db.failed()) return db.take_error();
  std::error_code ignored;
  for (const SegmentRow& row : full->second) fs::remove(folder + "/" + row.name, ignored);
  return true;
}

/// What is recorded is safe before this: a failure here (a full disk) costs nothing but the tidying.
void EventImport::State::tidy() {
  for (;;) {
    const Result<bool> merged = merge_one_tier();
    if (!merged || !*merged) return;
  }
}

/// Files that no table lists: an import that was killed left them.
void EventImport::State::remove_strangers() const {
  const Result<std::vector<SegmentRow>> listed = segment_rows(db);
  if (!listed) return;
  std::set<std::string> known = {"writer"};
  for (const SegmentRow& row : *listed) known.insert(row.name);
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const std::string ending = entry.path().extension().string();
    const bool ours = ending == ".events" || ending == ".part";
    if (ours && !known.contains(entry.path().filename().string())) fs::remove(entry.path(), ignored);
  }
}

}  // namespace entente
