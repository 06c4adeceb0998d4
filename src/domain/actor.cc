#include "domain/actor.h"

#include <array>

namespace entente {

std::string_view name_of(ActorKind kind) {
  constexpr std::array<std::string_view, 7> names = {"state", "organ",       "person", "organisation",
                                                     "bloc",  "armed group", "company"};
  return names[static_cast<size_t>(kind)];
}

}  // namespace entente
