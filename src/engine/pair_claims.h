// The claims that a brief on a pair needs, without reading the others. Inside engine: may change.
#pragma once

#include <vector>

#include "ledger/ledger.h"
#include "relations/relations.h"

namespace entente {

/// Those nearest to a pair: of whom most claims tell with one of the two, given how these stand with everybody; ten at
/// most, the nearest first.
std::vector<ActorId> nearest_to(const Dyad& pair, const std::vector<PairStanding>& standings);

/// All claims in which one of the two takes part; what lies between their nearest; attacks on those whom either
/// supports; and what tells of third parties to the pair's red lines. A brief from these is the brief from all claims,
/// but for the mediation between others. Errors: those of the ledger.
Result<std::vector<Claim>> claims_for_pair(Ledger& ledger, const Dyad& pair, LedgerMark as_of);

}  // namespace entente
