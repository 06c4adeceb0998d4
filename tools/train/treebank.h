// A treebank in memory, as the trainers need it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "reading/tagger.h"
#include "reading/word_form.h"

namespace entente::train {

struct GoldSentence {
  int document = 0;  // counted through the file: sentences of one document stay in one fold
  std::vector<std::string> words;
  std::vector<std::string> lemmas;
  std::vector<uint8_t> tags;       // of Treebank::pairs
  std::vector<int> heads;          // the number of words: the root. Made projective
  std::vector<uint8_t> relations;  // of Deprel
  std::vector<WordForm> forms;
  std::vector<uint64_t> known;     // as Tagger::look_up gives it
  std::vector<uint8_t> predicted;  // tags as a tagger gives them that has not seen the sentence
};

struct Treebank {
  std::vector<GoldSentence> sentences;
  std::vector<TagPair> pairs;
  size_t originals = 0;  // sentences from here on are rewritten copies of earlier ones
};

/// Errors: missing, input with the line.
Result<Treebank> read_treebank(const std::string& path);

/// Adds copies of a share of the sentences in capitals and in title case, without their full stop: how headlines look.
void add_headline_copies(Treebank& bank, uint64_t seed);

/// Moves the heads of words whose arc crosses another up until none does.
void make_projective(std::vector<int>& heads);

/// Numbers 0..n-1 in an order that depends on the seed alone.
std::vector<size_t> shuffled(size_t n, uint64_t seed);

}  // namespace entente::train
