// Dependence: what an actor gets from another, what it gets of the same from elsewhere, and how hard that is to
// replace.
#include "relations/dependence.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "relations/evidence.h"
#include "relations/relations.h"

namespace entente {

namespace {

constexpr double unseen_supplier = 0.5;  // weight of suppliers nobody told of, in flows said once
constexpr double said_once = 0.5;        // how far one sure claim of dependence goes by itself
constexpr double smallest_need = 0.005;  // below it nothing is told

struct Hardness {
  std::string_view good;
  double hard;
};

/// How hard it is to find another supplier. Few make reactors or modern aircraft and changing over takes years; grain
/// and money come from many. The order is common knowledge of trade in these goods; the figures are ours.
constexpr std::array goods = {
    Hardness{"reactors", 0.9},
    Hardness{"nuclear-fuel", 0.8},
    Hardness{"nuclear-technology", 0.9},
    Hardness{"advanced-jets", 0.8},
    Hardness{"advanced-air-defence", 0.8},
    Hardness{"advanced-weapons", 0.8},
    Hardness{"fighter-jets", 0.7},
    Hardness{"air-defence", 0.7},
    Hardness{"submarines", 0.8},
    Hardness{"ships", 0.6},
    Hardness{"missiles", 0.6},
    Hardness{"radars", 0.6},
    Hardness{"helicopters", 0.6},
    Hardness{"armour", 0.5},
    Hardness{"drones", 0.5},
    Hardness{"artillery", 0.5},
    Hardness{"arms", 0.5},
    Hardness{"military-aid", 0.5},
    Hardness{"ammunition", 0.4},
    Hardness{"small-arms", 0.2},
    Hardness{"chips", 0.8},
    Hardness{"components", 0.6},
    Hardness{"space-launch", 0.7},
    Hardness{"gas", 0.6},
    Hardness{"pipelines", 0.7},
    Hardness{"lng", 0.4},
    Hardness{"electricity", 0.6},
    Hardness{"oil", 0.3},
    Hardness{"fuel", 0.3},
    Hardness{"coal", 0.2},
    Hardness{"money", 0.3},
    Hardness{"loans", 0.4},
    Hardness{"grants", 0.4},
    Hardness{"investment", 0.4},
    Hardness{"economic-aid", 0.4},
    Hardness{"payment-systems", 0.6},
    Hardness{"food", 0.3},
    Hardness{"medicine", 0.4},
    Hardness{"vaccines", 0.5},
    Hardness{"aid", 0.3},
};

double hardness_of_domain(Domain domain) {
  switch (domain) {
    case Domain::nuclear:
      return 0.8;
    case Domain::military:
    case Domain::energy:
      return 0.5;
    default:
      return 0.3;
  }
}

/// Flows of one good to one receiver that are measured alike: their sizes can be added.
struct Alike {
  std::map<ActorId, double> by_supplier;
  double times = 0;  // how much is said of it, in flows said once
};

/// What one receiver gets of one good in a domain.
struct Intake {
  std::map<std::string, Alike> by_unit;  // flows without an amount under ""
  std::map<ActorId, std::vector<ClaimId>> grounds;

  [[nodiscard]] double times() const {
    double sum = 0;
    for (const auto& [unit, alike] : by_unit) sum += alike.times;
    return sum;
  }
};

using Key = std::tuple<ActorId, Domain, std::string>;  // receiver, domain, good
using Intakes = std::map<Key, Intake>;

void add(const Flow& flow, Intakes& all) {
  const double times = weight_of(flow.modality) * repeated_weight(flow.grounds.size());
  Intake& intake = all[{flow.to, flow.domain, flow.good}];
  Alike& alike = intake.by_unit[flow.amount ? (flow.unit.empty() ? "items" : flow.unit) : ""];
  alike.by_supplier[flow.from] += flow.amount ? *flow.amount * weight_of(flow.modality) : times;
  alike.times += times;
  for (const ClaimId& id : flow.grounds) add_ground(intake.grounds[flow.from], id);
}

/// The supplier's share, each unit by itself, weighed by how much is said in it; one unseen supplier is always assumed.
double share_of(const Intake& intake, const ActorId& supplier) {
  double weighed = 0;
  for (const auto& [unit, alike] : intake.by_unit) {
    const auto own = alike.by_supplier.find(supplier);
    double sum = 0;
    for (const auto& [who, size] : alike.by_supplier) sum += size;
    if (own == alike.by_supplier.end() || sum <= 0) continue;
    weighed += own->second / sum * alike.times;
  }
  return weighed / (intake.times() + unseen_supplier);
}

/// All that a pair's member gets from the other, with what is said of its need.
class NeedBuilder {
 public:
  void supply(const std::string& good, Domain domain, const Intake& intake, const ActorId& supplier) {
    need_.supplies.push_back(
        {good, share_of(intake, supplier), hard_to_replace(good, domain), intake.grounds.size() - 1, intake.times()});
    for (const ClaimId& id : intake.grounds.at(supplier)) add_ground(need_.grounds, id);
  }

  void said(const Claim& claim) {
    doubts_.push_back(said_once * claim.confidence() * weight_of(claim.modality));
    add_ground(need_.grounds, claim.id());
  }

  /// `intake`: all that the receiver gets in the domain, of which each good is a part.
  Need build(double intake) {
    for (Supply& supply : need_.supplies) {
      supply.weight /= intake;
      need_.from_flows += supply.weight * supply.share * supply.hard;
    }
    std::stable_sort(need_.supplies.begin(), need_.supplies.end(),
                     [](const Supply& a, const Supply& b) { return a.weight > b.weight; });
    std::sort(doubts_.rbegin(), doubts_.rend());
    double doubt = 1;
    for (size_t k = 0; k < doubts_.size(); ++k) doubt *= 1 - doubts_[k] / static_cast<double>(k + 1);
    need_.from_claims = 1 - doubt;
    need_.total = 1 - (1 - need_.from_flows) * (1 - need_.from_claims);
    return std::move(need_);
  }

 private:
  Need need_;
  std::vector<double> doubts_;
};

using Place = std::pair<Dyad, Domain>;  // who needs whom, in what

std::map<Place, NeedBuilder> builders_of(const Intakes& intakes, const std::vector<Claim>& claims) {
  std::map<Place, NeedBuilder> out;
  for (const auto& [key, intake] : intakes) {
    const auto& [receiver, domain, good] = key;
    for (const auto& [supplier, ids] : intake.grounds) {
      out[{{receiver, supplier}, domain}].supply(good, domain, intake, supplier);
    }
  }
  std::set<ClaimId> seen;
  for (const Claim& claim : claims) {
    if (claim.type != ClaimType::dependence || weight_of(claim.modality) == 0) continue;
    if (!seen.insert(claim.id()).second) continue;
    for (const Dyad& dyad : dyads(claim)) out[{dyad, claim.domain}].said(claim);
  }
  return out;
}

std::map<std::pair<ActorId, Domain>, double> totals_of(const Intakes& intakes) {
  std::map<std::pair<ActorId, Domain>, double> out;
  for (const auto& [key, intake] : intakes) out[{std::get<0>(key), std::get<1>(key)}] += intake.times();
  return out;
}

}  // namespace

double hard_to_replace(const std::string& good, Domain domain) {
  const auto found = std::find_if(goods.begin(), goods.end(), [&](const Hardness& h) { return h.good == good; });
  return found == goods.end() ? hardness_of_domain(domain) : found->hard;
}

std::vector<Dependence> dependences(const std::vector<Claim>& claims) {
  Intakes intakes;
  for (const Flow& flow : flows(claims)) add(flow, intakes);
  const auto totals = totals_of(intakes);
  std::map<Place, Dependence> all;
  for (auto& [place, builder] : builders_of(intakes, claims)) {
    const auto& [dyad, domain] = place;
    Dependence& both = all[{unordered(dyad), domain}];
    both.pair = unordered(dyad);
    both.domain = domain;
    const auto total = totals.find({dyad.from, domain});
    (dyad.from == both.pair.from ? both.from_needs : both.to_needs) =
        builder.build(total == totals.end() ? 1 : total->second);
  }
  std::vector<Dependence> out;
  for (auto& [place, both] : all) {
    if (std::max(both.from_needs.total, both.to_needs.total) >= smallest_need) out.push_back(std::move(both));
  }
  return out;
}

}  // namespace entente
