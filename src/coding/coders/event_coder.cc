// Events: somebody did something to somebody, as one of the 16 PLOVER types.
#include <optional>

#include "coding/coders/coders.h"

namespace entente {

namespace {

bool cooperative(ClaimType type) {
  return quad_of(type) == Quad::verbal_cooperation || quad_of(type) == Quad::material_cooperation;
}

/// CAMEO's "express intent" code for an act that is promised, offered or agreed to.
std::string intent_code(const Outcome& outcome) {
  switch (outcome.type) {
    case ClaimType::consult: return outcome.cameo == "045" ? "039" : "036";
    case ClaimType::support_act: return "032";
    case ClaimType::cooperate: return "031";
    case ClaimType::aid: return "033";
    case ClaimType::concede:
    case ClaimType::retreat: return "035";
    default: return "030";
  }
}

/// What a promise, a refusal or a plan makes of the act: the event's own code, or another.
std::optional<Outcome> as_meant(const Outcome& outcome, const Frame& frame, const CameoTable& cameo) {
  const auto row = [&](const std::string& code) -> std::optional<Outcome> {
    const CameoCode* found = cameo.find(code);
    if (found == nullptr) return std::nullopt;
    return Outcome{found->type, found->code, found->goldstein};
  };
  if (!cooperative(outcome.type)) return outcome;
  if (frame.limit == ClaimType::refused) return row("120");
  if (frame.limit) return std::nullopt;
  const bool intended = frame.modality == Modality::promised || frame.modality == Modality::offered;
  // "Prepared to mediate" stays a CONSULT that is offered.
  if (intended && !(frame.modality == Modality::offered && outcome.cameo == "045") && outcome.type != ClaimType::agree) {
    return row(intent_code(outcome));
  }
  return outcome;
}

Modality event_modality(const Act& act, const Outcome& meant, const Outcome& outcome) {
  if (act.frame.limit && meant.type != outcome.type) return Modality::asserted;  // the refusal itself was done
  if (act.frame.limit) return Modality::denied;
  return act.frame.modality;
}

/// A hypothetical act is noted only where both sides are named in the sentence itself.
bool worth_noting(const Act& act) {
  if (act.frame.question) return false;
  if (act.frame.modality != Modality::hypothetical && act.frame.modality != Modality::conditional) return true;
  return false;
}

}  // namespace

void code_events(const Acts& acts, ClaimMaker& maker) {
  for (const Act& act : acts) {
    if (act.source.empty() || !worth_noting(act) || act.frame.outlook) continue;
    for (const Outcome& outcome : act.entry->outcomes) {
      if (kind_of(outcome.type) != ClaimKind::event) continue;
      const auto meant = as_meant(outcome, act.frame, maker.scene().lexicon().cameo);
      if (!meant) continue;
      if (act.target.empty() && meant->type != ClaimType::threaten) continue;
      Claim claim = maker.from_act(act, meant->type);
      claim.cameo = meant->cameo;
      claim.intensity = meant->goldstein;
      claim.modality = event_modality(act, *meant, outcome);
      maker.add(std::move(claim));
    }
  }
}

}  // namespace entente
