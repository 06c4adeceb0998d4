// From the words of one sentence to tags, lemmas, heads and relations: the steps in order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/sentence.h"
#include "reading/labeller.h"
#include "reading/lemmatizer.h"
#include "reading/model_file.h"
#include "reading/relation_guess.h"
#include "reading/tables.h"
#include "reading/tagger.h"

namespace entente {

/// States that the parser keeps at each step. More of them cost time and find no better trees.
inline constexpr size_t beam_width = 4;
/// How far behind the best, in units of the model's weights, a state may lie and still be kept: most moves are plain,
/// and then one state is enough.
inline constexpr int64_t beam_reach = 600;

/// Everything that the model says of a sentence, by number.
struct Analysis {
  std::vector<uint8_t> tags;       // of the model's tag pairs
  std::vector<int> heads;          // the number of words: the root
  std::vector<uint8_t> relations;  // of Deprel
};

class Analyser {
 public:
  /// Errors: damaged, naming the file.
  static Result<Analyser> over(const ModelFile& file);

  /// `given` holds for each word its universal tag where it is known beforehand, X where it is not; it may be empty.
  [[nodiscard]] Analysis analyse(const std::vector<std::string_view>& forms, const std::vector<Upos>& given) const;
  [[nodiscard]] const TagPair& tag(uint8_t number) const { return pairs_[number]; }
  [[nodiscard]] const Lemmatizer& lemmatizer() const { return lemmatizer_; }

 private:
  [[nodiscard]] std::vector<TagSet> allowed_tags(const std::vector<Upos>& given) const;

  std::vector<TagPair> pairs_;
  Tagger tagger_;
  RelationGuess guess_;
  MoveTable moves_;
  Labeller labeller_;
  Lemmatizer lemmatizer_;
};

/// The best tree that the beam finds.
void parse_heads(const ParserWords& words, const MoveTable& moves, GuessMemory& guess, size_t width,
                 std::vector<int>& heads);

}  // namespace entente
