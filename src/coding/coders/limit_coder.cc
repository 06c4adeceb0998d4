// Limits: support that was refused, withheld, or never part of the bond.
#include "coding/coders/coders.h"

namespace entente {

namespace {

bool supportive(const Outcome& outcome) {
  const Quad quad = quad_of(outcome.type);
  return quad == Quad::verbal_cooperation || quad == Quad::material_cooperation || outcome.type == ClaimType::support ||
         outcome.type == ClaimType::ally || outcome.type == ClaimType::supplier;
}

/// The limit that an act tells of: its entry's own, or what a refusal or reluctance around it makes of support.
std::optional<ClaimType> limit_of(const Act& act) {
  for (const Outcome& outcome : act.entry->outcomes) {
    if (kind_of(outcome.type) == ClaimKind::limit) return outcome.type;
  }
  for (const Outcome& outcome : act.entry->outcomes) {
    if (!supportive(outcome)) continue;
    if (act.frame.limit) return act.frame.limit;
    const bool material = outcome.type == ClaimType::aid;
    if (material && act.frame.modality == Modality::denied) return ClaimType::withheld;
  }
  return std::nullopt;
}

}  // namespace

void code_limits(const Acts& acts, ClaimMaker& maker) {
  for (const Act& given : acts) {
    const auto limit = limit_of(given);
    if (!limit || given.source.empty() || given.frame.question || given.frame.as_topic) continue;
    Act act = given;
    complete_from_topic(maker.scene(), act);
    if (act.target.empty()) continue;
    Claim claim = maker.from_act(act, *limit);
    claim.modality = Modality::asserted;
    maker.add(std::move(claim));
  }
}

}  // namespace entente
