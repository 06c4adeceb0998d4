// What the imported events and the claims say of an actor, a pair, or everybody on a day. Part of the engine's door.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/mark.h"
#include "engine/leader_change.h"
#include "ledger/ledger.h"
#include "relations/relations.h"

namespace entente {

struct RelationsQuery {
  std::vector<std::string> actors;  // none: everybody; one: with everybody; two: the pair. Ids or names
  LedgerMark as_of;                 // what was recorded then
  std::string since;                // event time: days, months or years
  std::string until;                // the standing is that of this day; empty: the last that is covered
  PeriodUnit by = PeriodUnit::month;
  double half_life = 180;  // days after which evidence counts half
  std::vector<std::string> data_sets;
  bool camps = false;          // part everybody into two camps
  double camp_seconds = 10;    // for the proof
  bool within_states = false;  // count pairs inside one state too
  bool members = false;        // the members of a bloc or organisation count for it, each in its time
  bool actor_series = false;   // the series of one actor with all others, too
  size_t top = 0;              // tell the so many closest and most hostile pairs apart
  size_t acts = 0;             // and of each (of a pair that is asked for, too) its so many weightiest acts
};

/// A data set as far as it was recorded.
struct CoveredSet {
  std::string name;
  std::string version;
  std::string licence;
  uint64_t events = 0;
  DayRange days;
  std::vector<DayRange> covers;
  bool violence_only = false;  // it tells of armed violence alone: its silence is no silence of other things
};

/// The days that the sets tell of. Beside sets that tell of everything, those that tell of violence alone cover
/// nothing: the years of which only they tell would look like a peace of all else.
std::vector<DayRange> days_told_of(const std::vector<CoveredSet>& sets);

/// What happened when a rate changed.
struct BreakCause {
  EventKind kind;
  std::string name;     // of the code
  uint64_t before = 0;  // in the period before
  uint64_t after = 0;   // in the first period of the new rate
};
struct SeriesBreak {
  std::string of;  // "cooperation" or "conflict"
  RateBreak rate;
  DayRange days;  // of the first period
  std::vector<BreakCause> causes;
};

/// A new leader of one of those asked for, and the events a covered day in the year before and the year from then on.
struct LeaderMark {
  LeaderChange change;
  double cooperation_before = 0;
  double cooperation_after = 0;
  double conflict_before = 0;
  double conflict_after = 0;
};

/// One kind of act of a pair: how often, how much it weighs on the day asked for, and its weightiest event.
struct ActBehind {
  EventKind kind;
  std::string name;     // of the code
  uint64_t events = 0;  // in the two half-lives before that day
  double weight = 0;    // intensity / 10, decayed, summed
  Event example;
};
struct PairWithActs {
  PairEvidence pair;
  std::vector<ActBehind> acts;  // those that pull the pair where it stands, the weightiest first
};

struct RelationsAnswer {
  std::vector<ActorId> actors;
  DayRange days;
  PeriodUnit by = PeriodUnit::month;
  double half_life = 0;
  std::vector<CoveredSet> sets;
  std::vector<PairEvidence> pairs;         // as events have it, best evidence first; of a pair: one, or none
  std::vector<PairStanding> by_claims;     // as claims have it
  std::vector<PairWithActs> closest;       // where wished, the closest first
  std::vector<PairWithActs> most_hostile;  // the most hostile first
  // of a pair, and where wished of an actor with all others:
  std::vector<PeriodCount> series;  // from the first event on, where no beginning is asked for
  Trend cooperation;
  Trend conflict;
  std::vector<SeriesBreak> breaks;
  std::vector<Event> latest;  // the last ones, newest first
  std::vector<LeaderMark> leaders;
  uint64_t events = 0;  // in all periods of the series
  // of everybody, where wished:
  std::optional<StructuralBalance> camps;
};

}  // namespace entente
