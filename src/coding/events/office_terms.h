// Holders of an office as the door of coding tells them. Inside coding: may change.
#pragma once

#include <string>
#include <vector>

#include "coding/events/event_codebook.h"
#include "coding/lexicon/actor_directory.h"

namespace entente {

/// In order of time.
std::vector<OfficeTerm> office_terms(const ActorDirectory& actors, const ActorId& state, const std::string& office);

}  // namespace entente
