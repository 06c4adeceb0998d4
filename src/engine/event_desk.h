// What every question on events needs first: who is meant, which days, which data sets. Internal to the engine.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "coding/coding.h"
#include "engine/event_relations.h"

namespace entente {

/// Data sets of armed violence tell of nothing else: their silence is no silence of other things.
bool tells_of_violence_alone(const EventBatch& batch);

/// Whether the acts of `id` count for `actor`: its own id, or that of one who speaks for it.
bool counts_for(std::string_view id, std::string_view actor);

/// One of those who were asked for, and who counts for it when: its own organs always, and where that is wished the
/// members of a bloc while they belong to it.
class EventSide {
 public:
  EventSide(ActorId actor, std::vector<Membership> members);

  [[nodiscard]] const ActorId& actor() const { return actor_; }
  /// Whether that id counts for it at any time.
  [[nodiscard]] bool counts(std::string_view id) const;
  /// The days on which it does, apart and in order.
  [[nodiscard]] std::vector<DayRange> days_of(std::string_view id) const;

 private:
  ActorId actor_;
  std::vector<Membership> members_;
};

/// Rows of a run that lie within some days; the run's days rise.
struct RunPart {
  size_t begin = 0;
  size_t end = 0;
};

struct EventDesk {
  std::vector<ActorId> actors;
  std::vector<EventSide> sides;  // one for each actor
  DayRange days;                 // asked for, or covered
  std::vector<CoveredSet> sets;
  EventQuery query;

  /// Errors: missing (an actor that nobody knows), usage (a day that is none), those of the store.
  static Result<EventDesk> lay(EventStore& store, const EventCodebook& codebook, const RelationsQuery& asked);

  /// Whether an event goes from the first actor to the second (or to others, of one alone), or the other way, and on
  /// which days it counts as one of theirs.
  struct Match {
    bool forth = true;
    std::vector<DayRange> days;
  };
  [[nodiscard]] std::optional<Match> match(std::string_view source, std::string_view target) const;
};

/// The parts of rising days that lie inside the ranges.
std::vector<RunPart> parts_within(std::span<const int32_t> days, const std::vector<DayRange>& ranges);

}  // namespace entente
