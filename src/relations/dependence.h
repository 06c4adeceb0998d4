// Who needs whom more, domain by domain. Part of the door: relations.h includes it; docs/relations.md gives the
// formula.
#pragma once

#include <string>
#include <vector>

#include "relations/pairs.h"

namespace entente {

/// What one actor gets from another of one good, and how hard it would be to get elsewhere.
struct Supply {
  std::string good;   // empty: not said what
  double share = 0;   // 0..1: the other's part of all that is told as coming in, shrunk where little is told
  double hard = 0;    // 0..1: how hard the good is to replace
  size_t others = 0;  // other suppliers told of: the alternatives
  double weight = 0;  // of all that comes in of it, in the domain
};

/// One actor's need of another in a domain.
struct Need {
  double from_flows = 0;         // sum over goods: weight x share x hard
  double from_claims = 0;        // 1 - product of the doubts of those who say that it depends
  double total = 0;              // either: 1 - (1 - from_flows)(1 - from_claims)
  std::vector<Supply> supplies;  // what it gets, the weightiest first
  std::vector<ClaimId> grounds;  // sorted
};

/// A pair's dependence on each other in a domain (Emerson 1962; Keohane and Nye 1977).
struct Dependence {
  Dyad pair;  // from < to
  Domain domain = Domain::political;
  Need from_needs;  // what pair.from gets from pair.to
  Need to_needs;    // what pair.to gets from pair.from
  /// 1: only `from` needs `to` .. -1: only `to` needs `from`.
  [[nodiscard]] double asymmetry() const { return from_needs.total - to_needs.total; }
};

/// How hard a good is to get elsewhere, 0..1; by the domain where the good is not known.
double hard_to_replace(const std::string& good, Domain domain);

/// Every pair and domain in which anything flows or is said to be needed, sorted by pair and domain. Third parties'
/// flows are the alternatives: give all claims, not those of a pair.
std::vector<Dependence> dependences(const std::vector<Claim>& claims);

}  // namespace entente
