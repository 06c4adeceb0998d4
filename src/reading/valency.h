// A predicate has one subject, one object and one indirect object: what the network takes for a second is settled here.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace entente {

/// The scores of arcs of one sentence, as best_tree() takes them, in units of 2^-21.
struct ArcScores {
  const std::vector<int32_t>& scores;
  int stride;
};

/// The score of every relation for an arc from a word to a head (the number of words: the root), in units of 2^-20.
using RelationScores = std::function<std::vector<int32_t>(int word, int head)>;

/// Where a head has several subjects, objects or indirect objects, all but one get another head or relation: those
/// whose change costs least by the scores. The heads stay a tree.
void settle_valency(std::vector<int>& heads, std::vector<uint8_t>& relations, const ArcScores& arcs,
                    const RelationScores& relation_scores);

}  // namespace entente
