// Mediation: who offers or does it, between whom, and who welcomes it.
#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "relations/evidence.h"

namespace entente {

namespace {

bool speaks_of_mediation(const Claim& claim) {
  return claim.about && to_lower(claim.about->text).find("mediat") != std::string::npos;
}

/// CAMEO 045 and 039, words of mediation, or an offer to talk with two sides at once; not what others expect.
bool mediates(const Claim& claim) {
  const bool own_word = claim.modality == Modality::asserted || claim.modality == Modality::offered ||
                        claim.modality == Modality::promised;
  if (!own_word || claim.source.empty()) return false;
  if (claim.cameo == "045" || claim.cameo == "039") return true;
  const bool talks = claim.type == ClaimType::consult || claim.type == ClaimType::agree;
  const bool two_sides = dyads(claim).size() >= 2 && claim.source.size() == 1;
  return talks && (speaks_of_mediation(claim) || (two_sides && claim.modality == Modality::offered));
}

void add_once(std::vector<ActorId>& actors, const ActorId& actor) {
  const auto place = std::lower_bound(actors.begin(), actors.end(), actor);
  if (place == actors.end() || *place != actor) actors.insert(place, actor);
}

using Voices = std::vector<ActorId> Mediation::*;

/// Where somebody's word on a mediation belongs: a stance welcomes or opposes it, an act takes or refuses it.
Voices voices_of(const Claim& claim) {
  switch (claim.type) {
    case ClaimType::support:
      return &Mediation::welcomed_by;
    case ClaimType::oppose:
      return &Mediation::opposed_by;
    case ClaimType::agree:
    case ClaimType::support_act:
    case ClaimType::concede:
      return &Mediation::accepted_by;
    case ClaimType::reject:
    case ClaimType::refused:
      return &Mediation::refused_by;
    default:
      return nullptr;
  }
}

void add_reaction(std::map<ActorId, Mediation>& all, const Claim& claim) {
  const Voices voices = voices_of(claim);
  const bool said = claim.modality == Modality::asserted || claim.modality == Modality::promised;
  if (voices == nullptr || !said || !speaks_of_mediation(claim)) return;
  for (const Dyad& dyad : dyads(claim)) {
    const auto found = all.find(dyad.to);
    if (found == all.end()) continue;
    add_once(found->second.*voices, dyad.from);
    add_ground(found->second.reactions, claim.id());
  }
}

}  // namespace

std::vector<Mediation> mediations(const std::vector<Claim>& claims) {
  std::map<ActorId, Mediation> all;
  for (const Claim& claim : claims) {
    if (!mediates(claim)) continue;
    for (const ActorId& source : claim.source) {
      const auto [place, fresh] = all.try_emplace(counted_as(source));
      Mediation& mediation = place->second;
      mediation.mediator = counted_as(source);
      mediation.offered = (fresh || mediation.offered) && claim.modality != Modality::asserted;
      add_ground(mediation.grounds, claim.id());
      for (const ActorId& party : claim.target) {
        if (counted_as(party) != mediation.mediator) add_once(mediation.parties, counted_as(party));
      }
    }
  }
  for (const Claim& claim : claims) add_reaction(all, claim);
  std::vector<Mediation> out;
  for (auto& [actor, mediation] : all) out.push_back(std::move(mediation));
  return out;
}

}  // namespace entente
