// Events, pairs and months for other programs. Part of the engine's door.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "domain/event.h"
#include "domain/state_system.h"
#include "engine/event_relations.h"

namespace entente {

struct PanelQuery {
  RelationsQuery of;        // whom, when, which data sets; its unit is that of the panel
  bool directed = true;     // a row for each direction
  bool all_states = false;  // every pair of members of the state system (Correlates of War) too, whatever happened
};

/// A pair in one period.
struct PanelRow {
  DayRange days;
  ActorId a;
  ActorId b;
  std::optional<int> cow_a, cow_b, gw_a, gw_b;  // on the period's first day; none outside of membership
  int64_t covered_days = 0;                     // 0: nothing below is known
  uint64_t events = 0;
  uint64_t quads[5] = {};
  double goldstein = 0;  // sum
};
using PanelSink = std::function<bool(const PanelRow&)>;

/// An event with the codes of its states on its day.
struct CodedEvent {
  Event event;
  std::optional<int> cow_source, cow_target, gw_source, gw_target;
};
using CodedEventSink = std::function<bool(const CodedEvent&)>;

}  // namespace entente
