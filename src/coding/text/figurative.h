// Words of force that tell of none: "retaliate with quotas", "hit by falling prices", "launched a sales campaign".
#pragma once

#include "coding/text/acts.h"

namespace entente {

/// True if an act of force rests on a word that is as often used of trade and politics, the words around it speak of
/// these, and nothing in the sentence speaks of arms, fighters or victims.
bool is_figurative(const Scene& scene, const Act& act);

}  // namespace entente
