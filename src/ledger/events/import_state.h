// What an import holds while it works. Internal to the ledger.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ledger/events/duplicates.h"
#include "ledger/events/event_files.h"
#include "ledger/events/event_store.h"
#include "ledger/events/word_numbers.h"
#include "ledger/store.h"

namespace entente {

struct EventImport::State {
  State(ledger_detail::Database& database, ledger_detail::WriterLock held)
      : db(database), lock(std::move(held)), folder(ledger_detail::events_folder(db.path())) {}

  ledger_detail::Database& db;
  ledger_detail::WriterLock lock;
  std::string folder;
  ledger_detail::WordNumbers<std::string> actors, publishers, data_sets;
  ledger_detail::WordNumbers<EventPlace> places;
  ledger_detail::WordNumbers<EventKind> kinds;
  std::vector<ledger_detail::EventRow> rows;
  std::vector<EventBatch> batches;       // that rows point at; the last one may not have ended
  std::vector<uint32_t> batch_data_set;  // number of each batch's data set
  bool open = false;
  int64_t batches_before = -1;  // rows of event_batch

  [[nodiscard]] uint32_t data_set(const ledger_detail::EventRow& row) const { return batch_data_set[row.batch]; }
  [[nodiscard]] bool same_content(const ledger_detail::EventRow& a, const ledger_detail::EventRow& b) const {
    return a.digest == b.digest && a.day == b.day && a.source == b.source && a.target == b.target && a.kind == b.kind &&
           data_set(a) == data_set(b);
  }

  Result<void> leave_out_duplicates();
  Result<void> look_into(const ledger_detail::Segment& segment, const std::map<uint64_t, std::string>& sets,
                         const ledger_detail::RowTable& ids, const ledger_detail::RowTable& contents,
                         std::vector<ledger_detail::RowState>& states);
  void look_among_rows(ledger_detail::RowTable& ids, ledger_detail::RowTable& contents,
                       std::vector<ledger_detail::RowState>& states) const;
  ledger_detail::EventWords sort_words();
  Result<ledger_detail::SegmentRow> write(const std::string& name);
  Result<void> commit(const std::optional<ledger_detail::SegmentRow>& segment);
  void tidy();
  Result<bool> merge_one_tier();
  void remove_strangers() const;
};

}  // namespace entente
