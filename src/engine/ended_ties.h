// Ties that have ended: what was said of them is history, not standing. Inside engine: may change.
#pragma once

#include <vector>

#include "domain/claim.h"

namespace entente {

/// The claims without the ties that a later one of the same parties, type, domain and good denies. Only
/// claims that tell their own day can be told apart so.
std::vector<Claim> without_ended_ties(const std::vector<Claim>& claims);

}  // namespace entente
