// What each act of a sentence came to, for explanations.
#pragma once

#include <string>
#include <vector>

#include "coding/coders/coders.h"
#include "domain/claim.h"

namespace entente {

/// One line an act, in the order of the words: its parties, the claims made of it or why there is none, and the other
/// entries of the lexicon that fitted its word less well.
std::vector<std::string> considered(const Scene& scene, const Acts& acts, const std::vector<Claim>& made);

}  // namespace entente
