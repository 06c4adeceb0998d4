// How two actors stand to each other in a signed network that is given as a table.
#pragma once

#include <string>

namespace entente {

/// Undirected. A weight below 0 is hostile; its size says how much the edge counts.
struct SignedEdge {
  std::string a;
  std::string b;
  double weight = 1;
};

}  // namespace entente
