// What the imported events and the claims say of an actor, a pair, or everybody on a day. Part of the engine's door.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/mark.h"
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
};

/// A data set as far as it was recorded.
struct CoveredSet {
  std::string name;
  std::string version;
  std::string licence;
  uint64_t events = 0;
  DayRange days;
  std::vector<DayRange> covers;
};

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

struct RelationsAnswer {
  std::vector<ActorId> actors;
  DayRange days;
  PeriodUnit by = PeriodUnit::month;
  double half_life = 0;
  std::vector<CoveredSet> sets;
  std::vector<PairEvidence> pairs;      // as events have it, best evidence first; of a pair: one, or none
  std::vector<PairStanding> by_claims;  // as claims have it
  // of a pair only:
  std::vector<PeriodCount> series;
  Trend cooperation;
  Trend conflict;
  std::vector<SeriesBreak> breaks;
  std::vector<Event> latest;  // the last ones, newest first
  // of everybody, where wished:
  std::optional<StructuralBalance> camps;
};

}  // namespace entente
