#include "relations/plain_words.h"

#include <algorithm>

#include "base/text.h"

namespace entente {

namespace {

/// The word's end in the text if it stands there from `at` on; npos if not. `last`: its plural counts too.
size_t end_of_word(std::string_view text, size_t at, std::string_view word, bool last) {
  const bool any_ending = word.ends_with('*');
  if (any_ending) word.remove_suffix(1);
  if (text.substr(at, word.size()) != word) return std::string_view::npos;
  const size_t end = text.find(' ', at + word.size());
  const std::string_view ending = text.substr(at + word.size(), end - at - word.size());
  return any_ending || ending.empty() || (last && ending == "s") ? end : std::string_view::npos;
}

/// True if the phrase stands in the text from the beginning of the word at `at` on.
bool stands_at(std::string_view text, size_t at, std::string_view phrase) {
  while (!phrase.empty()) {
    const size_t blank = phrase.find(' ');
    const bool last = blank == std::string_view::npos;
    const size_t end = at < text.size() ? end_of_word(text, at, phrase.substr(0, blank), last) : text.npos;
    if (end == std::string_view::npos) return false;
    at = end + 1;
    phrase = last ? std::string_view() : phrase.substr(blank + 1);
  }
  return true;
}

}  // namespace

std::string plain_words(std::string_view text) {
  std::string out = ' ' + to_lower(text) + ' ';
  for (char& c : out) {
    const bool ascii_mark = static_cast<unsigned char>(c) < 0x80 && !is_ascii_alpha(c) && !is_ascii_digit(c);
    if (ascii_mark) c = ' ';
  }
  const auto both_blank = [](char a, char b) { return a == ' ' && b == ' '; };
  out.erase(std::unique(out.begin(), out.end(), both_blank), out.end());
  return out;
}

size_t place_of(std::string_view plain, std::string_view phrase) {
  for (size_t at = plain.find(' '); at + 1 < plain.size(); at = plain.find(' ', at + 1)) {
    if (stands_at(plain, at + 1, phrase)) return at + 1;
  }
  return std::string_view::npos;
}

}  // namespace entente
