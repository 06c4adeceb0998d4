// ASCII by hand, ICU for the rest.
#include "reading/utf8.h"

#include <unicode/uchar.h>

namespace entente {

static constexpr uint32_t broken = 0xFFFD;

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

}  // namespace entente
