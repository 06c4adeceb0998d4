#include "engine/ended_ties.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <tuple>

#include "relations/relations.h"

namespace entente {

namespace {

/// What is the same about a tie when it is told of and when it is denied.
using Tie = std::tuple<Dyad, ClaimType, Domain, std::string>;

Tie tie_of(const Dyad& dyad, const Claim& claim) {
  return {is_undirected_tie(claim.type) ? unordered(dyad) : dyad, claim.type, claim.domain, claim.good};
}

/// The last day on which each tie was denied.
std::map<Tie, Date> ends_of(const std::vector<Claim>& claims) {
  std::map<Tie, Date> out;
  for (const Claim& claim : claims) {
    if (claim.kind() != ClaimKind::tie || claim.modality != Modality::denied || !claim.when.known()) continue;
    for (const Dyad& dyad : dyads(claim)) {
      Date& last = out[tie_of(dyad, claim)];
      if (!last.known() || first_day(claim.when) > first_day(last)) last = claim.when;
    }
  }
  return out;
}

bool has_ended(const Claim& claim, const std::map<Tie, Date>& ends) {
  if (claim.kind() != ClaimKind::tie || claim.modality == Modality::denied) return false;
  const std::vector<Dyad> pairs = dyads(claim);
  return !pairs.empty() && std::all_of(pairs.begin(), pairs.end(), [&](const Dyad& dyad) {
    const auto end = ends.find(tie_of(dyad, claim));
    return end != ends.end() && clearly_before(claim.when, end->second);
  });
}

}  // namespace

std::vector<Claim> without_ended_ties(const std::vector<Claim>& claims) {
  const std::map<Tie, Date> ends = ends_of(claims);
  if (ends.empty()) return claims;
  std::vector<Claim> out;
  std::copy_if(claims.begin(), claims.end(), std::back_inserter(out),
               [&](const Claim& claim) { return !has_ended(claim, ends); });
  return out;
}

}  // namespace entente
