// Events in the terms of CAMEO and PLOVER, where an act that is announced is another event than the act.
#pragma once

#include <string>

#include "coding/lexicon/cameo.h"
#include "domain/claim.h"

namespace entente {

bool cooperative(ClaimType type);

/// CAMEO's "express intent" code (03x) for an act that is promised, offered or planned.
std::string intent_code(ClaimType type, const std::string& cameo);

/// The event as CAMEO codes it: cooperation that is ahead is an AGREE, conflict announced by its own source a THREATEN.
/// Other claims as they are.
Claim in_cameo_terms(Claim event, const CameoTable& cameo);

}  // namespace entente
