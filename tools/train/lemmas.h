// The lemmatiser's lists, read off the treebank.
#pragma once

#include <string>
#include <vector>

#include "reading/word_table.h"
#include "treebank.h"

namespace entente::train {

struct LemmaData {
  std::vector<WordTable::Slot> words;
  std::string text;
  std::vector<WordTable::Slot> suffixes;
  std::string scripts;
};

LemmaData learn_lemmas(const std::vector<GoldWord>& gold);

}  // namespace entente::train
