#include "ledger/sqlite.h"

#include <sqlite3.h>

#include <cstring>
#include <utility>

namespace entente::ledger_detail {

namespace {

constexpr int busy_timeout_ms = 20000;
constexpr size_t most_idle = 40;  // statements kept compiled

Error make_error(const std::string& path, int code, int system_errno, const std::string& said) {
  const std::string cause = system_errno != 0 ? std::strerror(system_errno) : said;
  switch (code & 0xff) {
    case SQLITE_FULL:
      return {ErrorCode::io, path + ": the disk is full: free some space and run the same command again"};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {ErrorCode::io,
              path + ": the ledger cannot be opened (" + cause + "): mend that or choose another with --db"};
    case SQLITE_READONLY:
      return {ErrorCode::io,
              path + ": no permission to write the ledger: change the permission or choose another with --db"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::busy, path + ": another program is writing to the ledger: try again when it has finished"};
    case SQLITE_NOTADB:
      return {ErrorCode::damaged,
              path + ": this is no ledger, or its head is destroyed: choose another with --db or restore a copy"};
    case SQLITE_CORRUPT:
      return {ErrorCode::damaged, path + ": the ledger is damaged (" + said +
                                      "): run 'entente check --repair --db FILE' on it, or restore a copy"};
    case SQLITE_IOERR:
      return {ErrorCode::io, path + ": the ledger cannot be read or written (" + cause + "): check the disk"};
    case SQLITE_NOMEM:
      return {ErrorCode::io, path + ": out of memory while working on the ledger"};
    default:
      return {ErrorCode::damaged,
              path + ": the ledger does not answer as it should (" + said + "): run 'entente check --db FILE' on it"};
  }
}

}  // namespace

Result<Database> Database::open(const std::string& path, bool create) {
  sqlite3* handle = nullptr;
  const int flags = SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0);
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
  Database db(handle, path);
  if (code != SQLITE_OK) {
    db.note(code);
    return db.take_error();
  }
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, busy_timeout_ms);
  return db;
}

Database::Database(Database&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr)),
      path_(std::move(other.path_)),
      failure_(std::move(other.failure_)),
      idle_(std::exchange(other.idle_, {})) {}

Database& Database::operator=(Database&& other) noexcept {
  close();
  handle_ = std::exchange(other.handle_, nullptr);
  path_ = std::move(other.path_);
  failure_ = std::move(other.failure_);
  idle_ = std::exchange(other.idle_, {});
  return *this;
}

Database::~Database() {
  close();
}

void Database::close() {
  for (const auto& [sql, statement] : idle_) sqlite3_finalize(statement);
  idle_.clear();
  if (handle_ != nullptr) sqlite3_close_v2(handle_);
  handle_ = nullptr;
}

void Database::run(const char* sql) {
  if (!failed()) note(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr));
}

int64_t Database::number(const char* sql) {
  Statement statement(*this, sql);
  return statement.step() ? statement.integer(0) : 0;
}

Error Database::take_error() {
  Error error = std::move(*failure_);
  failure_.reset();
  return error;
}

void Database::fail(ErrorCode code, const std::string& what) {
  if (!failed()) failure_ = Error{code, path_ + ": " + what};
}

void Database::note(int code) {
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE || failed()) return;
  if (handle_ == nullptr) {
    failure_ = make_error(path_, code, 0, "out of memory");
  } else {
    failure_ = make_error(path_, code, sqlite3_system_errno(handle_), sqlite3_errmsg(handle_));
  }
}

sqlite3_stmt* Database::idle(const std::string& sql) {
  const auto found = idle_.find(sql);
  if (found == idle_.end()) return nullptr;
  sqlite3_stmt* statement = found->second;
  idle_.erase(found);
  return statement;
}

void Database::keep_idle(const std::string& sql, sqlite3_stmt* statement) {
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  if (idle_.size() >= most_idle || !idle_.emplace(sql, statement).second) sqlite3_finalize(statement);
}

Statement::Statement(Database& db, const std::string& sql) : db_(db), sql_(sql), handle_(db.idle(sql)) {
  if (!db_.failed() && handle_ == nullptr)
    note(sqlite3_prepare_v2(db_.handle_, sql.c_str(), static_cast<int>(sql.size()), &handle_, nullptr));
}

Statement::~Statement() {
  if (handle_ != nullptr) db_.keep_idle(sql_, handle_);
}

void Statement::note(int code) {
  db_.note(code);
}

Statement& Statement::bind(int64_t value) {
  if (!db_.failed()) note(sqlite3_bind_int64(handle_, next_parameter_++, value));
  return *this;
}

Statement& Statement::bind(double value) {
  if (!db_.failed()) note(sqlite3_bind_double(handle_, next_parameter_++, value));
  return *this;
}

Statement& Statement::bind(std::string_view text) {
  const char* data = text.data() == nullptr ? "" : text.data();  // a null pointer would bind NULL
  if (!db_.failed()) {
    note(sqlite3_bind_text64(handle_, next_parameter_++, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  }
  return *this;
}

Statement& Statement::bind_null() {
  if (!db_.failed()) note(sqlite3_bind_null(handle_, next_parameter_++));
  return *this;
}

bool Statement::step() {
  if (db_.failed()) return false;
  const int code = sqlite3_step(handle_);
  note(code);
  return code == SQLITE_ROW;
}

void Statement::execute() {
  step();
  reset();
}

void Statement::reset() {
  if (handle_ == nullptr) return;
  sqlite3_reset(handle_);
  next_parameter_ = 1;
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}
int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(handle_, column);
}
double Statement::real(int column) const {
  return sqlite3_column_double(handle_, column);
}

std::string_view Statement::view(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
  if (data == nullptr) return {};
  return {data, static_cast<size_t>(sqlite3_column_bytes(handle_, column))};
}

Transaction::~Transaction() {
  if (!open_) return;
  std::optional<Error> failure;
  if (db_.failed()) failure = db_.take_error();
  db_.run("ROLLBACK");  // fails harmlessly where SQLite has already rolled back
  if (db_.failed()) static_cast<void>(db_.take_error());
  if (failure) db_.failure_ = std::move(failure);
}

bool Transaction::commit() {
  db_.run("COMMIT");
  open_ = db_.failed();
  return !open_;
}

}  // namespace entente::ledger_detail
