// How often acts of a class happen to active pairs at all: what is answered where there is no history. Internal to
// foresight.
#pragma once

#include "foresight/pairs/act_class.h"

namespace entente {

/// That an act of the class happens within so many days, to a pair of which either acted towards the other in the year
/// before. Rates of ICEWS in 2014 by CAMEO root, at a constant hazard; for a class within a root that of the root.
double shipped_base_rate(const ActClass& act, int days);

}  // namespace entente
