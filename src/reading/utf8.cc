// UTF-8 by hand for the common case, ICU for what letters are.
#include "reading/utf8.h"

#include <unicode/uchar.h>

namespace entente {

namespace {

constexpr uint32_t broken = 0xFFFD;

bool continues(unsigned char byte) {
  return (byte & 0xC0) == 0x80;
}

Codepoint decode_long(std::string_view text, size_t at, unsigned char first) {
  const uint32_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() - at < size) return {};
  uint32_t value = first & (0x7Fu >> size);
  for (uint32_t i = 1; i < size; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if (!continues(byte)) return {};
    value = (value << 6) | (byte & 0x3Fu);
  }
  const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
  if (overlong || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return {};
  return {value, size};
}

}  // namespace

Codepoint codepoint_at(std::string_view text, size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1};
  return decode_long(text, at, first);
}

Codepoint codepoint_before(std::string_view text, size_t at) {
  for (size_t back = 1; back <= 4 && back <= at; ++back) {
    if (continues(static_cast<unsigned char>(text[at - back]))) continue;
    const Codepoint found = codepoint_at(text, at - back);
    return found.size == back ? found : Codepoint{};
  }
  return {};
}

bool is_letter(uint32_t c) {
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  return c != broken &&
         (u_isalpha(static_cast<UChar32>(c)) != 0 || u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK);
}

bool is_upper(uint32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isupper(static_cast<UChar32>(c)) != 0;
}

bool is_lower(uint32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return u_islower(static_cast<UChar32>(c)) != 0;
}

bool is_digit(uint32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  return u_isdigit(static_cast<UChar32>(c)) != 0;
}

bool is_blank(uint32_t c) {
  if (c < 0x80) return c <= ' ' || c == 0x7F;
  return u_isspace(static_cast<UChar32>(c)) != 0 || (c >= 0x80 && c < 0xA0) || (c >= 0x200B && c <= 0x200F) ||
         c == 0xFEFF || c == 0xAD || c == 0x2060;
}

uint32_t lower_of(uint32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  return static_cast<uint32_t>(u_tolower(static_cast<UChar32>(c)));
}

uint32_t upper_of(uint32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 32 : c;
  return static_cast<uint32_t>(u_toupper(static_cast<UChar32>(c)));
}

void append_utf8(std::string& out, uint32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

}  // namespace entente
