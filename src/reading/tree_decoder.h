// The best tree over one sentence for given scores of arcs.
#pragma once

#include <cstdint>
#include <vector>

namespace entente {

/// `scores` holds for each word a row with the score of each possible head: the words in order, then the root; rows
/// begin `stride` numbers apart. Gives each word's head (the number of words: the root), one word under the root. If
/// the best head of every word makes a tree, it is that; otherwise the best tree without crossing arcs (Eisner 1996).
std::vector<int> best_tree(const std::vector<int32_t>& scores, int words, int stride);

/// True if the heads make a tree with one word under the root.
bool is_tree(const std::vector<int>& heads);

}  // namespace entente
