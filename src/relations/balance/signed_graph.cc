// Numbers for names, parts of a network, and its triangles.
#include "relations/balance/signed_graph.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace entente {
namespace {

void link(SignedGraph& graph) {
  graph.neighbours.assign(graph.names.size(), {});
  for (size_t i = 0; i < graph.edges.size(); ++i) {
    const auto& edge = graph.edges[i];
    graph.neighbours[edge.a].push_back({edge.b, static_cast<int>(i)});
    graph.neighbours[edge.b].push_back({edge.a, static_cast<int>(i)});
  }
  for (auto& around : graph.neighbours) {
    std::sort(around.begin(), around.end(), [](const auto& l, const auto& r) { return l.node < r.node; });
  }
}

/// The nodes that can be reached from `first`, sorted; they are marked with `mark`.
std::vector<int> reach(const SignedGraph& graph, int first, int mark, std::vector<int>& marks) {
  std::vector<int> found = {first};
  marks[first] = mark;
  for (size_t i = 0; i < found.size(); ++i) {
    for (const auto& next : graph.neighbours[found[i]]) {
      if (marks[next.node] >= 0) continue;
      marks[next.node] = mark;
      found.push_back(next.node);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

SignedGraph signed_graph(const std::vector<SignedEdge>& edges) {
  std::map<std::string, int> numbers;
  for (const SignedEdge& edge : edges) {
    numbers.emplace(edge.a, 0);
    numbers.emplace(edge.b, 0);
  }
  SignedGraph graph;
  for (auto& [name, number] : numbers) {
    number = graph.size();
    graph.names.push_back(name);
  }
  for (const SignedEdge& edge : edges) {
    const auto [a, b] = std::minmax(numbers[edge.a], numbers[edge.b]);
    graph.edges.push_back({a, b, std::abs(edge.weight), edge.weight < 0});
  }
  std::sort(graph.edges.begin(), graph.edges.end(),
            [](const auto& l, const auto& r) { return l.a != r.a ? l.a < r.a : l.b < r.b; });
  link(graph);
  return graph;
}

std::vector<Component> components(const SignedGraph& graph) {
  std::vector<Component> out;
  std::vector<int> part(graph.names.size(), -1), place(graph.names.size(), 0);
  for (int node = 0; node < graph.size(); ++node) {
    if (part[node] >= 0) continue;
    Component component;
    component.nodes = reach(graph, node, static_cast<int>(out.size()), part);
    for (const int member : component.nodes) {
      place[member] = component.graph.size();
      component.graph.names.push_back(graph.names[member]);
    }
    out.push_back(std::move(component));
  }
  for (const auto& edge : graph.edges) {
    out[part[edge.a]].graph.edges.push_back({place[edge.a], place[edge.b], edge.weight, edge.negative});
  }
  for (Component& component : out) link(component.graph);
  return out;
}

double frustration(const SignedGraph& graph, const Camps& camps) {
  double sum = 0;
  for (const auto& edge : graph.edges) sum += is_against(edge, camps) ? edge.weight : 0;
  return sum;
}

void for_each_triangle(const SignedGraph& graph, const TriangleSink& sink) {
  const auto after = [](const std::vector<SignedGraph::Neighbour>& around, int node) {
    return std::upper_bound(around.begin(), around.end(), node, [](int n, const auto& one) { return n < one.node; });
  };
  for (size_t i = 0; i < graph.edges.size(); ++i) {
    const auto& edge = graph.edges[i];
    auto one = after(graph.neighbours[edge.a], edge.b), other = after(graph.neighbours[edge.b], edge.b);
    while (one != graph.neighbours[edge.a].end() && other != graph.neighbours[edge.b].end()) {
      if (one->node == other->node) sink(static_cast<int>(i), one->edge, other->edge);
      const bool step_one = one->node <= other->node, step_other = other->node <= one->node;
      if (step_one) ++one;
      if (step_other) ++other;
    }
  }
}

bool is_unbalanced(const SignedGraph& graph, int e, int f, int g) {
  return graph.edges[e].negative != (graph.edges[f].negative != graph.edges[g].negative);
}

}  // namespace entente
