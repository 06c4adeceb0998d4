#include "engine/actor_lookup.h"

#include "base/text.h"

namespace entente {

std::set<ActorId> actors_of(const std::vector<Claim>& claims) {
  std::set<ActorId> ids;
  const auto add = [&ids](const std::vector<ActorId>& more) {
    for (const ActorId& id : more) {
      ids.insert(id);
      ids.insert(principal(id));
    }
  };
  for (const Claim& claim : claims) {
    add(claim.source);
    add(claim.target);
    if (claim.about) add(claim.about->actors);
  }
  return ids;
}

Result<ActorId> find_actor(const std::string& said, const std::set<ActorId>& known, const Coder& coder) {
  const std::string wanted = to_lower(said);
  for (const ActorId& id : known) {
    if (to_lower(id.str()) == wanted) return id;
  }
  for (const ActorId& id : known) {
    if (to_lower(coder.actor(id).name) == wanted) return id;
  }
  return Error{ErrorCode::missing, said +
                                       ": neither a file nor an actor of whom the ledger tells: 'entente claims' "
                                       "shows who is in it, 'entente read' adds more"};
}

}  // namespace entente
