// Which queued payments can be settled at the same moment. Inside reasoning.
#pragma once

#include <cstdint>
#include <vector>

#include "reasoning/payments/settlement.h"

namespace entente {

struct Offset {
  std::vector<size_t> chosen;  // places in the list given, ascending
  bool optimal = true;
};

/// The largest set that takes first payments of each queue; `queued` lists payments with each bank's in their order.
/// `room` is balance and credit by bank.
Offset offset_in_order(const std::vector<const Payment*>& queued, const std::vector<int64_t>& room);

/// The set of the largest value, then number, in any order: exact up to 24 payments.
Offset offset_any(const std::vector<const Payment*>& queued, const std::vector<int64_t>& room);

}  // namespace entente
