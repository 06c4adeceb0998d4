// What every way of ranking the next events has in common. Internal to foresight.
#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "foresight/events/timeline.h"

namespace entente {

/// Called with the number of a query and a score for each entity; from several threads at once, in any order.
using TakeScores = std::function<void(size_t query, std::span<const float> scores)>;

/// Scores the answers to queries from the facts of earlier steps alone. Slices are learnt in the order of time.
class EventScorer {
 public:
  EventScorer() = default;
  EventScorer(const EventScorer&) = delete;
  EventScorer& operator=(const EventScorer&) = delete;
  virtual ~EventScorer() = default;

  /// Adds the facts of one step to the history.
  virtual void learn(const TimeSlice& slice) = 0;
  /// Scores all entities for each query, as of the step: a query's scores depend on what was learnt, and on nothing
  /// else that is asked.
  virtual void score(int32_t step, std::span<const EventQuery> queries, const TakeScores& take) = 0;
};

}  // namespace entente
