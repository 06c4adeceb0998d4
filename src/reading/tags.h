// The pairs of tags that the model chooses between.
#pragma once

#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/sentence.h"

namespace entente {

/// A universal and a Penn tag that go together.
struct TagPair {
  Upos upos = Upos::X;
  std::string xpos;
  bool operator==(const TagPair&) const = default;
};

inline constexpr int max_tags = 128;
using TagSet = std::bitset<max_tags>;

/// The tag pairs of a model, one a line: "NOUN NN".
std::optional<std::vector<TagPair>> read_tags(std::string_view text);

}  // namespace entente
