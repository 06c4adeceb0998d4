// Standing: the weighed claims of a pair, by domain or over all.
#include <cmath>
#include <map>
#include <utility>

#include "relations/evidence.h"

namespace entente {

namespace {

std::vector<Relation> by_domain(const std::vector<Claim>& claims, bool mutual) {
  std::map<std::pair<Dyad, Domain>, std::vector<Piece>> groups;
  for (Piece& piece : pieces_of(claims, mutual)) groups[{piece.dyad, piece.domain}].push_back(std::move(piece));
  std::vector<Relation> out;
  for (auto& [key, pieces] : groups) {
    Tally sum = tally(std::move(pieces));
    out.push_back({key.first.from, key.first.to, key.second, sum.sign(), std::abs(sum.balance()), sum.uncertainty(),
                   std::move(sum.grounds)});
  }
  return out;
}

}  // namespace

std::vector<Relation> standings(const std::vector<Claim>& claims) {
  return by_domain(claims, false);
}

std::vector<Relation> mutual_standings(const std::vector<Claim>& claims) {
  return by_domain(claims, true);
}

std::vector<PairStanding> pair_standings(const std::vector<Claim>& claims) {
  std::map<Dyad, std::vector<Piece>> groups;
  for (Piece& piece : pieces_of(claims, true)) groups[piece.dyad].push_back(std::move(piece));
  std::vector<PairStanding> out;
  for (auto& [pair, pieces] : groups) {
    Tally sum = tally(std::move(pieces));
    out.push_back(
        {pair, sum.sign(), sum.balance(), sum.uncertainty(), sum.positive, sum.negative, std::move(sum.grounds)});
  }
  return out;
}

}  // namespace entente
