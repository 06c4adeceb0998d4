// Triangles: who has good ties to both sides of a rivalry, and who shares an adversary.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>

#include "relations/evidence.h"

namespace entente {

namespace {

constexpr double least_hostility = 0.15;  // balance at most minus this, and not mixed: a hostile pair
constexpr double least_good = 0.2;        // friendly weight that a good tie needs

using Pairs = std::map<Dyad, const PairStanding*>;

/// By pair; the standings must stay.
Pairs index(const std::vector<PairStanding>& standings) {
  Pairs out;
  for (const PairStanding& standing : standings) out.emplace_hint(out.end(), standing.pair, &standing);
  return out;
}

bool hostile(const PairStanding& standing) {
  return standing.sign == Sign::negative && standing.balance <= -least_hostility;
}

/// Standing ties and deeds: words alone neither bind nor part.
bool is_deed(const Claim& claim) {
  const Quad quad = quad_of(claim.type);
  return quad == Quad::material_cooperation || quad == Quad::material_conflict || claim.kind() == ClaimKind::tie;
}

bool binds(const Claim& claim) {
  return is_deed(claim) && weight_of(claim).positive > 0;
}

std::vector<Claim> deeds(const std::vector<Claim>& claims) {
  std::vector<Claim> out;
  std::copy_if(claims.begin(), claims.end(), std::back_inserter(out), is_deed);
  return out;
}

std::map<Dyad, std::vector<ClaimId>> bonds(const std::vector<Claim>& claims) {
  std::map<Dyad, std::vector<ClaimId>> out;
  for (const Claim& claim : claims) {
    if (!binds(claim)) continue;
    for (const Dyad& dyad : dyads(claim)) add_ground(out[unordered(dyad)], claim.id());
  }
  return out;
}

/// 0..1: the friendly share of the pair's deeds and ties, shrunk where little is said.
double goodness(const PairStanding& standing) {
  return standing.positive / (standing.positive + standing.negative + 1);
}

/// The deeds of every pair, domain by domain.
std::map<Dyad, std::map<Domain, double>> good_by_domain(const std::vector<Claim>& deeds) {
  std::map<std::pair<Dyad, Domain>, std::vector<Piece>> groups;
  for (Piece& piece : pieces_of(deeds, true)) groups[{piece.dyad, piece.domain}].push_back(std::move(piece));
  std::map<Dyad, std::map<Domain, double>> out;
  for (auto& [key, pieces] : groups) {
    const Tally sum = tally(std::move(pieces));
    if (sum.positive > sum.negative) out[key.first][key.second] = sum.positive / (sum.positive + sum.negative + 1);
  }
  return out;
}

const PairStanding* good_tie(const Pairs& pairs, const ActorId& a, const ActorId& b) {
  const auto found = pairs.find(unordered({a, b}));
  if (found == pairs.end()) return nullptr;
  const bool good = found->second->positive >= least_good && found->second->positive >= found->second->negative;
  return good ? found->second : nullptr;
}

std::set<ActorId> actors_of(const Pairs& pairs) {
  std::set<ActorId> out;
  for (const auto& [pair, standing] : pairs) {
    out.insert(pair.from);
    out.insert(pair.to);
  }
  return out;
}

using AdversaryKey = std::pair<Dyad, ActorId>;

void add_stated(std::map<AdversaryKey, CommonAdversary>& all, const Claim& claim) {
  if (claim.type != ClaimType::shared_adversary || weight_of(claim.modality) == 0) return;
  const std::vector<ActorId> sharers = sharers_of(claim);
  for (const ActorId& target : claim.target) {
    for (auto a = sharers.begin(); a != sharers.end(); ++a) {
      for (auto b = std::next(a); b != sharers.end(); ++b) {
        CommonAdversary& common = all[{{*a, *b}, counted_as(target)}];
        add_ground(common.stated, claim.id());
        const auto known = std::find(common.domains.begin(), common.domains.end(), claim.domain);
        if (known == common.domains.end()) common.domains.push_back(claim.domain);
      }
    }
  }
}

/// Whether all of `wanted` are among the three.
bool has_corners(const std::vector<ActorId>& wanted, const ActorId& a, const ActorId& b, const ActorId& c) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const ActorId& id) { return id == a || id == b || id == c; });
}

void add_derived(std::map<AdversaryKey, CommonAdversary>& all, const Pairs& pairs,
                 const std::vector<ActorId>& corners) {
  std::map<ActorId, std::vector<ActorId>> against;
  for (const auto& [pair, standing] : pairs) {
    if (!hostile(*standing)) continue;
    against[pair.from].push_back(pair.to);
    against[pair.to].push_back(pair.from);
  }
  for (auto& [third, foes] : against) {
    std::sort(foes.begin(), foes.end());
    for (size_t i = 0; i < foes.size(); ++i) {
      for (size_t k = i + 1; k < foes.size(); ++k) {
        if (!has_corners(corners, foes[i], foes[k], third)) continue;
        const auto between = pairs.find({foes[i], foes[k]});
        if (between != pairs.end() && hostile(*between->second)) continue;
        all[{{foes[i], foes[k]}, third}].derived = joined_grounds(pairs.at(unordered({foes[i], third}))->grounds,
                                                                  pairs.at(unordered({foes[k], third}))->grounds);
      }
    }
  }
}

std::vector<DomainTies> domain_ties(const std::map<Domain, double>& from, const std::map<Domain, double>& to) {
  std::map<Domain, DomainTies> cells;
  for (const auto& [domain, good] : from) cells[domain].from = good;
  for (const auto& [domain, good] : to) cells[domain].to = good;
  std::vector<DomainTies> out;
  for (auto& [domain, cell] : cells) {
    cell.domain = domain;
    out.push_back(cell);
  }
  return out;
}

}  // namespace

std::vector<Balancing> balancing(const std::vector<Claim>& claims, const std::vector<PairStanding>& standings,
                                 const std::vector<ActorId>& corners) {
  const Pairs pairs = index(standings);
  const std::vector<Claim> done = deeds(claims);
  const std::vector<PairStanding> standings_by_deeds = pair_standings(done);
  const Pairs by_deeds = index(standings_by_deeds);
  auto by_domain = good_by_domain(done);
  const auto tied = bonds(claims);
  const std::set<ActorId> actors = actors_of(by_deeds);
  std::vector<Balancing> out;
  for (const auto& [between, hostility] : pairs) {
    if (!hostile(*hostility)) continue;
    for (const ActorId& actor : actors) {
      if (!has_corners(corners, actor, between.from, between.to)) continue;
      const auto bond_from = tied.find(unordered({actor, between.from}));
      const auto bond_to = tied.find(unordered({actor, between.to}));
      const PairStanding* from = good_tie(by_deeds, actor, between.from);
      const PairStanding* to = good_tie(by_deeds, actor, between.to);
      if (from == nullptr || to == nullptr || bond_from == tied.end() || bond_to == tied.end()) continue;
      const double a = goodness(*from);
      const double b = goodness(*to);
      out.push_back(
          {actor, between, std::sqrt(a * b), (a - b) / (a + b),
           domain_ties(by_domain[unordered({actor, between.from})], by_domain[unordered({actor, between.to})]),
           bond_from->second, bond_to->second, hostility->grounds});
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Balancing& x, const Balancing& y) { return x.depth > y.depth; });
  return out;
}

std::vector<Balancing> balancing(const std::vector<Claim>& claims) {
  return balancing(claims, pair_standings(claims), {});
}

std::vector<CommonAdversary> common_adversaries(const std::vector<Claim>& claims) {
  return common_adversaries(claims, pair_standings(claims), {});
}

std::vector<CommonAdversary> common_adversaries(const std::vector<Claim>& claims,
                                                const std::vector<PairStanding>& standings,
                                                const std::vector<ActorId>& corners) {
  std::map<AdversaryKey, CommonAdversary> all;
  for (const Claim& claim : claims) add_stated(all, claim);
  add_derived(all, index(standings), corners);
  std::vector<CommonAdversary> out;
  for (auto& [key, common] : all) {
    if (!has_corners(corners, key.first.from, key.first.to, key.second)) continue;
    common.pair = key.first;
    common.adversary = key.second;
    std::sort(common.domains.begin(), common.domains.end());
    out.push_back(std::move(common));
  }
  std::stable_sort(out.begin(), out.end(), [](const CommonAdversary& x, const CommonAdversary& y) {
    return x.stated.size() > y.stated.size();
  });
  return out;
}

}  // namespace entente
