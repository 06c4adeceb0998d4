// CLD2 (Sites 2013) for whole articles, corrected where short news is full of foreign names; a list of frequent words
// for Latin, which is too short for it in author boxes.
#include "sources/language.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace entente {
namespace {

constexpr size_t language_probe_bytes = 1u << 16;
constexpr int least_percent = 60;

/// Frequent words of Latin that are no words of English, French, Spanish, Portuguese or Italian news beyond chance.
constexpr std::array<std::string_view, 62> latin_words = {
    "ab",           "accusamus",   "alias",       "aliquam",    "aliquid",     "amet",
    "animi",        "aperiam",     "asperiores",  "aspernatur", "aut",         "autem",
    "beatae",       "consectetur", "consequatur", "corporis",   "corrupti",    "cum",
    "cumque",       "debitis",     "deleniti",    "dicta",      "dignissimos", "dolor",
    "dolore",       "dolorem",     "ducimus",     "ea",         "eaque",       "earum",
    "enim",         "eos",         "error",       "est",        "et",          "eum",
    "eveniet",      "ex",          "excepturi",   "explicabo",  "facere",      "fugiat",
    "hic",          "illo",        "impedit",     "in",         "ipsa",        "ipsum",
    "iste",         "laboriosam",  "lorem",       "nemo",       "non",         "odit",
    "perspiciatis", "quasi",       "qui",         "quia",       "quis",        "reprehenderit",
    "sit",          "ut"};

/// Frequent words of English that other languages of Latin script do not have.
constexpr std::array<std::string_view, 16> english_words = {"and",  "by",    "from", "has",  "its",   "of",
                                                            "said", "that",  "the",  "were", "which", "will",
                                                            "with", "would", "been", "their"};

std::string letters_only(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (is_ascii_alpha(c)) out += c;
  }
  return to_lower(out);
}

/// One word in twelve at least is one that only English has.
bool reads_as_english(std::string_view text) {
  constexpr size_t enough_words = 12;
  size_t words = 0;
  size_t english = 0;
  for (const std::string_view word : split(text, ' ')) {
    const std::string plain = letters_only(word);
    words += plain.empty() ? 0 : 1;
    english += std::find(english_words.begin(), english_words.end(), plain) != english_words.end() ? 1 : 0;
  }
  return words >= enough_words && english * 12 >= words;
}

}  // namespace

std::string language_of(std::string_view text) {
  size_t length = std::min(text.size(), language_probe_bytes);
  while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  int bytes = 0;
  bool reliable = false;
  const CLD2::Language found = CLD2::DetectLanguageSummary(text.data(), static_cast<int>(length), true,
                                                           languages.data(), percents.data(), &bytes, &reliable);
  constexpr size_t short_text = 2000;
  if (found != CLD2::ENGLISH && text.size() <= short_text && reads_as_english(text)) return "en";
  const bool told = found != CLD2::UNKNOWN_LANGUAGE && (reliable || percents[0] >= least_percent);
  return told ? std::string(CLD2::LanguageCode(found)).substr(0, 2) : "un";
}

bool is_placeholder_latin(std::string_view text) {
  size_t words = 0;
  size_t latin = 0;
  size_t only_latin = 0;
  for (const std::string_view word : split(text, ' ')) {
    const std::string plain = letters_only(word);
    if (plain.empty()) continue;
    ++words;
    const bool known = std::binary_search(latin_words.begin(), latin_words.end(), std::string_view(plain));
    latin += known;
    only_latin += known && plain != "in" && plain != "error" && plain != "alias" && plain != "et" && plain != "non";
  }
  return only_latin >= 3 && latin * 10 >= words * 3;
}

}  // namespace entente
