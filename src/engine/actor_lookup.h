// Finding the actor that a person means among those whom claims speak of. Inside engine: may change.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "coding/coding.h"
#include "domain/claim.h"
#include "ledger/ledger.h"

namespace entente {

/// Everybody in the claims, with the states and organisations that they belong to.
std::set<ActorId> actors_of(const std::vector<Claim>& claims);
/// An id, or the name of an actor that is known. Errors: missing.
Result<ActorId> find_actor(const std::string& said, const std::set<ActorId>& known, const Coder& coder);

struct FoundActor {
  ActorId id;
  bool told = false;  // a claim that the mark sees tells of it
};
/// The same among all of whom the ledger's claims tell at the mark, without reading the claims; else whom the lexicon
/// names so. Errors: missing (neither), those of the ledger.
Result<FoundActor> find_actor(const std::string& said, Ledger& ledger, LedgerMark as_of, const EventCodebook& codebook);
/// The error for somebody whom nothing tells of.
Error not_told_of(const std::string& said);

}  // namespace entente
