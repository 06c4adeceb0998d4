// Comparing the sides that ids stand for.
#include "coding/text/camps.h"

#include <algorithm>

namespace entente {

namespace {

/// Rebels and opposition are of their state and against it.
bool fights_its_state(const ActorId& id) {
  return id.str().ends_with(":REB") || id.str().ends_with(":OPP");
}

}  // namespace

bool same_side(const ActorId& a, const ActorId& b) {
  if (fights_its_state(a) || fights_its_state(b)) return a == b;
  const bool organs = a.str().find(':') != std::string::npos && b.str().find(':') != std::string::npos;
  return organs ? a == b : principal(a) == principal(b);
}

Party without(Party party, const Party& other) {
  std::erase_if(party.actors, [&](const ActorId& a) {
    return std::any_of(other.actors.begin(), other.actors.end(), [&](const ActorId& b) { return same_side(a, b); });
  });
  return party;
}

std::string suffix_of(const ActorId& id) {
  const size_t colon = id.str().find(':');
  return colon == std::string::npos ? "" : id.str().substr(colon + 1);
}

bool is_of_the_people(const ActorId& id) {
  const std::string suffix = suffix_of(id);
  return suffix == "CVL" || suffix == "OPP" || suffix == "REB" || suffix == "MED" || suffix == "BUS";
}

bool between_enemies(const Predicate& entry) {
  return std::any_of(entry.outcomes.begin(), entry.outcomes.end(), [](const Outcome& o) {
    return quad_of(o.type) == Quad::material_conflict || quad_of(o.type) == Quad::verbal_conflict ||
           o.type == ClaimType::concede || o.type == ClaimType::retreat;
  });
}

Party against(Party party, const Act& act) {
  if (act.source.actors.size() == 1 && is_of_the_people(act.source.actors.front()) && between_enemies(*act.entry)) {
    for (ActorId& actor : party.actors) {
      if (actor == principal(act.source.actors.front())) actor = ActorId(actor.str() + ":GOV");
    }
  }
  return without(std::move(party), act.source);
}

}  // namespace entente
