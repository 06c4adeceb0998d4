#include "base/utf8.h"

#include <cstring>

namespace entente {

namespace {

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

static bool is_broken(const Codepoint& c) {
  return c.size == 1 && c.value >= 0x80;
}

bool is_utf8(std::string_view text) {
  constexpr uint64_t beyond_ascii = 0x8080808080808080;
  for (size_t at = 0; at < text.size();) {
    uint64_t word = beyond_ascii;
    if (text.size() - at >= sizeof word) std::memcpy(&word, text.data() + at, sizeof word);
    if ((word & beyond_ascii) == 0) {
      at += sizeof word;
      continue;
    }
    const Codepoint c = codepoint_at(text, at);
    if (is_broken(c)) return false;
    at += c.size;
  }
  return true;
}

std::string with_broken_replaced(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const Codepoint c = codepoint_at(text, at);
    if (is_broken(c)) {
      append_utf8(out, c.value);
    } else {
      out.append(text, at, c.size);
    }
    at += c.size;
  }
  return out;
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
