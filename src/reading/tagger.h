// The tagger: an averaged perceptron (Collins 2002) that goes once through the sentence, from left to right.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/sentence.h"
#include "reading/tables.h"
#include "reading/word_form.h"

namespace entente {

/// A universal and a Penn tag that go together; the tagger chooses between such pairs.
struct TagPair {
  Upos upos = Upos::X;
  std::string xpos;
  bool operator==(const TagPair&) const = default;
};

inline constexpr int max_tags = 128;
using TagSet = std::bitset<max_tags>;

/// True for words that the treebank has often enough to learn something of them; `known` is the lexicon's word on it.
inline bool is_common(uint64_t known) {
  return (known & 1) != 0;
}

/// The tag pairs of a model, one a line: "NOUN NN".
std::optional<std::vector<TagPair>> read_tags(std::string_view text);

inline constexpr size_t tagger_feature_count = 45;
using TaggerKeys = std::array<uint64_t, tagger_feature_count>;

/// What the tagger may look at: the words, the set of tags that the lexicon knows for each (0: unknown word), and the
/// tags chosen so far.
struct TaggerView {
  const std::vector<WordForm>& forms;
  const std::vector<uint64_t>& known;
  const std::vector<uint8_t>& tags;
};

void tagger_features(const TaggerView& view, size_t at, TaggerKeys& keys);

class Tagger {
 public:
  Tagger() = default;
  Tagger(FeatureTable weights, WordTable lexicon, size_t tags) : weights_(weights), lexicon_(lexicon), tags_(tags) {}

  /// What the lexicon knows of each word: 0 nothing, else a set of tags; the lowest bit is set for common words.
  void look_up(const std::vector<WordForm>& forms, std::vector<uint64_t>& known) const;
  /// The number of the tag pair of each word. `allowed` holds for each word the pairs to choose from, as a set of bits;
  /// 0 or an empty list leave the choice free.
  void tag(const std::vector<WordForm>& forms, const std::vector<uint64_t>& known, const std::vector<TagSet>& allowed,
           std::vector<uint8_t>& tags) const;

 private:
  FeatureTable weights_;
  WordTable lexicon_;
  size_t tags_ = 0;
};

}  // namespace entente
