// A first guess of the relation between a head and a word, from the two and what stands around them alone. The parser
// looks at these guesses while the tree grows; the labeller decides once it is whole.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "reading/parser_words.h"
#include "reading/tables.h"

namespace entente {

inline constexpr size_t guess_feature_count = 24;
using GuessKeys = std::array<uint64_t, guess_feature_count>;

void guess_features(const ParserWords& words, int head, int word, GuessKeys& keys);

/// Relations are numbered as in the enum Deprel.
class RelationGuess {
 public:
  RelationGuess() = default;
  explicit RelationGuess(FeatureTable weights) : weights_(weights) {}

  [[nodiscard]] uint8_t guess(const ParserWords& words, int head, int word) const;

 private:
  FeatureTable weights_;
};

/// Guesses for one sentence, each made once as long as few heads compete for a word.
class GuessMemory {
 public:
  GuessMemory(const RelationGuess& guess, const ParserWords& words);
  uint8_t operator()(int head, int word);

 private:
  static constexpr size_t ways = 4;
  struct Entry {
    int head = -2;
    uint8_t label = 0;
  };
  const RelationGuess& guess_;
  const ParserWords& words_;
  std::vector<std::array<Entry, ways>> entries_;
};

}  // namespace entente
