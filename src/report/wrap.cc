// Wrapping by display width.
#include "report/wrap.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace entente {

namespace {

struct Range {
  uint32_t first;
  uint32_t last;
};

/// After Unicode 15: combining marks and joiners of the scripts met in news.
constexpr std::array<Range, 6> no_width = {
    {{0x300, 0x36f}, {0x483, 0x489}, {0x591, 0x5bd}, {0x200b, 0x200f}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}}};
/// After Unicode's East Asian Width, W and F.
constexpr std::array<Range, 8> two_wide = {{{0x1100, 0x115f},
                                            {0x2e80, 0xa4cf},
                                            {0xac00, 0xd7a3},
                                            {0xf900, 0xfaff},
                                            {0xfe30, 0xfe6f},
                                            {0xff00, 0xff60},
                                            {0x1f300, 0x1faff},
                                            {0x20000, 0x3fffd}}};

template <size_t n>
bool in(const std::array<Range, n>& ranges, uint32_t c) {
  return std::any_of(ranges.begin(), ranges.end(), [c](const Range& r) { return r.first <= c && c <= r.last; });
}

size_t width_of(uint32_t c) {
  return in(no_width, c) ? 0 : (in(two_wide, c) ? 2 : 1);
}

/// Bytes of the character that begins here; a broken byte is a character of its own.
size_t bytes_at(std::string_view text, size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const size_t n = lead >= 0xf0 ? 4 : (lead >= 0xe0 ? 3 : (lead >= 0xc0 ? 2 : 1));
  return std::min(n, text.size() - at);
}

uint32_t code_at(std::string_view text, size_t at, size_t bytes) {
  const auto lead = static_cast<unsigned char>(text[at]);
  uint32_t code = bytes == 1 ? lead : lead & (0xffu >> (bytes + 1));
  for (size_t i = 1; i < bytes; ++i) code = code << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3fu);
  return code;
}

/// The longest beginning of the text that fits into so many columns, in bytes; at least one character.
size_t fitting(std::string_view text, size_t width) {
  size_t columns = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t bytes = bytes_at(text, at);
    columns += width_of(code_at(text, at, bytes));
    if (columns > width && at > 0) return at;
    at += bytes;
  }
  return text.size();
}

std::vector<Styled> words_of(const std::vector<Styled>& pieces) {
  std::vector<Styled> out;
  for (const Styled& piece : pieces) {
    const std::string text = without_controls(piece.text);
    for (size_t at = 0; at < text.size();) {
      const size_t begin = text.find_first_not_of(' ', at);
      if (begin == std::string::npos) break;
      at = std::min(text.find(' ', begin), text.size());
      out.push_back({text.substr(begin, at - begin), piece.style});
    }
  }
  return out;
}

/// Sets words one after the other.
class Setter {
 public:
  Setter(size_t width, const std::string& first, std::string rest, bool colour)
      : width_(width), rest_(std::move(rest)), colour_(colour), out_(first), column_(display_width(first)) {}

  void set(const Styled& word) {
    size_t size = display_width(word.text);
    if (!fresh_ && column_ + 1 + size > width_) next_line();
    std::string_view left = word.text;
    while (fresh_ && column_ + size > width_) {
      const size_t room = width_ > column_ ? width_ - column_ : 1;
      const size_t bytes = fitting(left, room);
      if (bytes == left.size()) break;
      put(std::string(left.substr(0, bytes)), word.style);
      left.remove_prefix(bytes);
      size = display_width(left);
      next_line();
    }
    put(std::string(left), word.style);
  }

  std::string finish() {
    while (out_.ends_with(' ')) out_.pop_back();
    return out_ + '\n';
  }

 private:
  void next_line() {
    out_ += '\n' + rest_;
    column_ = display_width(rest_);
    fresh_ = true;
  }

  void put(const std::string& text, const std::string& style) {
    if (!fresh_) {
      out_ += ' ';
      ++column_;
    }
    out_ += styled(text, style, colour_);
    column_ += display_width(text);
    fresh_ = false;
  }

  size_t width_;
  std::string rest_;
  bool colour_;
  std::string out_;
  size_t column_;
  bool fresh_ = true;  // nothing but the indent stands on the line
};

}  // namespace

size_t display_width(std::string_view text) {
  size_t columns = 0;
  for (size_t at = 0; at < text.size();) {
    if (text[at] == '\x1b') {  // a style takes no room
      at = std::min(text.find('m', at), text.size() - 1) + 1;
      continue;
    }
    const size_t bytes = bytes_at(text, at);
    columns += width_of(code_at(text, at, bytes));
    at += bytes;
  }
  return columns;
}

std::string without_controls(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t bytes = bytes_at(text, at);
    const uint32_t code = code_at(text, at, bytes);
    const bool control = code < 0x20 || (code >= 0x7f && code < 0xa0);
    if (control) {
      out += ' ';
    } else {
      out += text.substr(at, bytes);
    }
    at += bytes;
  }
  return out;
}

std::string cut_to(std::string_view text, size_t width) {
  if (display_width(text) <= width) return std::string(text);
  return std::string(text.substr(0, fitting(text, width > 1 ? width - 1 : 1))) + "…";
}

std::string padded(std::string text, size_t width) {
  const size_t have = display_width(text);
  if (have < width) text.append(width - have, ' ');
  return text;
}

std::string paragraph(const std::string& text, int width, const std::string& indent) {
  return wrap({{text, ""}}, static_cast<size_t>(width), indent, indent + "  ", false);
}

std::string styled(const std::string& text, std::string_view style, bool colour) {
  if (!colour || style.empty()) return text;
  return "\x1b[" + std::string(style) + 'm' + text + "\x1b[0m";
}

std::string wrap(const std::vector<Styled>& pieces, size_t width, const std::string& first, const std::string& rest,
                 bool colour) {
  Setter setter(width, first, rest, colour);
  for (const Styled& word : words_of(pieces)) setter.set(word);
  return setter.finish();
}

}  // namespace entente
