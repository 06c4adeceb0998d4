// Encoding detection in the order of trust: byte order mark, zero bytes, valid UTF-8, declaration, plausibility.
#include "sources/encoding.h"

#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "base/text.h"

namespace entente {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr size_t probe_bytes = 4096;

/// The upper half of Windows-1252's control block; 0 where nothing is assigned.
constexpr std::array<char16_t, 32> windows_1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

uint8_t byte_at(std::string_view bytes, size_t i) {
  return static_cast<uint8_t>(bytes[i]);
}

void append_character(std::string& out, char32_t c) {
  std::array<char, 4> buffer{};
  int32_t length = 0;
  U8_APPEND_UNSAFE(buffer.data(), length, c);
  out.append(buffer.data(), static_cast<size_t>(length));
}

Decoded from_windows_1252(std::string_view bytes) {
  Decoded out;
  for (size_t i = 0; i < bytes.size(); ++i) {
    const uint8_t byte = byte_at(bytes, i);
    const char32_t c = byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
    const bool broken = c == 0 && byte != 0;
    out.broken_bytes += broken;
    append_character(out.text, broken ? 0xFFFD : c);
  }
  return out;
}

Decoded from_utf8(std::string_view bytes) {
  Decoded out;
  const auto length = static_cast<int32_t>(bytes.size());
  for (int32_t i = 0; i < length;) {
    const int32_t begin = i;
    UChar32 c = 0;
    U8_NEXT(bytes.data(), i, length, c);
    if (c < 0) {
      out.text += replacement;
      out.broken_bytes += static_cast<size_t>(i - begin);
    } else {
      out.text.append(bytes.substr(static_cast<size_t>(begin), static_cast<size_t>(i - begin)));
    }
  }
  return out;
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const std::string& name) {
  UErrorCode state = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &state));
  return U_SUCCESS(state) ? std::move(converter) : Converter();
}

/// ICU replaces what it cannot read by U+FFFD; each one stands for at least one broken byte.
Decoded from_icu(UConverter* converter, std::string_view bytes) {
  Decoded out;
  const char* source = bytes.data();
  const char* end = source + bytes.size();
  std::vector<char16_t> chunk(1u << 15);
  char16_t high = 0;
  for (UErrorCode state = U_BUFFER_OVERFLOW_ERROR; state == U_BUFFER_OVERFLOW_ERROR;) {
    state = U_ZERO_ERROR;
    char16_t* target = chunk.data();
    ucnv_toUnicode(converter, &target, chunk.data() + chunk.size(), &source, end, nullptr, true, &state);
    for (const char16_t* unit = chunk.data(); unit != target; ++unit) {
      if (U16_IS_LEAD(*unit)) {
        high = *unit;
        continue;
      }
      const char32_t c = U16_IS_TRAIL(*unit) ? static_cast<char32_t>(U16_GET_SUPPLEMENTARY(high, *unit)) : *unit;
      out.broken_bytes += c == 0xFFFD;
      append_character(out.text, c);
    }
  }
  return out;
}

/// UTF-16 and UTF-32 by their byte order mark, or UTF-16 because every second byte is zero, as in Western text.
std::string wide_encoding(std::string_view bytes) {
  if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4))) return "UTF-32LE";
  if (bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4))) return "UTF-32BE";
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  const size_t pairs = std::min(bytes.size(), probe_bytes) / 2;
  size_t first = 0;
  size_t second = 0;
  for (size_t i = 0; i < pairs; ++i) {
    first += bytes[2 * i] == 0;
    second += bytes[2 * i + 1] == 0;
  }
  if (second * 10 > pairs * 6 && first * 20 <= pairs) return "UTF-16LE";
  if (first * 10 > pairs * 6 && second * 20 <= pairs) return "UTF-16BE";
  return "";
}

bool has_binary_mark(std::string_view bytes) {
  constexpr std::array<std::string_view, 8> marks = {"%PDF-", "\x7f\x45LF",   "PK\x03\x04",       "\x89PNG",
                                                     "GIF8",  "\xFF\xD8\xFF", "\xD0\xCF\x11\xE0", "{\\rtf"};
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return bytes.starts_with(mark); });
}

/// Text holds no zero bytes and hardly any control characters.
bool is_binary(std::string_view bytes) {
  const std::string_view probe = bytes.substr(0, 16 * probe_bytes);
  const auto control = std::count_if(probe.begin(), probe.end(), [](char c) {
    return static_cast<uint8_t>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\x1b';
  });
  const auto zeros = std::count(probe.begin(), probe.end(), '\0');
  return has_binary_mark(bytes) || zeros * 1000 > static_cast<int64_t>(probe.size()) ||
         control * 20 > static_cast<int64_t>(probe.size());
}

bool is_name_character(char c) {
  return is_ascii_alpha(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == ':';
}

/// The value after `charset=` or `encoding=` near the head of a page; of XML in its first line, for what it holds may
/// speak of other encodings.
std::string declared_encoding(std::string_view bytes) {
  std::string head = to_lower(bytes.substr(0, probe_bytes));
  if (head.starts_with("<?xml") && head.find("encoding=") < head.find("?>")) head.resize(head.find('>') + 1);
  if (head.find('<') == std::string::npos) return "";
  for (const std::string_view key : {"charset=", "encoding="}) {
    size_t at = head.find(key);
    if (at == std::string::npos) continue;
    at = head.find_first_not_of("\"' ", at + key.size());
    if (at == std::string::npos) continue;
    size_t end = at;
    while (end < head.size() && is_name_character(head[end])) ++end;
    return head.substr(at, end - at);
  }
  return "";
}

bool is_letter_like(uint8_t byte) {
  return is_ascii_alpha(static_cast<char>(byte)) || byte >= 0xC0;
}

/// Whether a byte over 0x7F reads as something that Western text has there: a letter beside a letter, a quotation
/// mark or dash, a currency or degree sign.
bool plausible_in_windows_1252(std::string_view bytes, size_t i) {
  const uint8_t byte = byte_at(bytes, i);
  if (byte >= 0xC0) {
    const bool beside_letter = (i > 0 && is_letter_like(byte_at(bytes, i - 1))) ||
                               (i + 1 < bytes.size() && is_letter_like(byte_at(bytes, i + 1)));
    return beside_letter && byte < 0xFE && byte != 0xD7 && byte != 0xF7;
  }
  if (byte >= 0xA0) return true;
  return windows_1252[byte - 0x80] != 0;
}

/// For bytes that are not valid UTF-8: whether they are rather Windows-1252 than damaged UTF-8.
bool rather_windows_1252(std::string_view bytes) {
  size_t sequences = 0;
  size_t invalid = 0;
  size_t plausible = 0;
  const auto length = static_cast<int32_t>(bytes.size());
  for (int32_t i = 0; i < length;) {
    const int32_t begin = i;
    UChar32 c = 0;
    U8_NEXT(bytes.data(), i, length, c);
    sequences += c > 0x7F;
    if (c >= 0) continue;
    ++invalid;
    plausible += plausible_in_windows_1252(bytes, static_cast<size_t>(begin));
  }
  return sequences < invalid && plausible * 10 >= invalid * 9;
}

bool is_western(const std::string& name) {
  return name == "windows-1252" || name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "cp1252";
}

Decoded decode_narrow(std::string_view bytes, const std::string& announced) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return from_utf8(bytes.substr(3));
  std::string declared = declared_encoding(bytes);
  if (declared.empty()) declared = to_lower(announced);
  const bool stateful = declared.starts_with("iso-2022") || declared.starts_with("hz");
  if (!stateful && simdjson::validate_utf8(bytes.data(), bytes.size())) return {std::string(bytes), 0};
  if (!declared.empty() && !is_western(declared) && !declared.starts_with("utf")) {
    if (const Converter converter = open_converter(declared)) return from_icu(converter.get(), bytes);
  }
  if (is_western(declared) || rather_windows_1252(bytes)) return from_windows_1252(bytes);
  return from_utf8(bytes);
}

bool is_blank(UChar32 c) {
  return c == ' ' || c == '\t' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
         c == 0x205F || c == 0x3000;
}

/// Characters that are not seen: controls, soft hyphen, zero-width space, word joiner, marks of writing direction.
bool is_invisible(UChar32 c) {
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x200B || c == 0x2060 ||
         c == 0xFEFF || c == 0x200E || c == 0x200F;
}

/// Printable ASCII, blank or line feed: most of most texts, passed through unseen.
bool is_plain(char c) {
  return (c >= ' ' && c < 0x7F) || c == '\n' || c == '\t';
}

/// The same text with "\n" as the only line end and without what cannot be seen.
std::string clean_lines(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto length = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < length;) {
    const int32_t begin = i;
    while (i < length && is_plain(text[static_cast<size_t>(i)])) ++i;
    if (i > begin) {
      out.append(text.substr(static_cast<size_t>(begin), static_cast<size_t>(i - begin)));
      continue;
    }
    UChar32 c = 0;
    U8_NEXT(text.data(), i, length, c);
    if (c == '\r' || c == '\f' || c == '\v' || c == 0x85 || c == 0x2028 || c == 0x2029) {
      if (c != '\r' || i >= length || text[static_cast<size_t>(i)] != '\n') out += '\n';
    } else if (!is_invisible(c)) {
      out.append(text.substr(static_cast<size_t>(begin), static_cast<size_t>(i - begin)));
    }
  }
  return out;
}

}  // namespace

std::optional<Decoded> decode(std::string_view bytes, const std::string& announced) {
  Decoded decoded;
  if (const std::string wide = wide_encoding(bytes); !wide.empty()) {
    const Converter converter = open_converter(wide);
    if (!converter) return std::nullopt;
    decoded = from_icu(converter.get(), bytes);
    if (is_binary(decoded.text)) return std::nullopt;
  } else {
    if (is_binary(bytes)) return std::nullopt;
    decoded = decode_narrow(bytes, announced);
  }
  decoded.text = clean_lines(decoded.text);
  return decoded;
}

std::string squeeze(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  const auto length = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < length;) {
    const int32_t begin = i;
    UChar32 c = 0;
    U8_NEXT(text.data(), i, length, c);
    if (c == '\n' || is_blank(c)) {
      gap = true;
    } else if (c < 0 || !is_invisible(c)) {
      if (gap && !out.empty()) out += ' ';
      gap = false;
      out.append(text.substr(static_cast<size_t>(begin), static_cast<size_t>(i - begin)));
    }
  }
  return out;
}

size_t character_count(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<uint8_t>(c) & 0xC0) != 0x80; }));
}

}  // namespace entente
