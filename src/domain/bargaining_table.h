// Who bargains over what, with how much weight and interest, as a table gives it.
#pragma once

#include <string>
#include <vector>

namespace entente {

/// One party to a bargain. Positions and saliences are given for every dimension of the issue, in the table's order.
struct Bargainer {
  std::string name;
  double capability = 0;         // above 0, in any unit
  std::vector<double> position;  // in the issue's own unit
  std::vector<double> salience;  // 0..1: how much of its attention the dimension has
  std::string basis{};           // where the inputs are from, as the table's columns "basis..." tell; may be empty
};

struct BargainingTable {
  std::vector<std::string> dimensions;
  std::vector<Bargainer> actors;
};

}  // namespace entente
