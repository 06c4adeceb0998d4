// What events say of relations, as JSON. Inside report: may change.
#pragma once

#include "report/evidence.h"

namespace entente {

/// docs/manual.md lists the keys; so many pairs at most (0: all).
OrderedJson events_json(const RelationsAnswer& answer, size_t pairs);

}  // namespace entente
