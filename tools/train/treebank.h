// The words of a treebank with their lemmas and tags.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "reading/tags.h"

namespace entente::train {

struct GoldWord {
  std::string form;
  std::string lemma;
  TagPair tag;
};

/// Errors: missing, input with the line.
Result<std::vector<GoldWord>> read_treebank(const std::string& path);

}  // namespace entente::train
