// Quick bounds of the frustration index of a connected network. Internal to relations.
#pragma once

#include "relations/balance/signed_graph.h"

namespace entente {

/// Good camps, found by local search: an upper bound. Deterministic.
Camps searched_camps(const SignedGraph& graph);

/// Unbalanced triangles that share no edge: each holds an edge against any two camps. With weights, each triangle takes
/// its lightest edge's weight from all three.
double packed_triangles(const SignedGraph& graph);

}  // namespace entente
