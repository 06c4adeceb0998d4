// The predicates of a sentence with their roles filled: who does what to whom, and how it is meant.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coding/text/frame.h"
#include "coding/text/scene.h"

namespace entente {

struct Act {
  const Predicate* entry = nullptr;
  int word = nowhere;
  Party source;
  Party target;
  bool reciprocal = false;  // the parties all act on each other
  Frame frame;
  std::optional<Good> good;
  bool at_home = false;  // whoever stands in the target's place is of the source's own side
};

/// The acts of a sentence in the order of their words.
std::vector<Act> find_acts(const Scene& scene);

}  // namespace entente
