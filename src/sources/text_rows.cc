// memchr finds the ends; a quoted field is looked at only where it opens at the beginning of a field.
#include "sources/text_rows.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

#include "base/hash.h"
#include "base/text.h"
#include "base/utf8.h"
#include "sources/sources.h"

namespace entente {
namespace {

constexpr size_t longest_row = 16u << 20;
constexpr size_t beginning_bytes = 64u << 10;
constexpr int most_unclosed_quotes = 10;  // quotes whose end was looked for in all of the row's limit

size_t find(std::string_view text, char wanted, size_t from) {
  if (from >= text.size()) return std::string_view::npos;
  const void* found = std::memchr(text.data() + from, wanted, text.size() - from);
  return found == nullptr ? std::string_view::npos : static_cast<size_t>(static_cast<const char*>(found) - text.data());
}

/// Hands over the places of a sign, eight bytes at a time: fields are short, so that a search for each costs more.
template <class Found>
void each_place(std::string_view text, char wanted, const Found& found) {
  constexpr uint64_t ones = 0x0101010101010101, low_bits = 0x7f * ones;
  const uint64_t pattern = static_cast<unsigned char>(wanted) * ones;
  size_t at = 0;
  for (; at + sizeof(uint64_t) <= text.size(); at += sizeof(uint64_t)) {
    uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    word ^= pattern;  // a byte of 0 where it stands
    uint64_t hits = ~(((word & low_bits) + low_bits) | word | low_bits);
    for (; hits != 0; hits &= hits - 1) found(at + static_cast<size_t>(std::countr_zero(hits)) / 8);
  }
  for (; at < text.size(); ++at) {
    if (text[at] == wanted) found(at);
  }
}

}  // namespace

std::string_view unquoted(std::string_view field, std::string& room) {
  if (field.size() < 2 || field.front() != '"' || field.back() != '"') return field;
  field = field.substr(1, field.size() - 2);
  if (find(field, '"', 0) == std::string_view::npos) return field;
  room.clear();
  for (size_t i = 0; i < field.size(); ++i) {
    room += field[i];
    if (field[i] == '"' && i + 1 < field.size() && field[i + 1] == '"') ++i;
  }
  return room;
}

Error TextRows::error_at_line(uint64_t line, const std::string& what) const {
  std::string plain = with_broken_replaced(what);
  for (char& c : plain) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  }
  return {ErrorCode::input, path() + ":" + std::to_string(line) + ": " + plain};
}

void TextRows::release() {
  stream_->take(held_);
  held_ = 0;
}

/// The size of the line at hand, its end included; false where nothing is left.
bool TextRows::find_line_end(size_t& size) {
  for (size_t from = 0;;) {
    const std::string_view ahead = stream_->ahead();
    const size_t end = find(ahead, '\n', from);
    if (end != std::string_view::npos) return size = end + 1, true;
    from = ahead.size();
    if (from > longest_row) return size = from, true;
    if (stream_->more()) continue;
    size = from;
    return from > 0 && !stream_->failure();  // a line cut off by a failure is none: the failure is told instead
  }
}

/// As find_line_end, for a row whose quoted fields may hold line ends. An error leaves `size` at the first line.
bool TextRows::find_row_end(size_t& size) {
  if (!find_line_end(size)) return false;
  const size_t first_line = size;
  bool begins = true;  // of a field
  for (size_t at = 0; at < size; ++at) {
    const char c = stream_->ahead()[at];
    if (c == '"' && begins) {
      size_t close = at + 1;
      for (;; close += 2) {
        close = find(stream_->ahead(), '"', close);
        while (close == std::string_view::npos && stream_->ahead().size() < longest_row) {
          const size_t searched = stream_->ahead().size();
          if (!stream_->more()) break;
          close = find(stream_->ahead(), '"', searched);
        }
        if (close == std::string_view::npos) {
          ++unclosed_;
          return fail("a quote that nothing closes", first_line);
        }
        const std::string_view after = stream_->ahead(close + 2).substr(close + 1);
        if (after.empty() || after.front() != '"') break;
      }
      const std::string_view after = stream_->ahead().substr(close + 1);
      const bool ends = after.empty() || after.front() == ',' || after.front() == '\n' || after.front() == '\r';
      if (!ends) return fail("a quote inside a quoted field; double it", first_line);
      at = close;
      if (close >= size) {  // the field went over the line's end
        const std::string_view ahead = stream_->ahead();
        size_t end = find(ahead, '\n', close);
        while (end == std::string_view::npos && stream_->more()) end = find(stream_->ahead(), '\n', close);
        size = end == std::string_view::npos ? stream_->ahead().size() : end + 1;
      }
      begins = false;
      continue;
    }
    begins = c == ',';
  }
  return true;
}

bool TextRows::fail(const std::string& what, size_t size) {
  error_ = unclosed_ > most_unclosed_quotes
               ? error_at_line(line_, "another quote that nothing closes: the rest of the file is not read")
               : error_at_line(line_, what);
  if (unclosed_ > most_unclosed_quotes) size = stream_->ahead().size();
  ++rows_;
  count(stream_->ahead().substr(0, size));
  held_ = size;
  return false;
}

void TextRows::count(std::string_view text) {
  hash_.add(text);
  bytes_ += text.size();
  line_ += static_cast<uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

void TextRows::cut(TextRow& row, std::string_view text) const {
  row.text = text;
  row.fields.clear();
  if (style_ == RowStyle::tabs) {
    size_t begin = 0;
    each_place(text, '\t', [&](size_t at) {
      row.fields.push_back(text.substr(begin, at - begin));
      begin = at + 1;
    });
    row.fields.push_back(text.substr(begin));
    return;
  }
  for (size_t begin = 0;;) {
    size_t from = begin;
    if (begin < text.size() && text[begin] == '"') {
      for (from = find(text, '"', begin + 1); from != std::string_view::npos && from + 1 < text.size();) {
        if (text[from + 1] != '"') break;
        from = find(text, '"', from + 2);
      }
    }
    const size_t end = find(text, ',', from);
    row.fields.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return;
    begin = end + 1;
  }
}

bool TextRows::next(TextRow& row) {
  error_.reset();
  for (;;) {
    release();
    if (unclosed_ > most_unclosed_quotes) return false;
    size_t size = 0;
    const bool found = style_ == RowStyle::tabs ? find_line_end(size) : find_row_end(size);
    if (error_) return false;
    if (!found) {
      if (stream_->failure()) error_ = *stream_->failure();
      return false;
    }
    std::string_view text = stream_->ahead().substr(0, size);
    row.line = line_;
    count(text);
    held_ = size;
    if (text.size() > longest_row) {
      ++rows_;
      error_ = error_at_line(row.line, "a line of more than 16 MB");
      return false;
    }
    while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
    if (text.find_first_not_of(" \t") == std::string_view::npos) continue;
    row.row = ++rows_;
    cut(row, text);
    return true;
  }
}

bool TextRows::header(TextRow& row) {
  if (stream_->ahead(3).starts_with("\xEF\xBB\xBF")) {
    count(stream_->ahead().substr(0, 3));
    stream_->take(3);
  }
  const bool found = next(row);
  rows_ = 0;
  return found;
}

bool TextRows::go_to(const EventPosition& position) {
  release();
  while (bytes_ < position.bytes) {
    const std::string_view ahead = stream_->ahead(1);
    if (ahead.empty()) return false;
    const std::string_view part = ahead.substr(0, static_cast<size_t>(position.bytes - bytes_));
    count(part);
    stream_->take(part.size());
  }
  rows_ = position.rows;
  return bytes_ == position.bytes && hash_.digest() == position.digest;
}

std::string_view TextRows::line_ahead() {
  size_t size = 0;
  if (!find_line_end(size)) return {};
  std::string_view line = stream_->ahead().substr(0, size);
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string TextRows::beginning() {
  return content_hash(stream_->ahead(beginning_bytes).substr(0, beginning_bytes));
}

}  // namespace entente
