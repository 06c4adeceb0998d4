// One step through UTF-8 that survives any bytes, and what the splitter asks of a character.
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

bool is_letter(uint32_t c);
bool is_upper(uint32_t c);
bool is_lower(uint32_t c);
bool is_digit(uint32_t c);
/// Blanks of every kind, no-break and zero-width ones, and control characters.
bool is_blank(uint32_t c);
uint32_t lower_of(uint32_t c);
uint32_t upper_of(uint32_t c);
void append_utf8(std::string& out, uint32_t c);

}  // namespace entente
