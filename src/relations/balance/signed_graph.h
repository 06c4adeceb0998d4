// A signed network with numbers for names. Internal to relations.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "domain/signed_edge.h"

namespace entente {

struct SignedGraph {
  struct Edge {
    int a = 0;  // a < b
    int b = 0;
    double weight = 1;  // above 0
    bool negative = false;
  };
  struct Neighbour {
    int node = 0;
    int edge = 0;
  };
  std::vector<std::string> names;                  // sorted
  std::vector<Edge> edges;                         // sorted by a, b
  std::vector<std::vector<Neighbour>> neighbours;  // of each node, sorted by node

  [[nodiscard]] int size() const { return static_cast<int>(names.size()); }
};

/// For each node the camp it is in: 0 or 1.
using Camps = std::vector<uint8_t>;

SignedGraph signed_graph(const std::vector<SignedEdge>& edges);
/// The parts that no edge joins, each with its nodes' numbers in the whole.
struct Component {
  SignedGraph graph;
  std::vector<int> nodes;
};
std::vector<Component> components(const SignedGraph& graph);

/// An edge that the camps contradict: hostile inside one, friendly between them.
inline bool is_against(const SignedGraph::Edge& edge, const Camps& camps) {
  return (camps[edge.a] == camps[edge.b]) == edge.negative;
}
/// Weight of the edges that the camps contradict.
double frustration(const SignedGraph& graph, const Camps& camps);

/// Calls with the edges of each triangle, in order of their nodes.
using TriangleSink = std::function<void(int, int, int)>;
void for_each_triangle(const SignedGraph& graph, const TriangleSink& sink);
/// An odd number of its edges is negative.
bool is_unbalanced(const SignedGraph& graph, int e, int f, int g);

}  // namespace entente
