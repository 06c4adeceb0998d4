// A new holder of the office that leads a state. Part of the engine's door.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"

namespace entente {

struct LeaderChange {
  ActorId state;
  std::string office;  // "head of state"
  std::string name;
  Date day;
};
/// Who came into the leading offices of a state, by day.
using LeaderList = std::function<std::vector<LeaderChange>(const ActorId& state)>;

}  // namespace entente
