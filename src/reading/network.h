// The network that tags and parses: from words to a tag, a head and a relation each. Its shape is that of
// tools/train/student.py, which trains it; here it runs in integers.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "reading/kernels.h"
#include "reading/tags.h"
#include "reading/word_form.h"
#include "reading/word_table.h"

namespace entente {

/// Everything that the model says of a sentence, by number.
struct Analysis {
  std::vector<uint8_t> tags;       // of the model's tag pairs
  std::vector<int> heads;          // the number of words: the root
  std::vector<uint8_t> relations;  // of Deprel
};

/// The parts of a model file that the network runs on.
struct NetworkParts {
  std::span<const WordTable::Slot> words;
  std::span<const int8_t> word_rows;
  std::span<const int8_t> affix_rows;
  std::string_view layers;
};

class Network {
 public:
  /// False if the parts do not fit together.
  bool attach(const NetworkParts& parts, size_t tags);

  /// `allowed` holds for each word the tags to choose from; an empty set or an empty list leave the choice free.
  [[nodiscard]] Analysis analyse(std::span<const WordForm> forms, std::span<const TagSet> allowed,
                                 const Kernels& kernels) const;

  static constexpr size_t arc_width = 64;
  static constexpr int far = 40;        // arcs that are longer count as this
  static constexpr int label_far = 8;   // the same for relations
  static constexpr size_t affixes = 8;  // endings of 1 to 4 letters, beginnings of 1 to 3, shape
  static constexpr std::array<uint32_t, affixes> affix_table_rows = {256, 2048, 4096, 8192, 256, 2048, 4096, 512};

 private:
  struct Pass;

  WordTable words_;
  std::span<const int8_t> word_rows_;
  std::span<const int8_t> affix_rows_;
  size_t tags_ = 0;
  Layer window1_, chain1_, tag_, window2_, chain2_, chain3_, ends_, label_;
  const State* tag_states_ = nullptr;
  const State* root_ = nullptr;               // as a head of arcs
  const State* label_root_ = nullptr;         // as a head of relations
  const State* label_distance_ = nullptr;     // a row for each distance, the last one for the root
  const int32_t* distance_scores_ = nullptr;  // the last one for the root
};

}  // namespace entente
