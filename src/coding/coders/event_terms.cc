#include "coding/coders/event_terms.h"

#include <algorithm>

namespace entente {

bool cooperative(ClaimType type) {
  return quad_of(type) == Quad::verbal_cooperation || quad_of(type) == Quad::material_cooperation;
}

std::string intent_code(ClaimType type, const std::string& cameo) {
  switch (type) {
    case ClaimType::consult:
      return cameo == "045" ? "039" : "036";
    case ClaimType::support_act:
      return "032";
    case ClaimType::cooperate:
      return "031";
    case ClaimType::aid:
      return "033";
    case ClaimType::concede:
    case ClaimType::retreat:
      return "035";
    default:
      return "030";
  }
}

namespace {

std::string threat_code(ClaimType type) {
  switch (type) {
    case ClaimType::assault:
      return "138";
    case ClaimType::sanction:
      return "131";
    case ClaimType::coerce:
      return "132";
    case ClaimType::protest:
      return "133";
    default:
      return "130";
  }
}

bool says_so_itself(const Claim& claim) {
  const auto& speakers = claim.first_evidence().attribution;
  return std::any_of(speakers.begin(), speakers.end(), [&](const ActorId& speaker) {
    return std::any_of(claim.source.begin(), claim.source.end(),
                       [&](const ActorId& s) { return principal(s) == principal(speaker); });
  });
}

}  // namespace

Claim in_cameo_terms(Claim event, const CameoTable& cameo) {
  if (event.type == ClaimType::excluded && !event.source.empty()) {  // "said it would not send": CAMEO's rejection
    const CameoCode* rejection = cameo.find("120");
    if (rejection == nullptr) return event;
    event.type = rejection->type;
    event.cameo = rejection->code;
    event.intensity = rejection->goldstein;
    return event;
  }
  const bool ahead = event.modality == Modality::promised || event.modality == Modality::offered ||
                     event.modality == Modality::expected;
  if (event.kind() != ClaimKind::event || !ahead || event.type == ClaimType::agree) return event;
  std::string code;
  if (cooperative(event.type)) code = intent_code(event.type, event.cameo);
  if (quad_of(event.type) == Quad::material_conflict && says_so_itself(event)) code = threat_code(event.type);
  const CameoCode* row = cameo.find(code);
  if (row == nullptr) return event;
  event.type = row->type;
  event.cameo = row->code;
  event.intensity = row->goldstein;
  return event;
}

}  // namespace entente
