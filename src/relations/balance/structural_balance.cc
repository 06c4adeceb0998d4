// The frustration index part by part: quick bounds first, then the linear program, then the integer program where a gap
// is left.
#include <algorithm>
#include <chrono>

#include "relations/balance/frustration_bounds.h"
#include "relations/balance/frustration_program.h"
#include "relations/relations.h"

namespace entente {
namespace {

constexpr double equal = 1e-6;

double seconds_until(Deadline deadline) {
  return std::chrono::duration<double>(deadline - std::chrono::steady_clock::now()).count();
}

bool meets(const SignedGraph& part, const ProgramAnswer& answer) {
  return answer.at_least >= frustration(part, answer.camps) - equal;
}

void take_relaxation(const SignedGraph& part, const Relaxation& relaxed, ProgramAnswer& answer) {
  answer.at_least = std::max(answer.at_least, rounded_up(part, relaxed.bound));
  Camps camps = rounded_camps(part, relaxed.against);
  if (frustration(part, camps) < frustration(part, answer.camps)) answer.camps = std::move(camps);
  answer.optimal = meets(part, answer);
}

ProgramAnswer answer_for(const SignedGraph& part, Deadline deadline) {
  ProgramAnswer answer{searched_camps(part), packed_triangles(part), false};
  answer.optimal = meets(part, answer);
  if (answer.optimal || seconds_until(deadline) <= 0) return answer;
  const Relaxation relaxed = relax(part, deadline);
  take_relaxation(part, relaxed, answer);
  const double left = seconds_until(deadline);
  if (answer.optimal || left <= 0) return answer;
  ProgramAnswer better = solve_frustration(part, relaxed.cycles, std::move(answer.camps), left);
  better.at_least = std::max(better.at_least, answer.at_least);
  return better;
}

std::optional<double> triangle_index(const SignedGraph& graph) {
  size_t all = 0;
  size_t unbalanced = 0;
  for_each_triangle(graph, [&](int e, int f, int g) {
    ++all;
    unbalanced += is_unbalanced(graph, e, f, g) ? 1 : 0;
  });
  if (all == 0) return std::nullopt;
  return static_cast<double>(all - unbalanced) / static_cast<double>(all);
}

/// Camps of the whole network from those of its parts; the first of each part is in camp 0.
void place(Camps& whole, const Component& part, const Camps& camps) {
  for (size_t i = 0; i < camps.size(); ++i) whole[part.nodes[i]] = camps[i] ^ camps[0];
}

void describe_camps(StructuralBalance& balance, const SignedGraph& graph, const Camps& camps) {
  for (int node = 0; node < graph.size(); ++node) balance.camps[camps[node]].push_back(graph.names[node]);
  for (const auto& edge : graph.edges) {
    if (is_against(edge, camps)) balance.against.emplace_back(graph.names[edge.a], graph.names[edge.b]);
  }
}

}  // namespace

StructuralBalance structural_balance(const std::vector<SignedEdge>& edges, double seconds) {
  using std::chrono::duration;
  using Clock = std::chrono::steady_clock;
  const Deadline deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(duration<double>(seconds));
  const SignedGraph graph = signed_graph(edges);
  StructuralBalance balance;
  balance.actors = graph.names.size();
  balance.edges = graph.edges.size();
  balance.negative = static_cast<size_t>(
      std::count_if(graph.edges.begin(), graph.edges.end(), [](const auto& edge) { return edge.negative; }));
  balance.triangle_index = triangle_index(graph);
  balance.optimal = true;
  Camps camps(graph.names.size(), 0);
  for (const Component& part : components(graph)) {
    const ProgramAnswer answer = answer_for(part.graph, deadline);
    balance.at_least += answer.at_least;
    balance.optimal = balance.optimal && answer.optimal;
    place(camps, part, answer.camps);
  }
  balance.frustration = frustration(graph, camps);
  describe_camps(balance, graph, camps);
  return balance;
}

}  // namespace entente
