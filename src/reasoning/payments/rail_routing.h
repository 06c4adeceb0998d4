// Demands over a network of rails by minimum-cost flow. Inside reasoning.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "reasoning/payments/rail_network.h"

namespace entente {

/// The rails that are there at a time: systems and edges that may carry payments.
struct RailNetwork {
  std::vector<PaymentSystem> systems;
  std::vector<RailEdge> edges;
  std::set<std::string> transit;
  double day_cost = 0;
};

/// "SPFS - SEPAM".
std::string edge_name(const RailEdge& edge);
bool serves(const PaymentSystem& system, const std::string& use);

RailState route(const RailNetwork& network, const std::vector<RailDemand>& demands);
/// Systems that payments can get to from a country.
std::set<std::string> reached_from(const RailNetwork& network, const std::string& country, const std::string& use);
RailNetwork without_system(RailNetwork network, const std::string& id);
RailNetwork without_edge(RailNetwork network, size_t edge);

}  // namespace entente
