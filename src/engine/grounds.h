// Claims, articles and names that an answer points into. Internal to the engine.
#pragma once

#include "engine/engine.h"

namespace entente {

Grounds grounds_of(ClaimList list, const Coder& coder);

}  // namespace entente
