// A thin owner around SQLite's C interface. Internal to the ledger; it may change.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace entente::ledger_detail {

/// A connection. The first failure sticks, later calls do nothing, and the caller asks once at the end: see failed().
class Database {
 public:
  static Result<Database> open(const std::string& path, bool create);

  Database(Database&& other) noexcept;
  Database& operator=(Database&& other) noexcept;
  ~Database();

  /// Runs statements that give no rows.
  void run(const char* sql);
  /// The first column of the first row; 0 if there is none or it is NULL.
  int64_t number(const char* sql);

  [[nodiscard]] bool failed() const { return failure_.has_value(); }
  /// The failure, which is cleared. Needs failed().
  Error take_error();
  void fail(ErrorCode code, const std::string& what);
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  friend class Statement;
  friend class Transaction;
  Database(sqlite3* handle, std::string path) : handle_(handle), path_(std::move(path)) {}
  void note(int code);
  void close();

  /// A statement that was compiled before and is not in use; null if there is none.
  sqlite3_stmt* idle(const std::string& sql);
  void keep_idle(const std::string& sql, sqlite3_stmt* statement);

  sqlite3* handle_ = nullptr;
  std::string path_;
  std::optional<Error> failure_;
  std::unordered_map<std::string, sqlite3_stmt*> idle_;  // compiling one takes longer than most of them run
};

/// A prepared statement; parameters are bound in order. Its compiled form goes back to the connection at the end.
class Statement {
 public:
  Statement(Database& db, const std::string& sql);
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement();

  Statement& bind(int64_t value);
  Statement& bind(double value);
  Statement& bind(std::string_view text);
  Statement& bind_null();
  template <class T>
  Statement& bind_optional(const std::optional<T>& value) {
    return value ? bind(*value) : bind_null();
  }

  /// True while there is a row; false at the end or after a failure.
  bool step();
  /// Executes once and makes ready for the next set of parameters.
  void execute();
  /// Ready for the next set of parameters.
  void reset();

  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string text(int column) const { return std::string(view(column)); }
  /// The same, valid until the next step.
  [[nodiscard]] std::string_view view(int column) const;

 private:
  void note(int code);

  Database& db_;
  std::string sql_;
  sqlite3_stmt* handle_ = nullptr;
  int next_parameter_ = 1;
};

/// A write transaction: rolled back unless it was committed.
class Transaction {
 public:
  explicit Transaction(Database& db) : db_(db) { db_.run("BEGIN IMMEDIATE"); }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  /// True if everything since the beginning is on disk.
  bool commit();

 private:
  Database& db_;
  bool open_ = true;
};

}  // namespace entente::ledger_detail
