// Looking lemmas up and, for words never seen, working them out.
#include "reading/lemmatizer.h"

#include <charconv>

#include "base/text.h"
#include "reading/word_form.h"

namespace entente {

std::string apply_script(std::string_view form, const LemmaScript& script) {
  if (script.cut > form.size()) return std::string(form);
  return std::string(form.substr(0, form.size() - script.cut)) + script.append;
}

std::optional<std::vector<LemmaScript>> read_scripts(std::string_view text) {
  std::vector<LemmaScript> scripts;
  for (const std::string_view line : split(text, '\n')) {
    if (line.empty()) continue;
    LemmaScript script;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), script.cut);
    if (error != std::errc()) return std::nullopt;
    script.append = trim(line.substr(static_cast<size_t>(end - line.data())));
    scripts.push_back(std::move(script));
  }
  return scripts;
}

uint64_t lemma_word_key(std::string_view form, std::string_view xpos) {
  return feature_key(400, hash_bytes(form), hash_bytes(xpos));
}

uint64_t lemma_suffix_key(std::string_view suffix, std::string_view xpos) {
  return feature_key(401, hash_bytes(suffix), hash_bytes(xpos));
}

std::optional<std::string_view> Lemmatizer::listed(std::string_view lower, std::string_view xpos) const {
  const auto offset = words_.find(lemma_word_key(lower, xpos));
  if (!offset || *offset >= text_.size()) return std::nullopt;
  return text_.substr(*offset, text_.find('\n', *offset) - *offset);
}

/// True if so many bytes off the end leave half a character.
bool cuts_character(std::string_view form, size_t cut) {
  return cut > 0 && cut <= form.size() && (static_cast<unsigned char>(form[form.size() - cut]) & 0xC0) == 0x80;
}

bool is_vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

/// "invad", "conclud", "explod": a consonant, one vowel and a "d", with a syllable before.
bool drops_e(std::string_view stem) {
  const size_t n = stem.size();
  return n >= 5 && stem[n - 1] == 'd' && stem[n - 2] != 'e' && is_vowel(stem[n - 2]) && !is_vowel(stem[n - 3]);
}

/// The candidate stems of "planned", "traded", "tried", "goes" that are verbs of the lexicon.
std::optional<std::string> Lemmatizer::regular_verb(std::string_view lower, std::string_view xpos) const {
  const std::string_view ending = xpos == "VBZ" ? "s" : xpos == "VBG" ? "ing" : "ed";
  if (lower.size() < ending.size() + 2 || !lower.ends_with(ending)) return std::nullopt;
  const std::string stem(lower.substr(0, lower.size() - ending.size()));
  std::vector<std::string> candidates = {stem};
  if (stem.back() == 'i') candidates.push_back(stem.substr(0, stem.size() - 1) + "y");
  if (xpos == "VBZ" && stem.ends_with("ie")) candidates.push_back(stem.substr(0, stem.size() - 2) + "y");
  if (xpos == "VBZ" && stem.back() == 'e') candidates.push_back(stem.substr(0, stem.size() - 1));
  if (xpos != "VBZ") candidates.push_back(stem + "e");
  if (xpos != "VBZ" && stem.back() == stem[stem.size() - 2]) candidates.push_back(stem.substr(0, stem.size() - 1));
  for (const std::string_view tag : {"VB", "NN"}) {  // many a verb is known as a noun alone: "blockade"
    for (const std::string& candidate : candidates) {
      if (words_.find(lemma_word_key(candidate, tag))) return candidate;
    }
  }
  if (xpos != "VBZ" && drops_e(stem)) return stem + "e";
  return std::nullopt;
}

std::optional<std::string> Lemmatizer::by_suffix(std::string_view lower, std::string_view xpos) const {
  for (size_t length = std::min(longest_lemma_suffix, lower.size()) + 1; length-- > 0;) {
    const auto script = suffixes_.find(lemma_suffix_key(lower.substr(lower.size() - length), xpos));
    if (!script || *script >= scripts_.size()) continue;
    if (cuts_character(lower, scripts_[*script].cut)) return std::nullopt;
    return apply_script(lower, scripts_[*script]);
  }
  return std::nullopt;
}

std::string Lemmatizer::lemma(std::string_view form, Upos upos, std::string_view xpos) const {
  const std::string lower = lower_form(form);
  if (const auto found = listed(lower, xpos)) return std::string(*found);
  if (upos == Upos::PROPN) return std::string(form);
  if (const auto irregular = irregular_lemma(lower, xpos); !irregular.empty()) return std::string(irregular);
  if (xpos == "VBD" || xpos == "VBN" || xpos == "VBG" || xpos == "VBZ") {
    if (auto verb = regular_verb(lower, xpos)) return *std::move(verb);
  }
  auto lemma = by_suffix(lower, xpos);
  return lemma && !lemma->empty() ? *std::move(lemma) : lower;
}

}  // namespace entente
