// The linear program below the frustration index of a connected network. Internal to relations.
#pragma once

#include <chrono>

#include "relations/balance/signed_graph.h"

namespace entente {

using Deadline = std::chrono::steady_clock::time_point;

/// The edges of a cycle with an odd number of negative ones: at least one is against any two camps.
using UnbalancedCycle = std::vector<int>;

struct Relaxation {
  double bound = 0;                     // no camps do with less
  std::vector<double> against;          // 0..1 for each edge: how much of it is against the camps
  std::vector<UnbalancedCycle> cycles;  // those that the program needed
};

/// Minimises the weight against the camps under sum(against) >= 1 for every unbalanced cycle, found as they are needed
/// by shortest paths in the graph's double cover (Barahona and Mahjoub 1986, "On the cut polytope", section 5). Where
/// the answer is whole it is the index itself, as in most networks of states.
Relaxation relax(const SignedGraph& graph, Deadline deadline);

/// Camps that follow the edges which are least against them.
Camps rounded_camps(const SignedGraph& graph, const std::vector<double>& against);

}  // namespace entente
