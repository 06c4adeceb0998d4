// Rows of large tables, quickly: cut in place, hashed as they go, without a copy. Internal to sources.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/stream_hash.h"
#include "sources/byte_stream.h"
#include "sources/event_records.h"

namespace entente {

enum class RowStyle {
  tabs,    // a line a row, parted by tabs; quotes are signs like others
  commas,  // RFC 4180: quoted fields may hold commas, doubled quotes and line ends
};

struct TextRow {
  uint64_t row = 0;   // from 1
  uint64_t line = 0;  // from 1
  std::string_view text;
  std::vector<std::string_view> fields;  // quotes still around them
};

class TextRows {
 public:
  TextRows(std::unique_ptr<ByteStream> stream, RowStyle style) : stream_(std::move(stream)), style_(style) {}

  /// The next row that is not blank, valid until the next call; false at the end or at a row that is wrong: see
  /// error().
  bool next(TextRow& row);
  /// What was wrong with the row that next() could not give; the ones after it may be good. None at the end.
  [[nodiscard]] std::optional<Error> error() const { return error_; }
  /// Reads a header line: it counts as a line, not as a row.
  bool header(TextRow& row);

  [[nodiscard]] EventPosition position() const { return {rows_, bytes_, hash_.digest()}; }
  bool go_to(const EventPosition& position);
  [[nodiscard]] std::string beginning();
  /// The line at hand, not taken: for files without a header.
  [[nodiscard]] std::string_view line_ahead();
  [[nodiscard]] uint64_t progress() const { return stream_->position(); }
  [[nodiscard]] const std::string& path() const { return stream_->path(); }
  [[nodiscard]] Error error_at_line(uint64_t line, const std::string& what) const;

 private:
  bool find_line_end(size_t& size);
  bool find_row_end(size_t& size);
  void cut(TextRow& row, std::string_view text) const;
  void count(std::string_view text);
  void release();
  bool fail(const std::string& what, size_t size);

  std::unique_ptr<ByteStream> stream_;
  RowStyle style_;
  StreamHash hash_;
  uint64_t rows_ = 0;
  uint64_t bytes_ = 0;
  uint64_t line_ = 1;
  size_t held_ = 0;  // bytes of the row at hand, taken from the stream at the next call
  int unclosed_ = 0;
  std::optional<Error> error_;
};

/// A field without its quotes; `room` holds it where doubled quotes had to go.
std::string_view unquoted(std::string_view field, std::string& room);

}  // namespace entente
