// Words that change what an act inside them means: "refuse to", "is unlikely to", "may"; from lexicon/modality.txt.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "coding/lexicon/predicates.h"
#include "domain/vocabulary.h"

namespace entente {

/// What happens to the act inside: its modality changes, or it becomes a limit or an outlook.
struct Effect {
  std::optional<Modality> modality;
  std::optional<ClaimType> limit;
  std::optional<ClaimType> outlook;
};

struct Embedding {
  PatternHead pattern;
  Effect effect;
  std::string sample;
  std::string place;  // file:line
};

class EmbeddingTable {
 public:
  static Result<EmbeddingTable> load(const std::string& lexicon_folder);

  /// The entries about a lemma, those with most words first.
  [[nodiscard]] const std::vector<Embedding>& find(WordClass word, const std::string& lemma) const;

 private:
  std::unordered_map<std::string, std::vector<Embedding>> by_lemma_[5];
};

}  // namespace entente
