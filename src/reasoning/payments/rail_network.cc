// Scenarios of rails: the network before and after, what each rail is worth, and what one more would be.
#include "reasoning/payments/rail_network.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include "base/text.h"
#include "reasoning/payments/rail_routing.h"

namespace entente {

namespace {

constexpr size_t most_gains = 10;
constexpr size_t longest_route = 10;
constexpr double nothing = 1e-9;

class RailRun {
 public:
  RailRun(const RailTable& table, const RailScenario& scenario) : table_(table), scenario_(scenario) {}

  Result<RailEffects> run() {
    if (scenario_.demands.empty()) return Error{ErrorCode::usage, scenario_.path + ": there is nothing to be paid"};
    for (const RailDemand& demand : scenario_.demands) {
      if (!is_country(demand.from) || !is_country(demand.to)) {
        return Error{ErrorCode::input, scenario_.path + ": no bank of " +
                                           (is_country(demand.from) ? demand.to : demand.from) +
                                           " is on any payment system of the tables"};
      }
    }
    RailNetwork before = at_date(), after = before;
    for (const RailChange& change : scenario_.changes) {
      if (auto wrong = apply(change, after)) return *wrong;
    }
    RailEffects out;
    out.before = route(before, scenario_.demands);
    out.after = route(after, scenario_.demands);
    out.curve_before = curve(before);
    out.curve_after = curve(after);
    out.critical = critical(after, out.after);
    out.gains = gains(after, out.after);
    add_used(out, before, after);
    return out;
  }

 private:
  [[nodiscard]] bool is_system(const std::string& id) const {
    return std::any_of(table_.systems.begin(), table_.systems.end(), [&](const auto& s) { return s.id == id; });
  }
  [[nodiscard]] bool is_country(const std::string& id) const {
    return !is_system(id) && std::any_of(table_.edges.begin(), table_.edges.end(),
                                         [&](const RailEdge& e) { return e.a == id || e.b == id; });
  }

  [[nodiscard]] bool counts(const std::string& status, const std::string& since, const std::string& until) const {
    const bool carries = std::find(scenario_.count.begin(), scenario_.count.end(), status) != scenario_.count.end();
    const bool begun = since.empty() || since <= scenario_.as_of;
    const bool ended = !until.empty() && until <= scenario_.as_of;
    return carries && begun && !ended;
  }

  [[nodiscard]] RailNetwork at_date() const {
    RailNetwork out;
    out.day_cost = scenario_.day_cost;
    out.transit.insert(scenario_.transit.begin(), scenario_.transit.end());
    for (const PaymentSystem& system : table_.systems) {
      if (counts(system.status, system.since, "")) out.systems.push_back(system);
    }
    for (const RailEdge& edge : table_.edges) {
      if (counts(edge.status, edge.since, edge.until)) out.edges.push_back(edge);
    }
    return out;
  }

  [[nodiscard]] std::optional<Error> unknown(const RailChange& change, const std::string& name) const {
    if (is_system(name) || is_country(name)) return std::nullopt;
    std::vector<std::string> names;
    for (const PaymentSystem& system : table_.systems) names.push_back(system.id);
    return Error{ErrorCode::input, scenario_.path + ":" + std::to_string(change.line) + ": no '" + name +
                                       "' in the tables; the systems are " + join(names, ", ")};
  }

  std::optional<Error> apply(const RailChange& change, RailNetwork& network) const {
    if (auto wrong = unknown(change, change.a)) return wrong;
    if (change.kind != RailChange::Kind::lose) {
      if (auto wrong = unknown(change, change.b)) return wrong;
    }
    const auto joins = [&](const RailEdge& e) {
      return (e.a == change.a && e.b == change.b) || (e.a == change.b && e.b == change.a);
    };
    switch (change.kind) {
      case RailChange::Kind::lose:
        network = without_system(std::move(network), change.a);
        break;
      case RailChange::Kind::bar:
        std::erase_if(network.edges, joins);
        break;
      case RailChange::Kind::link:
        std::erase_if(network.edges, joins);  // the new one takes its place
        network.edges.push_back({change.a, change.b, "linked by the scenario", "live", "", "", change.reach,
                                 change.cost, change.delay, change.capacity, true, change.source});
        for (const std::string& end : {change.a, change.b}) bring_to_life(end, network);
        break;
    }
    return std::nullopt;
  }

  /// A system that is not live at the date, but is linked by the scenario.
  void bring_to_life(const std::string& id, RailNetwork& network) const {
    const auto there = [&](const PaymentSystem& s) { return s.id == id; };
    if (std::any_of(network.systems.begin(), network.systems.end(), there)) return;
    const auto told = std::find_if(table_.systems.begin(), table_.systems.end(), there);
    if (told != table_.systems.end()) network.systems.push_back(*told);
  }

  [[nodiscard]] RailCurve curve(RailNetwork network) const {
    RailCurve out{{"all rails"}, {route(network, scenario_.demands).settled}};
    while (out.settled.back() > nothing && out.lost.size() <= longest_route) {
      std::string worst;
      double least = 2;
      for (const std::string& id : systems_in_use(network)) {
        const double settled = route(without_system(network, id), scenario_.demands).settled;
        if (settled < least - nothing) least = settled, worst = id;
      }
      if (worst.empty()) break;
      network = without_system(std::move(network), worst);
      out.lost.push_back(worst);
      out.settled.push_back(least);
    }
    return out;
  }

  /// Only the loss of a system that carries something can change what settles.
  [[nodiscard]] std::set<std::string> systems_in_use(const RailNetwork& network) const {
    std::set<std::string> out;
    for (const RailFlow& flow : route(network, scenario_.demands).flows) {
      for (const RailRoute& route : flow.routes) {
        for (const std::string& stop : route.stops) {
          if (is_system(stop)) out.insert(stop);
        }
      }
    }
    return out;
  }

  [[nodiscard]] std::vector<RailLoss> critical(const RailNetwork& network, const RailState& whole) const {
    std::vector<RailLoss> out;
    const auto add = [&](const std::string& rail, bool system, const RailNetwork& rest) {
      const RailState left = route(rest, scenario_.demands);
      const bool matters = left.settled < whole.settled - nothing || std::abs(left.cost - whole.cost) > nothing ||
                           std::abs(left.delay - whole.delay) > nothing;
      if (matters) out.push_back({rail, system, left.settled, left.cost});
    };
    for (const PaymentSystem& system : network.systems) add(system.id, true, without_system(network, system.id));
    for (size_t e = 0; e < network.edges.size(); ++e) add(edge_name(network.edges[e]), false, without_edge(network, e));
    std::stable_sort(out.begin(), out.end(), [](const RailLoss& a, const RailLoss& b) {
      return std::tie(a.settled, b.cost, b.system) < std::tie(b.settled, a.cost, a.system);
    });
    return out;
  }

  /// A new link must join what one side reaches with what the other does.
  [[nodiscard]] std::vector<RailGain> gains(const RailNetwork& network, const RailState& whole) const {
    std::set<std::pair<std::string, std::string>> candidates;
    for (const RailDemand& demand : scenario_.demands) {
      const auto from = reached_from(network, demand.from, demand.use),
                 to = reached_from(network, demand.to, demand.use);
      for (const std::string& a : from) {
        for (const std::string& b : to) {
          if (a != b) candidates.emplace(std::min(a, b), std::max(a, b));
        }
      }
    }
    for (const RailEdge& edge : network.edges) {
      candidates.erase({std::min(edge.a, edge.b), std::max(edge.a, edge.b)});
    }
    std::vector<RailGain> out;
    for (const auto& [a, b] : candidates) {
      RailNetwork more = network;
      RailEdge link = scenario_.new_link;
      link.a = a, link.b = b;
      more.edges.push_back(link);
      const RailState state = route(more, scenario_.demands);
      const bool gains = state.settled > whole.settled + nothing ||
                         (state.settled > whole.settled - nothing && state.cost < whole.cost - nothing);
      if (gains) out.push_back({a, b, state.settled, state.cost});
    }
    std::stable_sort(out.begin(), out.end(), [](const RailGain& a, const RailGain& b) {
      return std::tie(b.settled, a.cost) < std::tie(a.settled, b.cost);
    });
    if (out.size() > most_gains) out.resize(most_gains);
    return out;
  }

  static void add_used(RailEffects& out, const RailNetwork& before, const RailNetwork& after) {
    std::set<std::pair<std::string, std::string>> hops;
    for (const RailState* state : {&out.before, &out.after}) {
      for (const RailFlow& flow : state->flows) {
        for (const RailRoute& route : flow.routes) {
          for (size_t s = 0; s + 1 < route.stops.size(); ++s) {
            hops.emplace(std::minmax(route.stops[s], route.stops[s + 1]));
          }
        }
      }
    }
    for (const RailNetwork* network : {&after, &before}) {
      for (const RailEdge& edge : network->edges) {
        if (hops.erase(std::minmax(edge.a, edge.b)) > 0) out.used.push_back(edge);
      }
    }
  }

  const RailTable& table_;
  const RailScenario& scenario_;
};

}  // namespace

Result<RailEffects> run_rails(const RailTable& table, const RailScenario& scenario) {
  return RailRun(table, scenario).run();
}

}  // namespace entente
