#include "engine/pair_claims.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "engine/ended_ties.h"

namespace entente {

namespace {

constexpr size_t most_near = 10;

bool among(const std::vector<ActorId>& ids, const ActorId& who) {
  return std::any_of(ids.begin(), ids.end(), [&](const ActorId& id) { return id == who || counted_as(id) == who; });
}

bool concerns_both(const Claim& claim, const Dyad& pair) {
  const auto in = [&](const ActorId& who) {
    return among(claim.source, who) || among(claim.target, who) || (claim.about && among(claim.about->actors, who));
  };
  return in(pair.from) && in(pair.to);
}

std::vector<ActorId> parties(const Claim& claim) {
  std::vector<ActorId> out = claim.source;
  out.insert(out.end(), claim.target.begin(), claim.target.end());
  if (claim.about) out.insert(out.end(), claim.about->actors.begin(), claim.about->actors.end());
  return out;
}

/// Support that one of the pair keeps from the other, or may: only then is looked at what it gave to others.
bool keeps_back(const Claim& claim) {
  return claim.kind() == ClaimKind::limit || claim.kind() == ClaimKind::outlook || claim.kind() == ClaimKind::question;
}

/// Those whom one of the pair gives something, or may.
std::set<ActorId> supported(const std::vector<Claim>& claims, const Dyad& pair) {
  std::set<ActorId> out;
  for (const Claim& claim : claims) {
    if (is_conflict(quad_of(claim.type))) continue;
    for (const Dyad& dyad : dyads(claim)) {
      if (dyad.from == pair.from || dyad.from == pair.to) out.insert(dyad.to);
      if (claim.kind() == ClaimKind::tie && (dyad.to == pair.from || dyad.to == pair.to)) out.insert(dyad.from);
    }
  }
  out.erase(pair.from);
  out.erase(pair.to);
  return out;
}

/// Third parties to the red lines that concern both.
std::set<ActorId> line_parties(const std::vector<Claim>& claims, const Dyad& pair) {
  std::set<ActorId> out;
  for (const Claim& claim : claims) {
    if (claim.kind() != ClaimKind::redline || !concerns_both(claim, pair)) continue;
    for (const ActorId& id : parties(claim)) out.insert(counted_as(id));
  }
  out.erase(pair.from);
  out.erase(pair.to);
  return out;
}

/// Adds what the ledger lists, if anything is asked for.
Result<void> add(Ledger& ledger, const ClaimFilter& filter, std::vector<Claim>& claims) {
  if (filter.any_of.empty() && filter.two_of.empty()) return {};
  Result<std::vector<Claim>> more = ledger.claims(filter);
  if (!more) return more.error();
  claims.insert(claims.end(), std::make_move_iterator(more->begin()), std::make_move_iterator(more->end()));
  return {};
}

}  // namespace

std::vector<ActorId> nearest_to(const Dyad& pair, const std::vector<PairStanding>& standings) {
  std::map<ActorId, size_t> counts;
  for (const PairStanding& s : standings) {
    const bool of_from = s.pair.from == pair.from || s.pair.from == pair.to;
    const bool of_to = s.pair.to == pair.from || s.pair.to == pair.to;
    if (of_from != of_to) counts[of_from ? s.pair.to : s.pair.from] += s.grounds.size();
  }
  std::vector<std::pair<ActorId, size_t>> ranked(counts.begin(), counts.end());
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<ActorId> out;
  for (size_t i = 0; i < std::min(most_near, ranked.size()); ++i) out.push_back(ranked[i].first);
  return out;
}

Result<std::vector<Claim>> claims_for_pair(Ledger& ledger, const Dyad& pair, LedgerMark as_of) {
  ClaimFilter filter;
  filter.as_of = as_of;
  filter.any_of = {pair.from, pair.to};
  filter.in_order = false;
  Result<std::vector<Claim>> claims = ledger.claims(filter);
  if (!claims) return claims;
  ClaimFilter near, attacks, lines;
  near.as_of = attacks.as_of = lines.as_of = as_of;
  near.in_order = attacks.in_order = lines.in_order = false;
  near.two_of = nearest_to(pair, pair_standings(without_ended_ties(*claims)));
  const bool limited = std::any_of(claims->begin(), claims->end(),
                                   [&](const Claim& c) { return keeps_back(c) && concerns_both(c, pair); });
  if (limited) {
    const std::set<ActorId> receivers = supported(*claims, pair);
    attacks.any_of.assign(receivers.begin(), receivers.end());
    attacks.type = std::string(name_of(ClaimType::assault));
  }
  const std::set<ActorId> others = line_parties(*claims, pair);
  lines.any_of.assign(others.begin(), others.end());
  lines.kind = ClaimKind::event;
  for (const ClaimFilter* more : {&near, &attacks, &lines}) {
    if (Result<void> added = add(ledger, *more, *claims); !added) return added.error();
  }
  return claims;
}

}  // namespace entente
