// "What we knew then": a point in the ledger's own history.
#pragma once

#include <cstdint>
#include <limits>

namespace entente {

/// Rows up to and with this number were recorded; rows after it cannot be seen.
struct LedgerMark {
  int64_t row = std::numeric_limits<int64_t>::max();
};

}  // namespace entente
