// Counts where a parse agrees with a treebank: tags, heads, and heads with their relation (subtypes cut).
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "base/text.h"

namespace entente {

struct TreebankScores {
  size_t words = 0, upos = 0, uas = 0, las = 0;
};

/// The lines of CoNLL-U that are words: no comments, no multiword lines.
inline std::vector<std::string> word_lines(const std::string& conllu) {
  std::vector<std::string> out;
  std::stringstream in(conllu);
  for (std::string line; std::getline(in, line);) {
    const std::string id = line.substr(0, line.find('\t'));
    if (!id.empty() && id.find_first_not_of("0123456789") == std::string::npos) out.push_back(line);
  }
  return out;
}

/// Both lists hold the same words in the same order.
inline TreebankScores compare(const std::vector<std::string>& gold, const std::vector<std::string>& found) {
  TreebankScores scores;
  for (size_t i = 0; i < gold.size(); ++i) {
    const auto g = split(gold[i], '\t'), f = split(found[i], '\t');
    const bool head = g[6] == f[6];
    ++scores.words;
    scores.upos += g[3] == f[3] ? 1 : 0;
    scores.uas += head ? 1 : 0;
    scores.las += head && split(g[7], ':')[0] == split(f[7], ':')[0] ? 1 : 0;
  }
  return scores;
}

inline double percent(const TreebankScores& scores, size_t count) {
  return 100.0 * static_cast<double>(count) / static_cast<double>(scores.words);
}

}  // namespace entente
