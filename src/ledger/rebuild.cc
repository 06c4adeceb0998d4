// Repair: what is sound is copied reading by reading into a new file, with the numbers that it had, so that marks hold.
#include <unistd.h>

#include <filesystem>

#include "base/hash.h"
#include "ledger/record.h"
#include "ledger/store.h"

namespace entente::ledger_detail {

namespace {

namespace fs = std::filesystem;

/// One reading as far as it can be saved.
struct Saved {
  std::optional<Article> article;
  std::string method;
  std::vector<Claim> claims;
  int64_t lost_claims = 0;
};

std::vector<int64_t> reading_entries(Database& db) {
  std::vector<int64_t> entries;
  Statement rows(db, "SELECT entry FROM reading ORDER BY entry");
  while (rows.step()) entries.push_back(rows.integer(0));
  return entries;
}

void load_article(Database& db, int64_t entry, Saved& saved) {
  Statement row(db, std::string("SELECT ") + article_columns +
                        ", r.method FROM reading r JOIN article a ON a.entry = r.article WHERE r.entry = ?");
  if (!row.bind(entry).step()) return;
  saved.article = read_article(row);
  saved.method = row.text(12);
  if (saved.article && content_hash(saved.article->text) != saved.article->id.str()) saved.article.reset();
}

/// A claim is sound if it still has its own id and rests on a passage inside the text.
bool is_sound(const std::optional<Claim>& claim, const std::string& id, const Article& article) {
  if (!claim || claim->id().str() != id) return false;
  const Passage& passage = claim->first_evidence().passage;
  return passage.article == article.id && passage.span.begin < passage.span.end &&
         passage.span.end <= article.text.size();
}

void load_claims(Database& db, int64_t entry, Saved& saved) {
  Statement rows(db,
                 std::string("SELECT ") + claim_columns + ", c.id FROM claim c WHERE c.reading = ? ORDER BY c.entry");
  rows.bind(entry);
  while (rows.step()) {
    std::optional<Claim> claim = read_claim(rows);
    if (is_sound(claim, rows.text(17), *saved.article)) {
      saved.claims.push_back(std::move(*claim));
    }
  }
}

Saved load(Database& db, int64_t entry) {
  Saved saved;
  load_article(db, entry, saved);
  if (saved.article) load_claims(db, entry, saved);
  int64_t claims = 0;
  if (db.failed()) static_cast<void>(db.take_error());
  {
    Statement count(db, "SELECT claims FROM reading WHERE entry = ?");
    if (count.bind(entry).step()) claims = count.integer(0);
  }
  if (db.failed()) static_cast<void>(db.take_error());
  saved.lost_claims = claims - static_cast<int64_t>(saved.claims.size());
  return saved;
}

/// Where the reading's first row goes: so that its last one keeps the entry that it had.
int64_t first_entry(Database& copy, const Saved& saved, int64_t reading_entry) {
  Statement known(copy, "SELECT 1 FROM article WHERE id = ?");
  const bool is_new = !known.bind(saved.article->id.str()).step();
  return reading_entry - static_cast<int64_t>(saved.claims.size()) - (is_new ? 1 : 0);
}

void copy_reading(Database& from, Database& copy, int64_t entry, std::vector<LedgerProblem>& problems) {
  const Saved saved = load(from, entry);
  if (!saved.article) {
    problems.push_back({"reading " + std::to_string(entry) + ": its article is lost: read its file again", false});
    return;
  }
  if (saved.lost_claims > 0) {
    // Its method is blanked, so that the next 'entente read' of the file codes it anew and supersedes this.
    problems.push_back({saved.article->path + ": " + std::to_string(saved.lost_claims) +
                            " of its claims are lost: read the file again",
                        false});
  }
  const Reading before = present_reading(copy, saved.article->id);
  insert_reading(copy, *saved.article, saved.lost_claims > 0 ? "incomplete" : saved.method, saved.claims, before,
                 first_entry(copy, saved, entry));
}

/// The rows on imported events, as they are; what their files hold is checked apart.
void copy_event_tables(Database& from, Database& copy, std::vector<LedgerProblem>& problems) {
  constexpr int batch_columns = 20;
  std::string places;
  for (int i = 0; i < batch_columns; ++i) places += i == 0 ? "?" : ", ?";
  {
    Statement rows(from, "SELECT * FROM event_batch ORDER BY entry");
    Statement insert(copy, "INSERT INTO event_batch VALUES (" + places + ")");
    while (rows.step()) {
      for (int i = 0; i < batch_columns; ++i) {
        const bool is_text = (i >= 2 && i <= 9) || i == batch_columns - 1;
        is_text ? insert.bind(rows.text(i)) : insert.bind(rows.integer(i));
      }
      insert.execute();
    }
    Statement segments(from, "SELECT name, events, bytes FROM event_segment");
    Statement keep(copy, "INSERT INTO event_segment VALUES (?, ?, ?)");
    while (segments.step()) keep.bind(segments.text(0)).bind(segments.integer(1)).bind(segments.integer(2)).execute();
  }
  if (from.failed()) problems.push_back({"the list of imported events: " + from.take_error().message, false});
}

/// The columns of a row as they are: "i" whole number, "r" real, "t" text.
void copy_rows(Database& from, Database& copy, const std::string& table, std::string_view columns) {
  std::string places;
  for (size_t i = 0; i < columns.size(); ++i) places += i == 0 ? "?" : ", ?";
  Statement rows(from, "SELECT * FROM " + table + " ORDER BY entry");
  Statement insert(copy, "INSERT INTO " + table + " VALUES (" + places + ")");
  while (rows.step()) {
    for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
      const char kind = columns[static_cast<size_t>(i)];
      if (rows.is_null(i)) {
        insert.bind_null();
      } else if (kind == 't') {
        insert.bind(rows.text(i));
      } else {
        kind == 'r' ? insert.bind(rows.real(i)) : insert.bind(rows.integer(i));
      }
    }
    insert.execute();
  }
}

/// Questions, forecasts and settlements, as they are: check tells which of them cannot be read.
void copy_questions(Database& from, Database& copy, std::vector<LedgerProblem>& problems) {
  copy_rows(from, copy, "question", "itttttitttiii");
  copy_rows(from, copy, "forecast", "iitiirrrrtt");
  copy_rows(from, copy, "settlement", "iiitiiit");
  if (from.failed()) problems.push_back({"the stored questions: " + from.take_error().message, false});
}

Result<void> copy_all(Database& from, Database& copy, std::vector<LedgerProblem>& problems) {
  Transaction hold(from);  // nobody writes to the old file while it is copied
  const std::vector<int64_t> entries = reading_entries(from);
  if (from.failed()) problems.push_back({from.take_error().message, false});
  Transaction transaction(copy);
  for (const int64_t entry : entries) copy_reading(from, copy, entry, problems);
  copy_event_tables(from, copy, problems);
  copy_questions(from, copy, problems);
  transaction.commit();
  if (copy.failed()) return copy.take_error();
  return {};
}

Error not_moved(const std::string& path, const std::error_code& cause) {
  return {ErrorCode::io, path + ": the repaired ledger could not be put in place (" + cause.message() + ")"};
}

void remove_files(const std::string& path) {
  std::error_code ignored;
  for (const char* part : {"", "-wal", "-shm"}) fs::remove(path + part, ignored);
}

/// The old file gets a second name, then the new one takes its first: at no moment is there none.
Result<void> swap_files(const std::string& path, const std::string& fresh) {
  std::error_code cause;
  const std::string kept = path + ".damaged";
  remove_files(kept);
  fs::create_hard_link(path, kept, cause);
  if (cause) return not_moved(path, cause);
  for (const char* part : {"-wal", "-shm"}) {
    if (fs::exists(path + part, cause)) fs::rename(path + part, kept + part, cause);
  }
  fs::rename(fresh, path, cause);
  if (cause) return not_moved(path, cause);
  return {};
}

}  // namespace

Result<Database> rebuild(Database damaged, std::vector<LedgerProblem>& problems) {
  const std::string path = damaged.path();
  const std::string fresh = path + ".repaired";
  remove_files(fresh);
  {
    Result<Database> copy = open_ledger(fresh, OpenMode::create);
    if (!copy) return copy;
    if (Result<void> copied = copy_all(damaged, *copy, problems); !copied) return copied.error();
    copy->run("PRAGMA wal_checkpoint(TRUNCATE)");
    if (copy->failed()) return copy->take_error();
  }
  { const Database closed = std::move(damaged); }
  if (Result<void> swapped = swap_files(path, fresh); !swapped) return swapped.error();
  return open_ledger(path, OpenMode::existing);
}

}  // namespace entente::ledger_detail
