// The frustration index of a connected network as an integer program. Internal to relations.
#pragma once

#include "relations/balance/frustration_relaxation.h"

namespace entente {

struct ProgramAnswer {
  Camps camps;          // never worse than those given
  double at_least = 0;  // proven
  bool optimal = false;
};

/// The XOR formulation of Aref, Mason and Wilson (2020, "A modeling and computational study of the frustration index in
/// signed networks", Networks 75): a variable for each node's camp and one for each edge against them, one node fixed,
/// the unbalanced cycles as cuts. Solved by CBC within the time.
ProgramAnswer solve_frustration(const SignedGraph& graph, const std::vector<UnbalancedCycle>& cycles, Camps known,
                                double seconds);

/// The least value that the index can have above a bound: where all weights are whole numbers, so is the index.
double rounded_up(const SignedGraph& graph, double bound);

}  // namespace entente
