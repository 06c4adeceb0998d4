// What the ledger's door hides: the connection, and the steps shared by storing, listing and checking.
#pragma once

#include <string>
#include <vector>

#include "ledger/ledger.h"
#include "ledger/sqlite.h"

namespace entente {

struct Ledger::Store {
  explicit Store(ledger_detail::Database database) : db(std::move(database)) {}
  ledger_detail::Database db;
};

namespace ledger_detail {

/// Opens the file and makes its schema the present one.
Result<Database> open_ledger(const std::string& path, OpenMode mode);

/// The newest reading of an article: its row, its method, 0 and empty if there is none.
struct Reading {
  int64_t entry = 0;
  int64_t article = 0;
  std::string method;
  int64_t claims = 0;
};
Reading present_reading(Database& db, const ArticleId& id);

/// The three kinds of rows that a reading is written as; `first_entry` and the rows after it must be free.
void insert_reading(Database& db, const Article& article, const std::string& method, const std::vector<Claim>& claims,
                    const Reading& before, int64_t first_entry);

/// The entry that was given last.
int64_t last_entry(Database& db);

/// The present time as ISO 8601 (UTC).
std::string now_iso();

/// Moves what is sound into a new file and puts it in the place of the old. Adds what was lost to the problems.
Result<Database> rebuild(Database damaged, std::vector<LedgerProblem>& problems);
std::vector<LedgerProblem> find_problems(Database& db);

}  // namespace ledger_detail

}  // namespace entente
