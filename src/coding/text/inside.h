// The target that stands somewhere inside what an act is about: "threatened to shell Iraqi towns".
#pragma once

#include "coding/text/acts.h"

namespace entente {

/// "Told Mr Lim about France": whom the act is for is said, but nobody knows them.
bool for_somebody_unknown(const Scene& scene, const Act& act);

/// The first actor named inside what the act is about, without its source, and not far down. What only tells cause,
/// time, place of a meeting or somebody's condition is left out, and so are relative clauses and what stands before the
/// act.
Party named_inside(const Scene& scene, const Act& act);

}  // namespace entente
