// Inputs of a bargain as the ledger proposes them: with their evidence, and as a table to edit and to feed back.
#pragma once

#include <string>

#include "engine/engine.h"

namespace entente {

std::string proposal_text(const ProposalAnswer& answer, int width);
/// {"supported","actors"}; docs/manual.md tells what is in them.
std::string proposal_json(const ProposalAnswer& answer);
/// actor,capability,position,salience and where each is from, as `whatif bargain` reads it.
std::string proposal_csv(const ProposalAnswer& answer);

}  // namespace entente
