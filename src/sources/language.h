// The language of a text.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// ISO 639-1 code by CLD2; "un" if the text is too short or too mixed to tell. Needs valid UTF-8.
std::string language_of(std::string_view text);

/// True for placeholder Latin ("Lorem ipsum dolor sit amet"), told by its frequent words; works from a few words on.
bool is_placeholder_latin(std::string_view text);

}  // namespace entente
