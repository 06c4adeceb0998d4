// Facts of a temporal knowledge graph, as the published sets for forecasting give them: ids, and a time step.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace entente {

/// Subject, relation and object are places in the name lists of their FactSet; a step is a whole number of units of
/// time (days, years) since the set's own beginning.
struct Fact {
  int32_t step = 0;
  int32_t subject = 0;
  int32_t relation = 0;
  int32_t object = 0;

  auto operator<=>(const Fact&) const = default;
};

/// A graph in its published parts, each in the order of its file.
struct FactSet {
  std::vector<std::string> entities;   // by id
  std::vector<std::string> relations;  // by id
  std::vector<Fact> train;
  std::vector<Fact> valid;
  std::vector<Fact> test;
};

}  // namespace entente
