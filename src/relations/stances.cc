// Shared stances towards third parties, and words against deeds; docs/relations.md gives the sums.
#include "relations/stances.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

#include "relations/evidence.h"
#include "relations/relations.h"

namespace entente {

namespace {

/// What one actor's words towards another amount to.
using Sayings = std::map<Dyad, Tally>;

Sayings tallies(const std::vector<Claim>& claims, Manner manner) {
  std::vector<Claim> wanted;
  std::copy_if(claims.begin(), claims.end(), std::back_inserter(wanted),
               [&](const Claim& claim) { return manner_of(claim) == manner; });
  std::map<Dyad, std::vector<Piece>> groups;
  for (Piece& piece : pieces_of(wanted, false)) groups[piece.dyad].push_back(std::move(piece));
  Sayings out;
  for (auto& [dyad, pieces] : groups) out.emplace(dyad, tally(std::move(pieces)));
  return out;
}

double size_of(const Tally& tally) {
  return tally.positive + tally.negative;
}

/// S = 1 - 2 sum(w d) / (2 sum(w)): d is the distance of the two positions, 2 the largest that there can be.
void sum_up(SharedStance& shared) {
  double apart = 0;
  for (const StanceOn& on : shared.on) {
    shared.weight += on.weight;
    apart += on.weight * std::abs(on.from - on.to);
  }
  if (shared.weight > 0) shared.similarity = 1 - apart / shared.weight;
  std::stable_sort(shared.on.begin(), shared.on.end(),
                   [](const StanceOn& a, const StanceOn& b) { return a.weight > b.weight; });
}

/// Who speaks of each third party.
std::map<ActorId, std::vector<ActorId>> speakers_on(const Sayings& said) {
  std::map<ActorId, std::vector<ActorId>> out;
  for (const auto& [dyad, tally] : said) out[dyad.to].push_back(dyad.from);
  return out;
}

void compare(const Sayings& said, const ActorId& third, const Dyad& pair, std::map<Dyad, SharedStance>& all) {
  if (pair.from == third || pair.to == third || principal(pair.from) == principal(pair.to)) return;
  const Tally& from = said.at({pair.from, third});
  const Tally& to = said.at({pair.to, third});
  SharedStance& shared = all[pair];
  shared.pair = pair;
  shared.on.push_back({third, from.balance(), to.balance(), std::min(size_of(from), size_of(to)),
                       joined_grounds(from.grounds, to.grounds)});
}

}  // namespace

Manner manner_of(const Claim& claim) {
  if (claim.kind() == ClaimKind::stance || claim.kind() == ClaimKind::redline) return Manner::words;
  if (claim.type == ClaimType::supplier || claim.type == ClaimType::investor) return Manner::deeds;
  switch (quad_of(claim.type)) {
    case Quad::verbal_cooperation:
    case Quad::verbal_conflict:
      return Manner::words;
    case Quad::none:
      return Manner::neither;
    default:  // a deed that is only offered or promised is a word
      return claim.modality == Modality::asserted ? Manner::deeds : Manner::words;
  }
}

std::vector<SharedStance> shared_stances(const std::vector<Claim>& claims) {
  const Sayings said = tallies(claims, Manner::words);
  std::map<Dyad, SharedStance> all;
  for (const auto& [third, speakers] : speakers_on(said)) {
    for (size_t i = 0; i < speakers.size(); ++i) {
      for (size_t k = i + 1; k < speakers.size(); ++k) compare(said, third, unordered({speakers[i], speakers[k]}), all);
    }
  }
  std::vector<SharedStance> out;
  for (auto& [pair, shared] : all) {
    sum_up(shared);
    out.push_back(std::move(shared));
  }
  return out;
}

SharedStance shared_stance(const Dyad& pair, const std::vector<Claim>& claims) {
  const Sayings said = tallies(claims, Manner::words);
  const Dyad both = unordered(pair);
  std::map<Dyad, SharedStance> found;
  found[both].pair = both;
  for (const auto& [third, speakers] : speakers_on(said)) {
    if (said.contains({both.from, third}) && said.contains({both.to, third})) compare(said, third, both, found);
  }
  sum_up(found[both]);
  return found[both];
}

std::vector<WordsAndDeeds> words_and_deeds(const std::vector<Claim>& claims) {
  const Sayings words = tallies(claims, Manner::words);
  const Sayings deeds = tallies(claims, Manner::deeds);
  std::vector<WordsAndDeeds> out;
  for (const auto& [dyad, said] : words) {
    const auto done = deeds.find(dyad);
    if (done == deeds.end()) continue;
    out.push_back({dyad, said.balance(), done->second.balance(), said.positive, said.negative, done->second.positive,
                   done->second.negative, said.grounds, done->second.grounds});
  }
  return out;
}

}  // namespace entente
