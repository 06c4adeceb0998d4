// What the splitter and the tokenizer ask of a character.
#pragma once

#include <cstdint>

#include "base/utf8.h"  // IWYU pragma: export

namespace entente {

bool is_letter(uint32_t c);
bool is_upper(uint32_t c);
bool is_lower(uint32_t c);
bool is_digit(uint32_t c);
/// Blanks of every kind, no-break and zero-width ones, and control characters.
bool is_blank(uint32_t c);
uint32_t lower_of(uint32_t c);
uint32_t upper_of(uint32_t c);

}  // namespace entente
