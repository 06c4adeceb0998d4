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

namespace {

/// Those whom a text may mean, those with that id first.
template <class NameOf>
std::vector<ActorId> meant_by(const std::string& said, const std::set<ActorId>& known, const NameOf& name_of) {
  const std::string wanted = to_lower(said);
  std::vector<ActorId> out;
  for (const ActorId& id : known) {
    if (to_lower(id.str()) == wanted) out.push_back(id);
  }
  for (const ActorId& id : known) {
    if (to_lower(name_of(id)) == wanted) out.push_back(id);
  }
  return out;
}

}  // namespace

Error not_told_of(const std::string& said) {
  return {ErrorCode::missing, said +
                                  ": neither a file nor an actor of whom the ledger tells: 'entente claims' "
                                  "shows who is in it, 'entente read' adds more"};
}

Result<ActorId> find_actor(const std::string& said, const std::set<ActorId>& known, const Coder& coder) {
  const std::vector<ActorId> meant = meant_by(said, known, [&](const ActorId& id) { return coder.actor(id).name; });
  if (meant.empty()) return not_told_of(said);
  return meant.front();
}

Result<FoundActor> find_actor(const std::string& said, Ledger& ledger, LedgerMark as_of,
                              const EventCodebook& codebook) {
  // Mostly an id is given, as it stands in the ledger: then its actors need not be listed and named.
  const ActorId as_said(said);
  const Result<bool> known_so = ledger.tells_of(as_said, as_of);
  if (!known_so) return known_so.error();
  if (*known_so) return FoundActor{as_said, true};
  const Result<std::vector<ActorId>> listed = ledger.actors();
  if (!listed) return listed.error();
  std::set<ActorId> known;
  for (const ActorId& id : *listed) {
    known.insert(id);
    known.insert(principal(id));
  }
  const auto name_of = [&](const ActorId& id) { return codebook.describe(id).name; };
  for (const ActorId& id : meant_by(said, known, name_of)) {
    const Result<bool> told = ledger.tells_of(id, as_of);
    if (!told) return told.error();
    if (*told) return FoundActor{id, true};
  }
  const std::optional<ActorId> named = codebook.named(said);
  if (!named) return not_told_of(said);
  return FoundActor{*named, false};
}

}  // namespace entente
