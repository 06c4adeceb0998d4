// A day of a settlement system: payments are settled one by one in central bank money, queue, and are offset.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace entente {

/// Amounts are whole numbers of the smallest unit, so that money is conserved to the last one.
struct SettlementBank {
  std::string name;
  int64_t opening = 0;
  int64_t credit = 0;  // how far its balance may go below 0
};

struct Payment {
  int from = 0;  // places in the list of banks
  int to = 0;
  int64_t amount = 0;  // above 0
  int at = 0;          // tick of its arrival; those of one tick arrive in the order of the list
  int priority = 0;    // 0 to 9; higher goes first under QueueRule::priority
};

enum class QueueRule {
  fifo,      // a bank's first payment holds up those behind it
  bypass,    // whatever the balance covers is settled, in order of arrival
  priority,  // as fifo, by priority first
};

/// Ways to save liquidity, tried on the queues when a tick is over.
struct SettlementRules {
  QueueRule queue = QueueRule::fifo;
  bool bilateral = false;     // offsets between two banks
  bool multilateral = false;  // among all banks: gridlocks and cycles
  int offset_every = 1;       // ticks
};

struct SettlementDay {
  std::vector<int> settled_at;   // by payment: the tick; -1: not settled when the day ends
  std::vector<int64_t> closing;  // by bank
  std::vector<int64_t> lowest;   // by bank: the lowest balance it had
  size_t settled = 0;
  int64_t value = 0;  // of all payments
  int64_t settled_value = 0;
  int64_t offset_value = 0;    // what offsetting saved: gross less net, on each side
  double mean_delay = 0;       // ticks, of what was settled, weighted by value
  int64_t liquidity_used = 0;  // the sum over banks of opening less lowest balance
  double turnover = 0;         // settled value by liquidity used; 0 where none was used
  bool optimal = true;         // false: some offset was too large for the exact search
};

/// Settles the payments in order of arrival. A payment is settled whole or not at all, no balance goes below minus the
/// credit limit, and what a bank receives is used for its queue at once.
///
/// Offsetting (Bech and Soramaki 2001, "Gridlock resolution in interbank payment systems"): a set of queued payments is
/// settled at the same moment where the balances bear its net. Under fifo and priority the set takes from each queue
/// its first payments, and the largest such set is found by taking away last payments of banks that come out short; it
/// is unique. Under bypass any set will do: the one of the largest value (then number) is searched exactly where 24
/// payments or fewer are queued, else a good one is taken. Time is linear in the number of payments under fifo and
/// priority.
/// Errors: input (a bank or amount that does not fit, a negative credit limit, sums that overflow).
Result<SettlementDay> settle(const std::vector<SettlementBank>& banks, const std::vector<Payment>& payments,
                             const SettlementRules& rules);

}  // namespace entente
