// Reading CoNLL-U; lines of multiword tokens and of empty nodes are left out.
#include "treebank.h"

#include <fstream>

#include "base/text.h"

namespace entente::train {

Result<std::vector<GoldWord>> read_treebank(const std::string& path) {
  std::ifstream in(path);
  if (!in) return Error{ErrorCode::missing, path + ": cannot open the treebank"};
  std::vector<GoldWord> words;
  size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const auto columns = split(line, '\t');
    if (columns.size() != 10) return Error{ErrorCode::input, path + ":" + std::to_string(number) + ": not ten columns"};
    if (columns[0].find_first_of("-.") != std::string_view::npos) continue;
    words.push_back(
        {std::string(columns[1]), std::string(columns[2]), {upos_named(columns[3]), std::string(columns[4])}});
  }
  return words;
}

}  // namespace entente::train
