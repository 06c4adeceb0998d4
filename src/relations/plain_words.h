// Looking for phrases in text, whole words at a time. Inside relations: may change.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// Lower case, everything but letters and digits one blank, with a blank at either end.
std::string plain_words(std::string_view text);
/// Where the phrase begins in a plain text, its last word in the plural too; npos if it is not in it. A star stands for
/// any ending of its word.
size_t place_of(std::string_view plain, std::string_view phrase);
inline bool speaks_of(std::string_view plain, std::string_view phrase) {
  return place_of(plain, phrase) != std::string_view::npos;
}

}  // namespace entente
