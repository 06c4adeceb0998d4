// Why an entity is likely to answer: the past facts and the rules that speak for it. Internal to foresight.
#pragma once

#include <cstdint>
#include <vector>

#include "foresight/events/forecaster.h"
#include "foresight/events/history.h"

namespace entente {

/// What speaks for (s, r, o) at the step, the strongest first; nothing where nothing but its name is known of o.
std::vector<EventReason> event_reasons(const History& history, int32_t step, int32_t subject, int32_t relation,
                                       int32_t object);

}  // namespace entente
