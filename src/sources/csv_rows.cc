// First the end of the row is looked for, then the row is cut into fields: each is a plain loop.
#include "sources/csv_rows.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "sources/article_file.h"

namespace entente {
namespace {

constexpr int most_unclosed = 10;

size_t count(std::string_view text, char wanted) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), wanted));
}

}  // namespace

/// The size of the row with its line end. Quotes open at the beginning of a field only, and a quote inside text is
/// text.
CsvRows::End CsvRows::find_end(size_t& size) {
  bool quoted = false;
  bool field_begins = true;
  for (size_t at = 0;; ++at) {
    if (at == stream_.ahead().size()) {
      if (at > max_article_bytes) return End::unclosed;
      if (!stream_.more()) {
        size = at;
        if (at == 0) return End::nothing;
        return quoted ? End::unclosed : End::row;
      }
    }
    const char c = stream_.ahead()[at];
    if (quoted) {
      if (c != '"') continue;
      const bool doubled = stream_.ahead(at + 2).size() > at + 1 && stream_.ahead()[at + 1] == '"';
      at += doubled ? 1 : 0;
      quoted = doubled;
    } else if (c == '"' && field_begins) {
      quoted = true;
      field_begins = false;
    } else if (c == '\n') {
      size = at + 1;
      return End::row;
    } else {
      field_begins = c == separator_;
    }
  }
}

std::vector<std::string> CsvRows::fields_of(std::string_view row) const {
  std::vector<std::string> fields(1);
  bool quoted = false;
  bool field_begins = true;
  for (size_t at = 0; at < row.size(); ++at) {
    const char c = row[at];
    if (quoted) {
      const bool doubled = c == '"' && at + 1 < row.size() && row[at + 1] == '"';
      quoted = c != '"' || doubled;
      if (quoted) fields.back() += c;
      at += doubled ? 1 : 0;
    } else if (c == '"' && field_begins) {
      quoted = true;
      field_begins = false;
    } else if (c == separator_) {
      fields.emplace_back();
      field_begins = true;
    } else {
      fields.back() += c;
      field_begins = false;
    }
  }
  return fields;
}

void CsvRows::choose_separator(std::string_view first_line) {
  separator_ = ',';
  for (const char candidate : {';', '\t'}) {
    if (count(first_line, candidate) > count(first_line, separator_)) separator_ = candidate;
  }
}

std::optional<Result<CsvRow>> CsvRows::finish_row(size_t size) {
  std::string_view text = stream_.ahead().substr(0, size);
  CsvRow row;
  row.line = line_;
  line_ += count(text, '\n');
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.ends_with('\r')) text.remove_suffix(1);
  row.fields = fields_of(text);
  const bool empty = trim(text).empty();
  stream_.take(size);
  if (empty) return std::nullopt;
  return row;
}

/// The line of the quote is lost; the next may be good.
std::optional<Result<CsvRow>> CsvRows::skip_unclosed() {
  const size_t line = line_;
  if (++unclosed_ > most_unclosed) {
    ended_ = true;
    return error_at(stream_.path(), line, "another quote that nothing closes: the rest of the file is not read");
  }
  const std::string_view ahead = stream_.ahead();
  stream_.take(std::min(ahead.size(), ahead.find('\n')) + (ahead.find('\n') != std::string_view::npos ? 1 : 0));
  ++line_;
  return error_at(stream_.path(), line, "a quote that nothing closes; double the quotes inside a field");
}

std::optional<Result<CsvRow>> CsvRows::next() {
  if (separator_ == 0) {
    if (stream_.ahead(3).starts_with("\xEF\xBB\xBF")) stream_.take(3);
    while (stream_.ahead().find('\n') == std::string_view::npos && stream_.ahead().size() < max_article_bytes &&
           stream_.more()) {
    }
    choose_separator(stream_.ahead().substr(0, stream_.ahead().find('\n')));
  }
  while (!ended_) {
    size_t size = 0;
    const End end = find_end(size);
    if (end == End::unclosed) return skip_unclosed();
    if (end == End::nothing) break;
    if (auto row = finish_row(size)) return row;
  }
  if (ended_ || !stream_.failure()) return std::nullopt;
  ended_ = true;
  return *stream_.failure();
}

}  // namespace entente
