// A sentence as the parser and the labeller see it: hashes by position, with edges, and counts of what lies between.
#pragma once

#include <cstdint>
#include <vector>

#include "domain/sentence.h"
#include "reading/tagger.h"
#include "reading/word_form.h"

namespace entente {

inline constexpr int no_word = -1;

class ParserWords {
 public:
  /// Words that are not common all count as one for each ending: weights for a word met once would be noise.
  void fill(const std::vector<WordForm>& forms, const std::vector<uint64_t>& known, const std::vector<uint8_t>& tags,
            const std::vector<TagPair>& pairs);

  [[nodiscard]] int size() const { return size_; }
  /// The root stands behind the last word.
  [[nodiscard]] int root() const { return size_; }

  // Positions from no_word to size() + 2 can be asked for.
  [[nodiscard]] uint64_t word(int i) const { return at(i).word; }
  [[nodiscard]] uint64_t tag(int i) const { return at(i).tag; }
  [[nodiscard]] uint64_t upos(int i) const { return at(i).upos; }
  [[nodiscard]] uint64_t suffix(int i) const { return at(i).suffix; }
  [[nodiscard]] Upos upos_tag(int i) const { return at(i).upos_tag; }

  /// Which of comma, conjunction, verb stand strictly between two positions, as three small counts in one number.
  [[nodiscard]] uint64_t between(int left, int right) const;

 private:
  struct Item {
    uint64_t word = 0;
    uint64_t tag = 0;
    uint64_t upos = 0;
    uint64_t suffix = 0;
    uint32_t commas = 0;  // so far, this one excluded
    uint32_t conjunctions = 0;
    uint32_t verbs = 0;
    Upos upos_tag = Upos::X;
  };
  [[nodiscard]] const Item& at(int i) const { return items_[static_cast<size_t>(i + 1)]; }

  std::vector<Item> items_;
  int size_ = 0;
};

/// 1, 2, 3, 4, 5-7, 8-12, 13 and more.
uint64_t distance_class(int from, int to);

}  // namespace entente
