// Bytes of an unknown encoding to UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente {

struct Decoded {
  std::string text;         // valid UTF-8, line ends as "\n", without control characters
  size_t broken_bytes = 0;  // input bytes that became U+FFFD
};

/// Finds the encoding by byte order mark, zero bytes, the page's own <meta charset> and what the bytes can be:
/// UTF-8, UTF-16, Windows-1252, and what a page declares or, before it is sent, `announced`. Nothing if the bytes are
/// no text at all.
std::optional<Decoded> decode(std::string_view bytes, const std::string& announced = "");

/// Blanks of every kind and width become one blank each, and runs of them one; without them at either end.
std::string squeeze(std::string_view text);

/// How many characters (code points) a UTF-8 text has.
size_t character_count(std::string_view text);

}  // namespace entente
