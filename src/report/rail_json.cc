#include "report/rail_json.h"

#include <nlohmann/json.hpp>

namespace entente {

namespace {

using Json = nlohmann::ordered_json;

Json state_json(const RailState& state) {
  Json out = {{"settled", state.settled}, {"cost", state.cost}, {"delay_days", state.delay}, {"flows", Json::array()}};
  for (const RailFlow& flow : state.flows) {
    Json one = {{"from", flow.demand.from},
                {"to", flow.demand.to},
                {"use", flow.demand.use},
                {"amount", flow.demand.amount},
                {"imputed", flow.demand.imputed},
                {"settled", flow.settled},
                {"cost", flow.cost},
                {"delay_days", flow.delay},
                {"routes", Json::array()}};
    for (const RailRoute& route : flow.routes) {
      one["routes"].push_back(
          {{"stops", route.stops}, {"share", route.share}, {"cost", route.cost}, {"delay_days", route.delay}});
    }
    out["flows"].push_back(std::move(one));
  }
  return out;
}

Json curve_json(const RailCurve& curve) {
  Json out = Json::array();
  for (size_t i = 0; i < curve.lost.size(); ++i)
    out.push_back({{"lost", curve.lost[i]}, {"settled", curve.settled[i]}});
  return out;
}

Json day_json(const SettlementDay& day) {
  return {{"value", day.value},
          {"settled", day.settled},
          {"settled_value", day.settled_value},
          {"offset_value", day.offset_value},
          {"mean_delay", day.mean_delay},
          {"liquidity_used", day.liquidity_used},
          {"turnover", day.turnover},
          {"optimal", day.optimal}};
}

Json effects_json(const RailEffects& effects) {
  Json out;
  out["before"] = state_json(effects.before);
  out["after"] = state_json(effects.after);
  out["critical"] = Json::array();
  for (const RailLoss& loss : effects.critical) {
    out["critical"].push_back(
        {{"rail", loss.rail}, {"system", loss.system}, {"settled", loss.settled}, {"cost", loss.cost}});
  }
  out["gains"] = Json::array();
  for (const RailGain& gain : effects.gains) {
    out["gains"].push_back({{"a", gain.a}, {"b", gain.b}, {"settled", gain.settled}, {"cost", gain.cost}});
  }
  out["curve_before"] = curve_json(effects.curve_before);
  out["curve_after"] = curve_json(effects.curve_after);
  out["used"] = Json::array();
  for (const RailEdge& edge : effects.used) {
    out["used"].push_back({{"a", edge.a},
                           {"b", edge.b},
                           {"what", edge.what},
                           {"status", edge.status},
                           {"since", edge.since},
                           {"assumed", edge.assumed},
                           {"source", edge.source}});
  }
  return out;
}

}  // namespace

std::string rail_json(const RailAnswer& answer) {
  Json out;
  out["title"] = answer.scenario.title;
  out["as_of"] = answer.scenario.as_of;
  out["count"] = answer.scenario.count;
  out["data"] = answer.data;
  out["changes"] = answer.changes;
  out["effects"] = answer.effects ? effects_json(*answer.effects) : Json();
  out["settlement"] = nullptr;
  if (answer.settlement) {
    Json closing = Json::object();
    for (size_t b = 0; b < answer.settlement->banks.size(); ++b) {
      closing[answer.settlement->banks[b].name] = answer.settlement->day.closing[b];
    }
    out["settlement"] = {{"payments", answer.settlement->payments},
                         {"day", day_json(answer.settlement->day)},
                         {"plain", day_json(answer.settlement->plain)},
                         {"closing", closing}};
  }
  return out.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace entente
