// The labeller: names the relation of every word to its head once the whole tree is known.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "reading/parser_words.h"
#include "reading/relation_guess.h"
#include "reading/tables.h"

namespace entente {

inline constexpr size_t label_feature_count = 46;
using LabelKeys = std::array<uint64_t, label_feature_count>;

/// A tree and, for each word, its children's outline; the labels are guesses until the labeller replaces them.
class TreeView {
 public:
  TreeView(const ParserWords& words, const std::vector<int>& heads, GuessMemory& guess);

  void features(int word, LabelKeys& keys) const;
  void set_label(int word, uint8_t label) { labels_[static_cast<size_t>(word)] = label; }
  [[nodiscard]] uint8_t label(int word) const { return labels_[static_cast<size_t>(word)]; }

 private:
  struct Outline {
    int first = no_word;  // outermost children
    int last = no_word;
    int opener = no_word;  // the first child that is an adposition, a subordinator or "to"
    int before = no_word;  // the neighbouring siblings
    int after = no_word;
    uint64_t labels = 0;
    uint64_t left_labels = 0;
  };
  [[nodiscard]] const Outline& outline(int word) const;
  [[nodiscard]] uint64_t label_of(int word) const;

  const ParserWords& words_;
  const std::vector<int>& heads_;
  std::vector<Outline> outlines_;  // the root's is the last
  std::vector<uint8_t> labels_;
};

class Labeller {
 public:
  Labeller() = default;
  explicit Labeller(FeatureTable weights) : weights_(weights) {}

  void label(const ParserWords& words, const std::vector<int>& heads, GuessMemory& guess,
             std::vector<uint8_t>& labels) const;

 private:
  FeatureTable weights_;
};

}  // namespace entente
