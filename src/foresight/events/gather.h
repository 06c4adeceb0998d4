// Walks through the past and gathers queries to train on, each with what was known before it. Internal to foresight.
#pragma once

#include <cstdint>
#include <span>

#include "base/hooks.h"
#include "foresight/events/features.h"
#include "foresight/events/history.h"
#include "foresight/events/training_set.h"

namespace entente {

struct GatherOptions {
  uint32_t families = all_families;
  int32_t from_step = 0;  // earlier steps are history only
  size_t most = 160'000;  // of queries; where there are more, so many are drawn
  uint64_t seed = 1;
  int threads = 1;
  Hooks hooks;
};

/// Adds queries of the slices to the set and the slices to the history, step by step.
void gather(std::span<const TimeSlice> slices, History& history, const GatherOptions& options, TrainingSet& set);

}  // namespace entente
