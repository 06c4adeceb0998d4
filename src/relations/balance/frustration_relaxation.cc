// Cutting planes: solve, look for cycles that the answer violates, add them, solve again. Clp keeps its basis between.
#include "relations/balance/frustration_relaxation.h"

#include <coin/Clp_C_Interface.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <numeric>
#include <optional>
#include <queue>
#include <set>

namespace entente {
namespace {

constexpr double violated_by = 1e-4;
constexpr double step_cost = 1e-9;  // of cycles that are equally long the one with fewer edges

/// Every node twice, once for each camp: a negative edge leads to the other side. An unbalanced cycle through a node is
/// a path from one of its copies to the other.
class DoubleCover {
 public:
  DoubleCover(const SignedGraph& graph, const double* lengths)
      : graph_(graph), lengths_(lengths), distance_(2 * graph.names.size()), came_by_(2 * graph.names.size()) {}

  /// The shortest unbalanced cycle through the node, if it is shorter than 1.
  std::optional<UnbalancedCycle> short_cycle(int node) {
    const int from = 2 * node, to = 2 * node + 1;
    search(from, to);
    if (distance_[to] >= 1 - violated_by) return std::nullopt;
    UnbalancedCycle cycle;
    for (int at = to; at != from;) {
      const int edge = came_by_[at];
      cycle.push_back(edge);
      at = across(at, edge);
    }
    std::sort(cycle.begin(), cycle.end());
    const bool simple = std::adjacent_find(cycle.begin(), cycle.end()) == cycle.end();
    return simple ? std::optional(cycle) : std::nullopt;
  }

 private:
  /// Dijkstra (1959), until `to` is settled or everything nearer than 1 is.
  void search(int from, int to) {
    using Stop = std::pair<double, int>;
    std::fill(distance_.begin(), distance_.end(), std::numeric_limits<double>::infinity());
    std::priority_queue<Stop, std::vector<Stop>, std::greater<>> queue;
    distance_[from] = 0;
    queue.emplace(0, from);
    while (!queue.empty()) {
      const auto [length, at] = queue.top();
      queue.pop();
      if (length > distance_[at]) continue;
      if (at == to || length >= 1) return;
      for (const auto& next : graph_.neighbours[at / 2]) {
        const int there = across(at, next.edge);
        const double longer = length + std::max(0.0, lengths_[next.edge]) + step_cost;
        if (longer >= distance_[there]) continue;
        distance_[there] = longer;
        came_by_[there] = next.edge;
        queue.emplace(longer, there);
      }
    }
  }

  [[nodiscard]] int across(int at, int edge) const {
    const auto& one = graph_.edges[edge];
    const int other = one.a == at / 2 ? one.b : one.a;
    return 2 * other + ((at & 1) ^ (one.negative ? 1 : 0));
  }

  const SignedGraph& graph_;
  const double* lengths_;
  std::vector<double> distance_;
  std::vector<int> came_by_;
};

class CyclesProgram {
 public:
  explicit CyclesProgram(const SignedGraph& graph) : graph_(graph), model_(Clp_newModel(), Clp_deleteModel) {
    Clp_setLogLevel(model_.get(), 0);
    const std::vector<double> none(graph.edges.size(), 0), all(graph.edges.size(), 1);
    std::vector<double> weights;
    for (const auto& edge : graph.edges) weights.push_back(edge.weight);
    const std::vector<int> empty(graph.edges.size() + 1, 0);
    Clp_addColumns(model_.get(), static_cast<int>(weights.size()), none.data(), all.data(), weights.data(),
                   empty.data(), nullptr, nullptr);
  }

  void add(const std::set<UnbalancedCycle>& cycles) {
    std::vector<int> starts = {0}, columns;
    for (const UnbalancedCycle& cycle : cycles) {
      columns.insert(columns.end(), cycle.begin(), cycle.end());
      starts.push_back(static_cast<int>(columns.size()));
    }
    const std::vector<double> ones(columns.size(), 1), at_least(cycles.size(), 1);
    const std::vector<double> at_most(cycles.size(), std::numeric_limits<double>::max());
    Clp_addRows(model_.get(), static_cast<int>(cycles.size()), at_least.data(), at_most.data(), starts.data(),
                columns.data(), ones.data());
  }

  /// False if the time ran out.
  bool solve(Deadline deadline) {
    const double left = std::chrono::duration<double>(deadline - std::chrono::steady_clock::now()).count();
    Clp_setMaximumSeconds(model_.get(), std::max(left, 0.0));
    Clp_dual(model_.get(), 0);
    return Clp_status(model_.get()) == 0;
  }

  [[nodiscard]] double value() const { return Clp_objectiveValue(model_.get()); }
  [[nodiscard]] const double* against() const { return Clp_primalColumnSolution(model_.get()); }

  [[nodiscard]] std::set<UnbalancedCycle> violated(Deadline deadline) const {
    std::set<UnbalancedCycle> found;
    DoubleCover cover(graph_, against());
    for (int node = 0; node < graph_.size() && std::chrono::steady_clock::now() < deadline; ++node) {
      if (auto cycle = cover.short_cycle(node)) found.insert(std::move(*cycle));
    }
    return found;
  }

 private:
  const SignedGraph& graph_;
  std::unique_ptr<Clp_Simplex, decltype(&Clp_deleteModel)> model_;
};

std::set<UnbalancedCycle> unbalanced_triangles(const SignedGraph& graph) {
  std::set<UnbalancedCycle> found;
  for_each_triangle(graph, [&](int e, int f, int g) {
    if (!is_unbalanced(graph, e, f, g)) return;
    UnbalancedCycle cycle = {e, f, g};
    std::sort(cycle.begin(), cycle.end());
    found.insert(std::move(cycle));
  });
  return found;
}

}  // namespace

Relaxation relax(const SignedGraph& graph, Deadline deadline) {
  Relaxation relaxation;
  relaxation.against.assign(graph.edges.size(), 0);
  CyclesProgram program(graph);
  std::set<UnbalancedCycle> cycles = unbalanced_triangles(graph);
  do {
    program.add(cycles);
    relaxation.cycles.insert(relaxation.cycles.end(), cycles.begin(), cycles.end());
    if (!program.solve(deadline)) break;
    relaxation.bound = program.value();
    relaxation.against.assign(program.against(), program.against() + graph.edges.size());
    cycles = program.violated(deadline);
  } while (!cycles.empty());
  return relaxation;
}

Camps rounded_camps(const SignedGraph& graph, const std::vector<double>& against) {
  Camps camps(graph.names.size(), 2);
  using Step = std::pair<double, std::pair<int, int>>;  // how much against, edge, node
  std::priority_queue<Step, std::vector<Step>, std::greater<>> queue;
  const auto settle = [&](int node, uint8_t camp) {
    camps[node] = camp;
    for (const auto& next : graph.neighbours[node]) {
      const double share = std::min(against[next.edge], 1 - against[next.edge]);
      queue.push({share, {next.edge, next.node}});
    }
  };
  settle(0, 0);
  while (!queue.empty()) {
    const auto [edge, node] = queue.top().second;
    queue.pop();
    if (camps[node] != 2) continue;
    const int from = graph.edges[edge].a == node ? graph.edges[edge].b : graph.edges[edge].a;
    const bool crosses = graph.edges[edge].negative != (against[edge] > 0.5);
    settle(node, camps[from] ^ static_cast<uint8_t>(crosses));
  }
  return camps;
}

}  // namespace entente
