// Words that keep their full stop, and whether a sentence may end with them.
#pragma once

#include <string_view>

namespace entente {

/// True if a full stop after the word belongs to it. `rest` is what follows the stop when a blank or nothing does.
bool is_abbreviation(std::string_view word, std::string_view rest);

/// "Mr.", "Gen.", "J.": a sentence does not end here, a name follows. `token` has its stop.
bool announces_name(std::string_view token);

/// Words that begin sentences rather than names: after "U.S." or "Inc.", a capital on one of these is a new sentence.
bool opens_sentences(std::string_view word);

}  // namespace entente
