// Who acts: a state or something that hangs on one, a bloc, an organisation, an armed group, a company.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"

namespace entente {

enum class ActorKind { state, organ, person, organisation, bloc, armed_group, company };

std::string_view name_of(ActorKind kind);

struct Actor {
  ActorId id;
  ActorKind kind = ActorKind::state;
  std::string name;                          // the name to print
  std::vector<ActorId> part_of;              // blocs and states that it belongs to
  std::map<std::string, std::string> codes;  // "iso2", "cow", "gw", ...
};

}  // namespace entente
