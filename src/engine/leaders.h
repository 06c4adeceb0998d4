// Changes of leaders, from the lexicon's holders of offices. Inside engine: may change.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "coding/coding.h"
#include "engine/leader_change.h"

namespace entente {

/// Who held an office of a state, in order of time.
using OfficeHolders = std::function<std::vector<OfficeTerm>(const ActorId& state, const std::string& office)>;

/// New holders of the office that leads a state, by the lexicon's holders of offices.
LeaderList leaders_by(OfficeHolders holders);

}  // namespace entente
