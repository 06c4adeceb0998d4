// The target that stands somewhere inside what an act is about: "threatened to shell Iraqi towns".
#pragma once

#include "coding/text/acts.h"

namespace entente {

/// "Told Mr Lim about France": whom the act is for is said, but nobody knows them.
bool for_somebody_unknown(const Scene& scene, const Act& act);

/// The first actor named inside what the act is about, without its source; in relative clauses only if nobody is named
/// elsewhere. In `business`, what stands far down or in relative clauses belongs to something else: "an offer from a
/// group led by B, son of an oilman of C". Nobody where the sentence says whom the act is for, but not in words that
/// name anybody known ("told Mr Lim about France"). What only tells cause, time, place of a meeting or somebody's
/// condition is left out, and so is what stands before the act.
Party named_inside(const Scene& scene, const Act& act, bool business);

}  // namespace entente
