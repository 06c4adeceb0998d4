// The order in which a segment keeps its rows. Internal to the ledger.
#pragma once

#include <cstdint>
#include <vector>

#include "ledger/events/rows.h"

namespace entente::ledger_detail {

/// The places of the rows in the order of EventRow::key().
std::vector<uint32_t> row_order(const std::vector<EventRow>& rows);

}  // namespace entente::ledger_detail
