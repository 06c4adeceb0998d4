// First the end of the row is looked for, then the row is cut into fields: each is a plain loop.
#include "sources/csv_rows.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "sources/article_file.h"

namespace entente {
namespace {

constexpr int most_unclosed = 10;
constexpr const char* not_closed = "a quote that nothing closes; double the quotes inside a field";

size_t count(std::string_view text, char wanted) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), wanted));
}

}  // namespace

std::map<std::string, size_t> columns_by_name(const CsvRow& head) {
  std::map<std::string, size_t> out;
  for (size_t i = 0; i < head.fields.size(); ++i) {
    std::string_view name = trim(head.fields[i]);
    if (name.starts_with("\xef\xbb\xbf")) name.remove_prefix(3);
    out.emplace(to_lower(trim(name)), i);
  }
  return out;
}

/// Behind a quote that closes a field comes another field or the end of the row.
bool CsvRows::closes_well(size_t next) {
  const std::string_view ahead = stream_.ahead(next + 1);
  return next >= ahead.size() || ahead[next] == separator_ || ahead[next] == '\n' || ahead[next] == '\r';
}

/// The size of the row with its line end. Quotes open at the beginning of a field only, and a quote inside text is
/// text. One that opens and closes in the midst of another line was left open by mistake.
CsvRows::End CsvRows::find_end(size_t& size) {
  bool quoted = false;
  bool over_lines = false;
  bool field_begins = true;
  for (size_t at = 0;; ++at) {
    if (at == stream_.ahead().size()) {
      if (at > max_article_bytes) return quoted ? End::unclosed : End::too_long;
      if (!stream_.more()) {
        size = at;
        if (at == 0 || stream_.failure()) return End::nothing;  // a row cut off is none: the failure is told instead
        return quoted ? End::unclosed : End::row;
      }
    }
    const char c = stream_.ahead()[at];
    if (quoted) {
      over_lines = over_lines || c == '\n';
      if (c != '"') continue;
      const bool doubled = stream_.ahead(at + 2).size() > at + 1 && stream_.ahead()[at + 1] == '"';
      at += doubled ? 1 : 0;
      quoted = doubled;
      if (!quoted && over_lines && !closes_well(at + 1)) return End::misquoted;
    } else if (c == '"' && field_begins) {
      quoted = true;
      over_lines = false;
      field_begins = false;
    } else if (c == '\n') {
      size = at + 1;
      return size > max_article_bytes ? End::too_long : End::row;
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

/// The line is lost; the next may be good.
std::optional<Result<CsvRow>> CsvRows::skip_line(const std::string& why) {
  static_cast<void>(take_line(stream_, max_article_bytes));
  return error_at(stream_.path(), line_++, why);
}

std::optional<Result<CsvRow>> CsvRows::skip_unclosed() {
  ended_ = ++unclosed_ > most_unclosed;
  if (ended_) {
    return error_at(stream_.path(), line_, "another quote that nothing closes: the rest of the file is not read");
  }
  return skip_line(not_closed);
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
    if (end == End::misquoted) return skip_line(not_closed);
    if (end == End::too_long) return skip_line("a row longer than 50 MB; split it");
    if (end == End::nothing) break;
    if (auto row = finish_row(size)) return row;
  }
  if (ended_ || !stream_.failure()) return std::nullopt;
  ended_ = true;
  return *stream_.failure();
}

}  // namespace entente
