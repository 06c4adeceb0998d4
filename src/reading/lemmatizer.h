// Lemmas: words of the lexicon first, then irregular forms, then the ending that is known for the tag.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/sentence.h"
#include "reading/word_table.h"

namespace entente {

/// How a lemma comes from a form: cut so many bytes off the end, put a text there.
struct LemmaScript {
  uint32_t cut = 0;
  std::string append;
  bool operator==(const LemmaScript&) const = default;
};

std::string apply_script(std::string_view form, const LemmaScript& script);
/// The scripts of a model, one a line: "3 y".
std::optional<std::vector<LemmaScript>> read_scripts(std::string_view text);

inline constexpr size_t longest_lemma_suffix = 6;
uint64_t lemma_word_key(std::string_view form, std::string_view xpos);
uint64_t lemma_suffix_key(std::string_view suffix, std::string_view xpos);

/// The lemma of an irregular English verb form or plural; empty if it is none. `form` is in lower case.
std::string_view irregular_lemma(std::string_view form, std::string_view xpos);

class Lemmatizer {
 public:
  Lemmatizer() = default;
  /// `text` holds lemmas that end with a newline; the values of `words` are offsets in it.
  Lemmatizer(WordTable words, std::string_view text, WordTable suffixes, std::vector<LemmaScript> scripts)
      : words_(words), text_(text), suffixes_(suffixes), scripts_(std::move(scripts)) {}

  [[nodiscard]] std::string lemma(std::string_view form, Upos upos, std::string_view xpos) const;

 private:
  [[nodiscard]] std::optional<std::string_view> listed(std::string_view lower, std::string_view xpos) const;
  [[nodiscard]] std::optional<std::string> regular_verb(std::string_view lower, std::string_view xpos) const;
  [[nodiscard]] std::optional<std::string> by_suffix(std::string_view lower, std::string_view xpos) const;

  WordTable words_;
  std::string_view text_;
  WordTable suffixes_;
  std::vector<LemmaScript> scripts_;
};

}  // namespace entente
