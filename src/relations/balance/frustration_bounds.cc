// Tabu search (Glover 1989) over single moves from one camp to the other, from several starts; a greedy packing of
// triangles.
#include "relations/balance/frustration_bounds.h"

#include <algorithm>
#include <limits>

#include "base/random.h"

namespace entente {
namespace {

constexpr int starts = 8;
constexpr double work_per_start = 4e6;  // looks at a node

/// Camps that fit every edge of a breadth-first tree.
Camps tree_camps(const SignedGraph& graph) {
  Camps camps(graph.names.size(), 2);
  std::vector<int> queue = {0};
  camps[0] = 0;
  for (size_t i = 0; i < queue.size(); ++i) {
    for (const auto& next : graph.neighbours[queue[i]]) {
      if (camps[next.node] != 2) continue;
      camps[next.node] = camps[queue[i]] ^ static_cast<uint8_t>(graph.edges[next.edge].negative);
      queue.push_back(next.node);
    }
  }
  return camps;
}

Camps random_camps(const SignedGraph& graph, uint64_t seed) {
  Camps camps(graph.names.size());
  for (size_t i = 0; i < camps.size(); ++i) camps[i] = counted_random(seed, i) & 1;
  return camps;
}

class TabuSearch {
 public:
  TabuSearch(const SignedGraph& graph, Camps camps)
      : graph_(graph), camps_(std::move(camps)), gain_(graph.names.size(), 0), free_at_(graph.names.size(), 0) {
    for (const auto& edge : graph.edges) {
      const double change = is_against(edge, camps_) ? edge.weight : -edge.weight;
      gain_[edge.a] += change;
      gain_[edge.b] += change;
    }
    cost_ = frustration(graph, camps_);
  }

  Camps run() {
    const int n = graph_.size();
    const int steps = static_cast<int>(std::min(40.0 * n, work_per_start / n));
    Camps best = camps_;
    double least = cost_;
    for (int step = 1; step <= steps; ++step) {
      move(best_move(step, least), step);
      if (cost_ >= least) continue;
      least = cost_;
      best = camps_;
    }
    return best;
  }

 private:
  /// The node that helps most among those that have not moved lately, or that lead to the least cost so far.
  int best_move(int step, double least) {
    int best = -1;
    for (int node = 0; node < graph_.size(); ++node) {
      const bool allowed = free_at_[node] <= step || cost_ - gain_[node] < least;
      if (allowed && (best < 0 || gain_[node] > gain_[best])) best = node;
    }
    return best < 0 ? step % graph_.size() : best;
  }

  void move(int node, int step) {
    cost_ -= gain_[node];
    camps_[node] ^= 1;
    gain_[node] = -gain_[node];
    for (const auto& next : graph_.neighbours[node]) {
      const auto& edge = graph_.edges[next.edge];
      gain_[next.node] += is_against(edge, camps_) ? 2 * edge.weight : -2 * edge.weight;
    }
    free_at_[node] = step + 1 + std::min(graph_.size() / 4, 7) + static_cast<int>(counted_random(0, step) % 5);
  }

  const SignedGraph& graph_;
  Camps camps_;
  std::vector<double> gain_;  // how much less is against the camps when the node changes sides
  std::vector<int> free_at_;  // the step from which a node may move again
  double cost_ = 0;
};

}  // namespace

Camps searched_camps(const SignedGraph& graph) {
  Camps best;
  double least = std::numeric_limits<double>::infinity();
  for (int start = 0; start < starts && least > 0; ++start) {
    Camps found = TabuSearch(graph, start == 0 ? tree_camps(graph) : random_camps(graph, start)).run();
    const double cost = frustration(graph, found);
    if (cost >= least) continue;
    least = cost;
    best = std::move(found);
  }
  return best;
}

double packed_triangles(const SignedGraph& graph) {
  std::vector<double> left;
  for (const auto& edge : graph.edges) left.push_back(edge.weight);
  double sum = 0;
  for_each_triangle(graph, [&](int e, int f, int g) {
    if (!is_unbalanced(graph, e, f, g)) return;
    const double lightest = std::min({left[e], left[f], left[g]});
    for (const int edge : {e, f, g}) left[edge] -= lightest;
    sum += lightest;
  });
  return sum;
}

}  // namespace entente
