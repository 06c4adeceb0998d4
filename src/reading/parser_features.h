// The parser's state and the features of it. Arc-hybrid moves (Kuhlmann et al. 2011): shift the next word onto the
// stack, or end the word on top, as a child of the next word (left) or of the word below it on the stack (right).
#pragma once

#include <array>
#include <cstdint>

#include "reading/parser_words.h"

namespace entente {

enum class Move : uint8_t { shift, left, right };

/// A word with the children that it has so far: the outermost two on each side and the relations guessed for them.
struct Subtree {
  int word = no_word;
  std::array<int, 2> left{no_word, no_word};  // outermost first
  std::array<int, 2> right{no_word, no_word};
  std::array<uint8_t, 2> left_label{};
  std::array<uint8_t, 2> right_label{};
  uint8_t lefts = 0;
  uint8_t rights = 0;
  uint64_t labels = 0;  // a bit for each relation that a child has

  void add_left(int child, uint8_t label);
  void add_right(int child, uint8_t label);
};

/// The words that a move is chosen by. Those of the stack may be missing (word == no_word).
struct ParserView {
  const Subtree& top;
  const Subtree& second;
  const Subtree& third;
  const Subtree& next;
};

inline constexpr size_t move_feature_count = 84;
using MoveKeys = std::array<uint64_t, move_feature_count>;

void move_features(const ParserWords& words, const ParserView& view, MoveKeys& keys);

}  // namespace entente
