// Inputs of a bargain that the ledger proposes: the answer that `whatif bargain --propose` prints. Part of the door:
// engine.h includes it.
#pragma once

#include <vector>

#include "engine/web_answers.h"
#include "reasoning/reasoning.h"

namespace entente {

struct ProposalAnswer {
  ActorId supported;
  std::vector<ProposedBargainer> proposed;
  Grounds grounds;
};

}  // namespace entente
