// One network simplex a demand. Amounts are whole dollars a day, costs whole millionths, so that every machine finds
// the same flow.
#include "reasoning/payments/rail_routing.h"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace entente {

namespace {

using Graph = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<Graph, int64_t, int64_t>;

constexpr double millionths = 1e6;
constexpr int64_t unsettled_cost = int64_t{1} << 40;  // dearer than any way there is
constexpr double dollars_a_day = 1e6 / 365;           // of a million a year

/// A direction of an edge in the graph.
struct Way {
  size_t edge = 0;
  bool forward = true;
};

/// One demand's graph: stops it may pass, arcs that may carry it.
class DemandGraph {
 public:
  DemandGraph(const RailNetwork& network, const RailDemand& demand, const std::vector<int64_t>& left)
      : network_(network), demand_(demand) {
    amount_ = std::max<int64_t>(1, std::llround(demand.amount * dollars_a_day));
    add_stop(demand.from);
    add_stop(demand.to);
    for (const PaymentSystem& system : network.systems) {
      if (serves(system, demand.use)) add_stop(system.id);
    }
    for (const std::string& country : network.transit) add_stop(country);
    for (size_t e = 0; e < network.edges.size(); ++e) add_edge(e, left);
  }

  RailFlow solve(std::vector<int64_t>& left) {
    const Graph::Arc unsettled = graph_.addArc(stops_.at(demand_.from), stops_.at(demand_.to));
    Graph::ArcMap<int64_t> capacity(graph_, 0), cost(graph_, 0);
    Graph::NodeMap<int64_t> supply(graph_, 0);
    for (size_t a = 0; a < arcs_.size(); ++a) {
      capacity[arcs_[a]] = capacity_[a];
      cost[arcs_[a]] = weight(network_.edges[ways_[a].edge]);
    }
    capacity[unsettled] = amount_;
    cost[unsettled] = unsettled_cost;
    supply[stops_.at(demand_.from)] = amount_;
    supply[stops_.at(demand_.to)] = -amount_;
    Simplex simplex(graph_);
    simplex.upperMap(capacity).costMap(cost).supplyMap(supply).run();
    carried_.clear();
    for (const Graph::Arc arc : arcs_) carried_.push_back(simplex.flow(arc));
    for (size_t a = 0; a < arcs_.size(); ++a) {
      if (left[ways_[a].edge * 2 + (ways_[a].forward ? 0 : 1)] >= 0) {
        left[ways_[a].edge * 2 + (ways_[a].forward ? 0 : 1)] -= carried_[a];
      }
    }
    return described();
  }

 private:
  void add_stop(const std::string& name) {
    if (!stops_.contains(name)) {
      stops_.emplace(name, graph_.addNode());
      names_.push_back(name);
    }
  }

  void add_edge(size_t e, const std::vector<int64_t>& left) {
    const RailEdge& edge = network_.edges[e];
    if (!stops_.contains(edge.a) || !stops_.contains(edge.b)) return;
    for (const bool forward : {true, false}) {
      const std::string &from = forward ? edge.a : edge.b, &to = forward ? edge.b : edge.a;
      if (from == demand_.to || to == demand_.from) continue;
      int64_t most = std::llround(static_cast<double>(amount_) * edge.reach);
      const int64_t rest = left[e * 2 + (forward ? 0 : 1)];
      if (rest >= 0) most = std::min(most, rest);
      if (most <= 0) continue;
      arcs_.push_back(graph_.addArc(stops_.at(from), stops_.at(to)));
      ways_.push_back({e, forward});
      capacity_.push_back(most);
    }
  }

  /// 1 is added so that nothing goes in circles for free.
  [[nodiscard]] int64_t weight(const RailEdge& edge) const {
    return 1 + std::llround(millionths * (edge.cost + network_.day_cost * edge.delay));
  }

  [[nodiscard]] const std::string& from_of(size_t a) const {
    const RailEdge& edge = network_.edges[ways_[a].edge];
    return ways_[a].forward ? edge.a : edge.b;
  }
  [[nodiscard]] const std::string& to_of(size_t a) const {
    const RailEdge& edge = network_.edges[ways_[a].edge];
    return ways_[a].forward ? edge.b : edge.a;
  }

  /// The flow taken apart into ways from the one country to the other.
  RailFlow described() {
    RailFlow out;
    out.demand = demand_;
    int64_t settled = 0;
    double cost = 0, delay = 0;
    for (;;) {
      const std::vector<size_t> way = one_way();
      if (way.empty()) break;
      int64_t least = amount_;
      for (const size_t a : way) least = std::min(least, carried_[a]);
      RailRoute route;
      route.stops.push_back(demand_.from);
      for (const size_t a : way) {
        carried_[a] -= least;
        route.stops.push_back(to_of(a));
        route.cost += network_.edges[ways_[a].edge].cost;
        route.delay += network_.edges[ways_[a].edge].delay;
      }
      route.share = static_cast<double>(least) / static_cast<double>(amount_);
      settled += least;
      cost += static_cast<double>(least) * route.cost;
      delay += static_cast<double>(least) * route.delay;
      out.routes.push_back(std::move(route));
    }
    out.settled = static_cast<double>(settled) / static_cast<double>(amount_);
    if (settled > 0) out.cost = cost / static_cast<double>(settled), out.delay = delay / static_cast<double>(settled);
    std::stable_sort(out.routes.begin(), out.routes.end(),
                     [](const RailRoute& a, const RailRoute& b) { return a.share > b.share; });
    return out;
  }

  [[nodiscard]] std::vector<size_t> one_way() const {
    std::vector<size_t> way;
    std::string at = demand_.from;
    while (at != demand_.to) {
      size_t next = arcs_.size();
      for (size_t a = 0; a < arcs_.size() && next == arcs_.size(); ++a) {
        if (carried_[a] > 0 && from_of(a) == at) next = a;
      }
      if (next == arcs_.size() || way.size() > names_.size()) return {};
      way.push_back(next);
      at = to_of(next);
    }
    return way;
  }

  const RailNetwork& network_;
  const RailDemand& demand_;
  int64_t amount_ = 0;
  Graph graph_;
  std::map<std::string, Graph::Node> stops_;
  std::vector<std::string> names_;
  std::vector<Graph::Arc> arcs_;
  std::vector<Way> ways_;
  std::vector<int64_t> capacity_, carried_;
};

}  // namespace

std::string edge_name(const RailEdge& edge) {
  return edge.a + " - " + edge.b;
}

bool serves(const PaymentSystem& system, const std::string& use) {
  return system.use == "both" || system.use == use;
}

RailState route(const RailNetwork& network, const std::vector<RailDemand>& demands) {
  RailState out;
  std::vector<int64_t> left;  // by edge and direction; below 0: without a limit
  for (const RailEdge& edge : network.edges) {
    const int64_t most = edge.capacity > 0 ? std::llround(edge.capacity * 1e6) : -1;
    left.push_back(most), left.push_back(most);
  }
  double amount = 0, settled = 0, cost = 0, delay = 0;
  for (const RailDemand& demand : demands) {
    RailFlow flow = DemandGraph(network, demand, left).solve(left);
    amount += demand.amount;
    settled += demand.amount * flow.settled;
    cost += demand.amount * flow.settled * flow.cost;
    delay += demand.amount * flow.settled * flow.delay;
    out.flows.push_back(std::move(flow));
  }
  if (amount > 0) out.settled = settled / amount;
  if (settled > 0) out.cost = cost / settled, out.delay = delay / settled;
  return out;
}

std::set<std::string> reached_from(const RailNetwork& network, const std::string& country, const std::string& use) {
  std::set<std::string> allowed;
  for (const PaymentSystem& system : network.systems) {
    if (serves(system, use)) allowed.insert(system.id);
  }
  std::set<std::string> found{country};
  for (bool grown = true; grown;) {
    grown = false;
    for (const RailEdge& edge : network.edges) {
      for (const auto& [from, to] : {std::pair(edge.a, edge.b), std::pair(edge.b, edge.a)}) {
        if (!found.contains(from) || found.contains(to)) continue;
        if (!allowed.contains(to) && !network.transit.contains(to)) continue;
        found.insert(to);
        grown = true;
      }
    }
  }
  std::erase_if(found, [&](const std::string& name) { return !allowed.contains(name); });
  return found;
}

RailNetwork without_system(RailNetwork network, const std::string& id) {
  std::erase_if(network.systems, [&](const PaymentSystem& system) { return system.id == id; });
  std::erase_if(network.edges, [&](const RailEdge& edge) { return edge.a == id || edge.b == id; });
  return network;
}

RailNetwork without_edge(RailNetwork network, size_t edge) {
  network.edges.erase(network.edges.begin() + static_cast<std::ptrdiff_t>(edge));
  return network;
}

}  // namespace entente
