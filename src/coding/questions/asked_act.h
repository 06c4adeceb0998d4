// What an act of a sentence asks about, where the sentence is a question or leaves open whether it happens. Internal to
// coding.
#pragma once

#include "coding/questions/question_reading.h"
#include "coding/text/acts.h"

namespace entente {

/// What an act asks about: its types as events, and the domain where its words name one. Empty types: the act is none
/// that an event could be.
AskedAct asked_act(const Scene& scene, const Act& act);

/// The act with its parties as something that is asked.
AskedPart asked_part(const Scene& scene, const Act& act);

}  // namespace entente
