// Every form and tag gets its most common lemma; every ending and tag the most common way from form to lemma.
#include "lemmas.h"

#include <algorithm>
#include <map>

#include "reading/lemmatizer.h"
#include "reading/word_form.h"
#include "word_table_builder.h"

namespace entente::train {

namespace {

using Counts = std::map<std::string, int>;

const std::string& most_common(const Counts& counts) {
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

/// "cut text" that leads from the form to the lemma.
std::string script_between(std::string_view form, std::string_view lemma) {
  const auto [in_form, in_lemma] = std::mismatch(form.begin(), form.end(), lemma.begin(), lemma.end());
  return std::to_string(form.end() - in_form) + " " + std::string(in_lemma, lemma.end());
}

struct Collected {
  std::map<std::pair<std::string, std::string>, Counts> lemmas;   // by form and tag
  std::map<std::pair<std::string, std::string>, Counts> scripts;  // by ending and tag
};

void collect_endings(const std::string& form, const std::string& xpos, const std::string& script, Collected& out) {
  for (size_t length = 0; length <= std::min(longest_lemma_suffix, form.size()); ++length) {
    ++out.scripts[{form.substr(form.size() - length), xpos}][script];
  }
}

Collected collect(const std::vector<GoldWord>& words) {
  Collected out;
  for (const GoldWord& word : words) {
    const std::string form = lower_form(word.form);
    if (word.lemma == "_" || word.tag.xpos == "GW" || word.tag.upos == Upos::X) continue;
    if (word.tag.upos == Upos::PROPN && word.lemma == word.form) continue;
    ++out.lemmas[{form, word.tag.xpos}][word.lemma];
    if (word.tag.upos == Upos::VERB) ++out.lemmas[{lower_form(word.lemma), "VB"}][word.lemma];
  }
  for (const auto& [key, counts] : out.lemmas) {
    const std::string& lemma = most_common(counts);
    collect_endings(key.first, key.second, script_between(key.first, lemma), out);
  }
  return out;
}

}  // namespace

LemmaData learn_lemmas(const std::vector<GoldWord>& gold) {
  const Collected found = collect(gold);
  LemmaData out;
  std::map<uint64_t, uint32_t> words, suffixes;
  for (const auto& [key, counts] : found.lemmas) {
    words[lemma_word_key(key.first, key.second)] = static_cast<uint32_t>(out.text.size());
    out.text += most_common(counts) + "\n";
  }
  std::map<std::string, uint32_t> scripts;
  for (const auto& [key, counts] : found.scripts) {
    int total = 0;
    for (const auto& [script, count] : counts) total += count;
    if (total < 2) continue;
    const auto [at, added] = scripts.try_emplace(most_common(counts), static_cast<uint32_t>(scripts.size()));
    if (added) out.scripts += at->first + "\n";
    suffixes[lemma_suffix_key(key.first, key.second)] = at->second;
  }
  out.words = build_word_table(words);
  out.suffixes = build_word_table(suffixes);
  return out;
}

}  // namespace entente::train
