// Finding the actor that a person means among those whom claims speak of. Inside engine: may change.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "coding/coding.h"
#include "domain/claim.h"

namespace entente {

/// Everybody in the claims, with the states and organisations that they belong to.
std::set<ActorId> actors_of(const std::vector<Claim>& claims);
/// An id, or the name of an actor that is known. Errors: missing.
Result<ActorId> find_actor(const std::string& said, const std::set<ActorId>& known, const Coder& coder);

}  // namespace entente
