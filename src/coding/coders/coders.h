// The seven coders: each reads the acts of a sentence and adds the claims of its kind.
#pragma once

#include <vector>

#include "coding/coders/claim_maker.h"
#include "coding/text/acts.h"

namespace entente {

using Acts = std::vector<Act>;

void code_events(const Acts& acts, ClaimMaker& maker);
void code_ties(const Acts& acts, ClaimMaker& maker);
void code_stances(const Acts& acts, ClaimMaker& maker);
void code_redlines(const Acts& acts, ClaimMaker& maker);
void code_limits(const Acts& acts, ClaimMaker& maker);
void code_outlooks(const Acts& acts, ClaimMaker& maker);
void code_questions(const Acts& acts, ClaimMaker& maker);

}  // namespace entente
