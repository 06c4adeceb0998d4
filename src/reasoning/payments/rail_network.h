// What payments between countries can settle, by which rails, at what cost and delay; and what a change does to that.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "domain/rails.h"

namespace entente {

/// One way that part of a demand takes.
struct RailRoute {
  std::vector<std::string> stops;  // from the one country to the other
  double share = 0;                // of the demand
  double cost = 0;                 // of the value
  double delay = 0;                // days
};

struct RailFlow {
  RailDemand demand;
  double settled = 0;             // share of the demand
  double cost = 0;                // of what settles, on average
  double delay = 0;               // days, likewise
  std::vector<RailRoute> routes;  // larger ones first
};

struct RailState {
  std::vector<RailFlow> flows;  // in the order of the demands
  double settled = 0;           // of all demand, by value
  double cost = 0;
  double delay = 0;
};

/// What remains when one rail is lost: a system with all its links, or one link ("SPFS - SEPAM").
struct RailLoss {
  std::string rail;
  bool system = false;
  double settled = 0;
  double cost = 0;
};

/// What one more link between two systems would bring.
struct RailGain {
  std::string a;
  std::string b;
  double settled = 0;
  double cost = 0;
};

/// Systems lost one after the other, each time the one whose loss takes most; the first step is the whole network.
struct RailCurve {
  std::vector<std::string> lost;  // "all rails", then systems
  std::vector<double> settled;
};

struct RailEffects {
  RailState before, after;
  std::vector<RailLoss> critical;  // after the change, worst first; those whose loss changes anything
  std::vector<RailGain> gains;     // after the change, best first; ten at most
  RailCurve curve_before, curve_after;
  std::vector<RailEdge> used;  // edges that carry something, before or after
};

/// Routes every demand by minimum-cost flow (network simplex): the share that can settle is as large as reach and
/// capacity let it be, and of all ways to settle it the one of least cost + day_cost x delay is taken. Demands come
/// one after the other in their order and leave to the next what capacity they do not use. Links count from `since`
/// until `until` where their status is among those counted; systems serve `bank` demand (trade) or `retail` or both.
/// Critical rails are found by removing each, the value of a link by adding each.
/// Errors: input, with the scenario's line (a system or country that the tables do not have), usage (no demand).
Result<RailEffects> run_rails(const RailTable& table, const RailScenario& scenario);

}  // namespace entente
