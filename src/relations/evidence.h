// What claims weigh for the standing of their pairs. Inside relations: may change.
#pragma once

#include <string>
#include <vector>

#include "relations/relations.h"

namespace entente {

/// Friendly and hostile weight, each 0..1. A tie called complex has both.
struct Weight {
  double positive = 0;
  double negative = 0;
};
Weight weight_of(const Claim& claim);
/// How much of a deed a claim of that modality is: 1 asserted, 0 denied.
double weight_of(Modality modality);

/// One claim's say on one pair.
struct Piece {
  Dyad dyad;
  Domain domain;
  Weight weight;
  std::string says;  // type and good: pieces of one pair and domain with equal `says` repeat each other
  ClaimId claim;
};

/// Every claim's pieces. `mutual`: pairs without direction, so that a claim says it once for both.
std::vector<Piece> pieces_of(const std::vector<Claim>& claims, bool mutual);

/// What a set of pieces amounts to; docs/relations.md gives the formula.
struct Tally {
  double positive = 0;
  double negative = 0;
  std::vector<ClaimId> grounds;  // sorted

  [[nodiscard]] double balance() const;
  [[nodiscard]] double uncertainty() const;
  [[nodiscard]] Sign sign() const;
};
Tally tally(std::vector<Piece> pieces);

/// Those who share an adversary by that claim: its sources, and with whom it says that they share it.
std::vector<ActorId> sharers_of(const Claim& claim);

/// A warning, and the one that draws the line it speaks of: itself, or where it names neither whom nor what ("this
/// warning is a red line") the one before it in its article, of the same issuers.
struct RedLineSaying {
  const Claim* claim;
  const Claim* draws;
};
/// Those of the claims, in the order of the text, so that the first saying is the one that the reader meets first.
/// Points into the claims.
std::vector<RedLineSaying> red_line_sayings(const std::vector<Claim>& claims);

/// 1 + 1/2 + ... + 1/n: what n sayings of the same count for.
double repeated_weight(size_t n);

/// Adds a claim to grounds that are kept sorted, once.
void add_ground(std::vector<ClaimId>& grounds, const ClaimId& claim);
/// Those of both, each once.
std::vector<ClaimId> joined_grounds(std::vector<ClaimId> a, const std::vector<ClaimId>& b);

}  // namespace entente
