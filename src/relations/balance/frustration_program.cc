// Columns: the camps of the nodes, then the edges. An edge's variable is at least 1 where the camps contradict it, and
// the objective keeps it at 0 elsewhere, so only the camps need be integers.
#include "relations/balance/frustration_program.h"

#include <coin/Cbc_C_Interface.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace entente {
namespace {

constexpr double tolerance = 1e-6;

class Program {
 public:
  Program(const SignedGraph& graph, const std::vector<UnbalancedCycle>& cycles)
      : graph_(graph), model_(Cbc_newModel(), Cbc_deleteModel) {
    Cbc_setLogLevel(model_.get(), 0);
    Cbc_setParameter(model_.get(), "slogLevel", "0");
    add_columns();
    for (size_t i = 0; i < graph.edges.size(); ++i) add_edge(graph.edges[i], edge_column(static_cast<int>(i)));
    for (const UnbalancedCycle& cycle : cycles) add_cycle(cycle);
  }

  ProgramAnswer solve(Camps known, double seconds) {
    start_from(known);
    Cbc_setMaximumSeconds(model_.get(), seconds);
    Cbc_solve(model_.get());
    ProgramAnswer answer{std::move(known), rounded_up(graph_, Cbc_getBestPossibleObjValue(model_.get())), false};
    keep_better(answer.camps);
    const double cost = frustration(graph_, answer.camps);
    answer.optimal = Cbc_isProvenOptimal(model_.get()) != 0 || answer.at_least >= cost - tolerance;
    if (answer.optimal) answer.at_least = cost;
    return answer;
  }

 private:
  [[nodiscard]] int edge_column(int edge) const { return graph_.size() + edge; }

  void add_columns() {
    for (int node = 0; node < graph_.size(); ++node) {
      Cbc_addCol(model_.get(), "", 0, node == 0 ? 0 : 1, 0, 1, 0, nullptr, nullptr);
    }
    for (const auto& edge : graph_.edges) Cbc_addCol(model_.get(), "", 0, 1, edge.weight, 0, 0, nullptr, nullptr);
  }

  void at_least(const std::vector<int>& columns, const std::vector<double>& factors, double bound) {
    Cbc_addRow(model_.get(), "", static_cast<int>(columns.size()), columns.data(), factors.data(), 'G', bound);
  }

  void add_edge(const SignedGraph::Edge& edge, int column) {
    if (edge.negative) {  // both in camp 0, both in camp 1
      at_least({column, edge.a, edge.b}, {1, 1, 1}, 1);
      at_least({column, edge.a, edge.b}, {1, -1, -1}, -1);
    } else {
      at_least({column, edge.a, edge.b}, {1, 1, -1}, 0);
      at_least({column, edge.a, edge.b}, {1, -1, 1}, 0);
    }
  }

  void add_cycle(const UnbalancedCycle& cycle) {
    std::vector<int> columns;
    for (const int edge : cycle) columns.push_back(edge_column(edge));
    at_least(columns, std::vector<double>(columns.size(), 1), 1);
  }

  void start_from(const Camps& camps) {
    std::vector<int> columns;
    std::vector<double> values;
    for (int node = 0; node < graph_.size(); ++node) {
      columns.push_back(node);
      values.push_back(camps[node] ^ camps[0]);
    }
    for (size_t i = 0; i < graph_.edges.size(); ++i) {
      columns.push_back(edge_column(static_cast<int>(i)));
      values.push_back(is_against(graph_.edges[i], camps) ? 1 : 0);
    }
    Cbc_setMIPStartI(model_.get(), static_cast<int>(columns.size()), columns.data(), values.data());
  }

  void keep_better(Camps& camps) const {
    const double* values = Cbc_getColSolution(model_.get());
    if (values == nullptr) return;
    Camps found;
    for (int node = 0; node < graph_.size(); ++node) found.push_back(values[node] > 0.5 ? 1 : 0);
    if (frustration(graph_, found) < frustration(graph_, camps) - tolerance) camps = std::move(found);
  }

  const SignedGraph& graph_;
  std::unique_ptr<Cbc_Model, decltype(&Cbc_deleteModel)> model_;
};

}  // namespace

ProgramAnswer solve_frustration(const SignedGraph& graph, const std::vector<UnbalancedCycle>& cycles, Camps known,
                                double seconds) {
  return Program(graph, cycles).solve(std::move(known), seconds);
}

double rounded_up(const SignedGraph& graph, double bound) {
  const bool whole = std::all_of(graph.edges.begin(), graph.edges.end(),
                                 [](const auto& edge) { return edge.weight == std::floor(edge.weight); });
  return std::max(0.0, whole ? std::ceil(bound - tolerance) : bound);
}

}  // namespace entente
