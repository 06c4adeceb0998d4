// Flows: who gives what to whom, and how even the exchange of a pair is.
#include <algorithm>
#include <map>
#include <tuple>

#include "relations/evidence.h"

namespace entente {

namespace {

/// Joint work flows only where something is named that goes over; a denied or open act brings nothing.
bool is_flow(const Claim& claim) {
  if (weight_of(claim.modality) == 0) return false;
  if (claim.type == ClaimType::cooperate) return !claim.good.empty();
  return claim.type == ClaimType::aid || claim.type == ClaimType::supplier || claim.type == ClaimType::investor;
}

using FlowKey = std::tuple<Dyad, Domain, std::string, Modality, Date, std::optional<double>, std::string>;

FlowKey key_of(const Dyad& dyad, const Claim& claim) {
  const bool invests = claim.type == ClaimType::investor && claim.good.empty();
  return {dyad,         claim.domain, invests ? "investment" : claim.good, claim.modality, claim.when,
          claim.amount, claim.unit};
}

Flow flow_of(const FlowKey& key) {
  const auto& [dyad, domain, good, modality, during, amount, unit] = key;
  return {dyad.from, dyad.to, good, domain, amount, unit, during, modality, {}};
}

/// What a flow counts in the balance of an exchange: once said fully, each further saying less.
double size_of(const std::vector<Flow>& flows) {
  double sum = 0;
  for (const Flow& flow : flows) sum += weight_of(flow.modality) * repeated_weight(flow.grounds.size());
  return sum;
}

Exchange& exchange_of(std::map<Dyad, Exchange>& all, const Dyad& dyad) {
  const Dyad pair = unordered(dyad);
  Exchange& exchange = all[pair];
  exchange.pair = pair;
  return exchange;
}

void add_need(std::map<Dyad, Exchange>& all, const Claim& claim) {
  if (claim.type != ClaimType::dependence || weight_of(claim.modality) == 0) return;
  for (const Dyad& dyad : dyads(claim)) {
    Exchange& exchange = exchange_of(all, dyad);
    add_ground(dyad.from == exchange.pair.from ? exchange.from_needs : exchange.to_needs, claim.id());
  }
}

}  // namespace

std::vector<Flow> flows(const std::vector<Claim>& claims) {
  std::map<FlowKey, Flow> merged;
  for (const Claim& claim : claims) {
    if (!is_flow(claim)) continue;
    for (const Dyad& dyad : dyads(claim)) {
      const FlowKey key = key_of(dyad, claim);
      add_ground(merged.try_emplace(key, flow_of(key)).first->second.grounds, claim.id());
    }
  }
  std::vector<Flow> out;
  for (auto& [key, flow] : merged) out.push_back(std::move(flow));
  return out;
}

std::vector<Exchange> exchanges(const std::vector<Claim>& claims) {
  std::map<Dyad, Exchange> all;
  for (Flow& flow : flows(claims)) {
    Exchange& exchange = exchange_of(all, {flow.from, flow.to});
    (flow.from == exchange.pair.from ? exchange.forth : exchange.back).push_back(std::move(flow));
  }
  for (const Claim& claim : claims) add_need(all, claim);
  std::vector<Exchange> out;
  for (auto& [pair, exchange] : all) {
    const double forth = size_of(exchange.forth);
    const double back = size_of(exchange.back);
    if (forth + back > 0) exchange.asymmetry = (forth - back) / (forth + back);
    out.push_back(std::move(exchange));
  }
  return out;
}

}  // namespace entente
