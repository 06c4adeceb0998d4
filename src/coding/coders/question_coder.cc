// Questions that the writer leaves open.
#include "coding/coders/coders.h"

namespace entente {

namespace {

ClaimType question_type(const Act& act) {
  for (const Outcome& outcome : act.entry->outcomes) {
    const Quad quad = quad_of(outcome.type);
    if (outcome.type == ClaimType::aid || outcome.type == ClaimType::support || outcome.type == ClaimType::support_act) return ClaimType::will_support;
    if (quad != Quad::none) return ClaimType::will_act;
  }
  return ClaimType::other_question;
}

}  // namespace

void code_questions(const Acts& acts, ClaimMaker& maker) {
  for (const Act& act : acts) {
    if (!act.frame.question || act.source.empty() || act.target.empty()) continue;
    Claim claim = maker.from_act(act, question_type(act));
    claim.modality = Modality::open;
    maker.add(std::move(claim));
  }
}

}  // namespace entente
