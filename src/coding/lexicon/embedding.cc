#include "coding/lexicon/embedding.h"

#include <algorithm>
#include <sstream>

#include "coding/lexicon/lexicon_file.h"

namespace entente {

namespace {

/// "promised", "limit refused", "outlook unlikely"; nothing if it is none of them.
std::optional<Effect> parse_effect(const std::string& text) {
  std::istringstream in(text);
  std::string first, second;
  in >> first >> second;
  Effect effect;
  if (first == "limit") {
    effect.limit = claim_type(ClaimKind::limit, second);
    if (!effect.limit) return std::nullopt;
  } else if (first == "outlook") {
    effect.outlook = claim_type(ClaimKind::outlook, second);
    if (!effect.outlook) return std::nullopt;
  } else {
    effect.modality = modality_named(first);
    if (!effect.modality) return std::nullopt;
  }
  return effect;
}

}  // namespace

Result<EmbeddingTable> EmbeddingTable::load(const std::string& lexicon_folder) {
  const auto file = read_lexicon_file(lexicon_folder + "/modality.txt");
  if (!file) return file.error();
  EmbeddingTable table;
  for (const LexiconLine& line : file->lines) {
    const auto fields = columns(line.text);
    if (fields.size() < 2) return file->error(line, "expected 'pattern | effect | sample'");
    std::istringstream in(fields[0]);
    std::string letter, words, further;
    in >> letter >> words;
    while (in >> further) words += "_" + further;
    const auto head = parse_pattern_head(letter, words);
    if (!head) return file->error(line, "a pattern begins with v, n, a, m or r and a lemma");
    const auto effect = parse_effect(fields[1]);
    if (!effect) return file->error(line, "unknown effect '" + fields[1] + "'");
    table.by_lemma_[static_cast<size_t>(head->word)][head->lemma].push_back(
        {*head, *effect, fields.size() > 2 ? fields[2] : "", "modality.txt:" + std::to_string(line.number)});
  }
  for (auto& lemmas : table.by_lemma_) {
    for (auto& [lemma, entries] : lemmas) {
      std::stable_sort(entries.begin(), entries.end(), [](const Embedding& a, const Embedding& b) {
        return a.pattern.particles.size() > b.pattern.particles.size();
      });
    }
  }
  return table;
}

const std::vector<Embedding>& EmbeddingTable::find(WordClass word, const std::string& lemma) const {
  static const std::vector<Embedding> none;
  const auto& lemmas = by_lemma_[static_cast<size_t>(word)];
  const auto found = lemmas.find(lemma);
  return found == lemmas.end() ? none : found->second;
}

}  // namespace entente
