// Stances: for or against somebody's act or cause.
#include "coding/coders/coders.h"

namespace entente {

void code_stances(const Acts& acts, ClaimMaker& maker) {
  for (const Act& act : acts) {
    const Frame& frame = act.frame;
    if (act.source.empty() || act.target.empty() || frame.question || frame.limit || frame.outlook) continue;
    if (frame.modality == Modality::hypothetical || frame.modality == Modality::conditional) continue;
    for (const Outcome& outcome : act.entry->outcomes) {
      if (kind_of(outcome.type) != ClaimKind::stance) continue;
      Claim claim = maker.from_act(act, outcome.type);
      maker.add(std::move(claim));
    }
  }
}

}  // namespace entente
