// Steps through UTF-8 that survive any bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

struct Codepoint {
  uint32_t value = 0xFFFD;  // U+FFFD for bytes that are no valid UTF-8
  uint32_t size = 1;        // bytes that it takes; 1 for a broken byte
};

/// The character at `at`, which lies before text.size().
Codepoint codepoint_at(std::string_view text, size_t at);
/// The character that ends before `at`; `at` is over 0.
Codepoint codepoint_before(std::string_view text, size_t at);
/// True if every byte belongs to a character.
bool is_utf8(std::string_view text);
/// The text with U+FFFD in place of every broken byte.
std::string with_broken_replaced(std::string_view text);
void append_utf8(std::string& out, uint32_t c);

}  // namespace entente
