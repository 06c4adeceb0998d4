// What every question on events needs first: who is meant, which days, which data sets. Internal to the engine.
#pragma once

#include <string_view>
#include <vector>

#include "coding/coding.h"
#include "engine/event_relations.h"

namespace entente {

/// Whether the acts of `id` count for `actor`: its own id, or that of one who speaks for it.
bool counts_for(std::string_view id, std::string_view actor);

struct EventDesk {
  std::vector<ActorId> actors;
  DayRange days;  // asked for, or covered
  std::vector<CoveredSet> sets;
  EventQuery query;

  /// Errors: missing (an actor that nobody knows), usage (a day that is none), those of the store.
  static Result<EventDesk> lay(EventStore& store, const EventCodebook& codebook, const RelationsQuery& asked);
};

}  // namespace entente
