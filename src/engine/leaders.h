// Changes of leaders, from the lexicon's holders of offices. Inside engine: may change.
#pragma once

#include "coding/coding.h"
#include "engine/brief.h"

namespace entente {

/// New holders of the office that leads a state. The coder must outlive it.
LeaderList leaders_in(const Coder& coder);

}  // namespace entente
