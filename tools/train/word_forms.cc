// word_forms: prints what the reader sees of each word, so that the trainer in Python need not know how it is made.
// CoNLL-U on standard input; on standard output nine 64-bit numbers a word: word, four endings, three beginnings,
// shape.
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "reading/word_form.h"

namespace {

void print(std::vector<std::string>& words) {
  std::vector<entente::WordForm> forms;
  entente::make_word_forms({words.begin(), words.end()}, forms);
  for (const entente::WordForm& form : forms) {
    std::vector<uint64_t> numbers = {form.word};
    numbers.insert(numbers.end(), form.suffixes.begin(), form.suffixes.end());
    numbers.insert(numbers.end(), form.prefixes.begin(), form.prefixes.end());
    numbers.push_back(form.shape);
    std::fwrite(numbers.data(), sizeof(uint64_t), numbers.size(), stdout);
  }
  words.clear();
}

}  // namespace

int main() {
  std::vector<std::string> words;
  for (std::string line; std::getline(std::cin, line);) {
    if (line.empty()) print(words);
    const size_t tab = line.find('\t');
    if (tab == std::string::npos || line.front() == '#') continue;
    if (line.find_first_not_of("0123456789") != tab) continue;
    words.push_back(line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1));
  }
  print(words);
}
