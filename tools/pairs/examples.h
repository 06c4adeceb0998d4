// Marked pairs with their types, from JSON lines, as features and labels to learn from.
#pragma once

#include <cstdint>
#include <istream>
#include <string>
#include <vector>

#include "coding/lexicon/lexicon.h"
#include "coding/pairs/feature_list.h"
#include "reading/reading.h"

namespace entente::pairs {

struct Example {
  std::string id;
  std::vector<FeatureList::Feature> features;
  std::vector<std::string> names;  // of the features, where asked for
  int label = 0;                   // number of the class
  int yields = -1;                 // of a yielding: 0 concession, 1 retreat, -1 not known
  double weight = 1;
};

/// Lines {"id","text","source","target","type"} and perhaps "weight"; type YIELD stands for CONCEDE or RETREAT. Errors:
/// input, naming the line.
Result<std::vector<Example>> read_examples(const std::string& path, const Reader& reader, const Lexicon& lexicon,
                                           bool named = false);

}  // namespace entente::pairs
