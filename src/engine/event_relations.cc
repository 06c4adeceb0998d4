// Joins both stores: claims as they stand, events counted and weighed.
#include "engine/event_relations.h"

#include <algorithm>

#include "engine/event_answer.h"
#include "engine/leaders.h"
#include "engine/parts.h"

namespace entente {
namespace {

bool concerns(const PairStanding& standing, const std::vector<ActorId>& actors) {
  return std::all_of(actors.begin(), actors.end(),
                     [&](const ActorId& actor) { return standing.pair.from == actor || standing.pair.to == actor; });
}

}  // namespace

Result<RelationsAnswer> Engine::relations(const RelationsQuery& asked) {
  Result<Ledger*> ledger = parts_->open_ledger(OpenMode::existing);
  if (!ledger) return ledger.error();
  const Result<const EventCodebook*> codebook = parts_->load_codebook();
  if (!codebook) return codebook.error();
  EventStore store = (*ledger)->events();
  Result<RelationsAnswer> answer = answer_by_events(store, **codebook, parts_->leaders(), asked);
  if (!answer) return answer.error();
  ClaimFilter filter;
  filter.as_of = asked.as_of;
  filter.actors = answer->actors;
  if (!asked.until.empty()) filter.until = day_from_number(answer->days.last);
  const Result<std::vector<Claim>> claims = (*ledger)->claims(filter);
  if (!claims) return claims.error();
  for (PairStanding& standing : pair_standings(*claims)) {
    if (concerns(standing, answer->actors)) answer->by_claims.push_back(std::move(standing));
  }
  if (answer->sets.empty() && claims->empty()) {
    return Error{ErrorCode::missing, "the ledger holds nothing of that time"};
  }
  return answer;
}

}  // namespace entente
