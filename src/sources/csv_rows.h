// Rows of a CSV file (RFC 4180) with the lines they begin in.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "sources/byte_stream.h"

namespace entente {

struct CsvRow {
  size_t line = 0;  // where it begins, from 1
  std::vector<std::string> fields;
};

/// Where each column stands, by its name in lower case.
std::map<std::string, size_t> columns_by_name(const CsvRow& head);

/// Fields in quotes may hold separators, doubled quotes and line ends; empty lines are passed over. The first line
/// tells by its signs whether comma, semicolon or tab is the separator.
class CsvRows {
 public:
  /// The stream must outlive this.
  explicit CsvRows(ByteStream& stream) : stream_(stream) {}

  /// The next row, or what is wrong with it; nothing at the end. After a quote that nothing closes, reading goes on
  /// with the line after it; ten times at most where its end was looked for in all the file.
  std::optional<Result<CsvRow>> next();

 private:
  enum class End { row, unclosed, misquoted, too_long, nothing };
  End find_end(size_t& size);
  std::optional<Result<CsvRow>> finish_row(size_t size);
  std::optional<Result<CsvRow>> skip_unclosed();
  std::optional<Result<CsvRow>> skip_line(const std::string& why);
  void choose_separator(std::string_view first_line);
  bool closes_well(size_t next);
  [[nodiscard]] std::vector<std::string> fields_of(std::string_view row) const;

  ByteStream& stream_;
  size_t line_ = 1;
  char separator_ = 0;
  int unclosed_ = 0;
  bool ended_ = false;
};

}  // namespace entente
