// Queues as linked lists over the payments, one a bank and priority; money that comes in works on its bank's queue.
#include "reasoning/payments/settlement.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <numeric>
#include <optional>

#include "reasoning/payments/offset.h"

namespace entente {

namespace {

constexpr size_t levels = 10;
constexpr int none = -1;

Error wrong(const std::string& what) {
  return {ErrorCode::input, "settlement: " + what};
}

std::optional<Error> wrong_with(const std::vector<SettlementBank>& banks, const std::vector<Payment>& payments) {
  constexpr int64_t most = std::numeric_limits<int64_t>::max() / 4;
  int64_t total = 0;
  for (const SettlementBank& bank : banks) {
    if (bank.credit < 0) return wrong(bank.name + " has a negative credit limit");
    if (bank.credit > most || std::abs(bank.opening) > most)
      return wrong(bank.name + " holds more than can be counted");
    if (bank.opening < -bank.credit) return wrong(bank.name + " opens below its credit limit");
  }
  const auto count = static_cast<int>(banks.size());
  if (payments.size() > static_cast<size_t>(std::numeric_limits<int>::max())) return wrong("too many payments");
  for (size_t i = 0; i < payments.size(); ++i) {
    const Payment& p = payments[i];
    const std::string name = "payment " + std::to_string(i + 1);
    if (p.from < 0 || p.from >= count || p.to < 0 || p.to >= count)
      return wrong(name + " names a bank that is not there");
    if (p.from == p.to) return wrong(name + " goes from a bank to itself");
    if (p.amount <= 0) return wrong(name + " must be above 0");
    if (p.priority < 0 || p.priority >= static_cast<int>(levels)) return wrong(name + ": priorities go from 0 to 9");
    if (p.amount > most - total) return wrong("the payments sum to more than can be counted");
    total += p.amount;
  }
  return std::nullopt;
}

struct Queue {
  int head = none;
  int tail = none;
};

class Day {
 public:
  Day(const std::vector<SettlementBank>& banks, const std::vector<Payment>& payments, const SettlementRules& rules)
      : banks_(banks), payments_(payments), rules_(rules), next_(payments.size(), none), queues_(banks.size()) {
    for (const SettlementBank& bank : banks) balance_.push_back(bank.opening);
    day_.lowest = balance_;
    day_.settled_at.assign(payments.size(), none);
    least_.assign(banks.size(), std::numeric_limits<int64_t>::max());
    busy_.assign(banks.size(), 0);
  }

  SettlementDay run() {
    const std::vector<int> order = arrivals();
    for (size_t i = 0; i < order.size();) {
      now_ = payments_[static_cast<size_t>(order[i])].at;
      for (; i < order.size() && payments_[static_cast<size_t>(order[i])].at == now_; ++i) arrive(order[i]);
      if (rules_.offset_every > 0 && now_ % rules_.offset_every == 0) offset();
    }
    offset();
    return finish();
  }

 private:
  [[nodiscard]] std::vector<int> arrivals() const {
    std::vector<int> order(payments_.size());
    std::iota(order.begin(), order.end(), 0);
    const auto earlier = [&](int a, int b) {
      return payments_[static_cast<size_t>(a)].at < payments_[static_cast<size_t>(b)].at;
    };
    if (!std::is_sorted(order.begin(), order.end(), earlier)) std::stable_sort(order.begin(), order.end(), earlier);
    return order;
  }

  [[nodiscard]] int64_t room(size_t bank) const { return balance_[bank] + banks_[bank].credit; }
  [[nodiscard]] size_t level_of(const Payment& p) const {
    return rules_.queue == QueueRule::priority ? levels - 1 - static_cast<size_t>(p.priority) : 0;
  }

  void arrive(int i) {
    const Payment& p = payments_[static_cast<size_t>(i)];
    const auto bank = static_cast<size_t>(p.from);
    Queue& queue = queues_[bank][level_of(p)];
    (queue.head == none ? queue.head : next_[static_cast<size_t>(queue.tail)]) = i;
    queue.tail = i;
    least_[bank] = std::min(least_[bank], p.amount);
    wake(bank);
    work();
  }

  void wake(size_t bank) {
    if (busy_[bank] != 0) return;
    busy_[bank] = 1;
    waiting_.push_back(bank);
  }

  void work() {
    while (!waiting_.empty()) {
      const size_t bank = waiting_.back();
      waiting_.pop_back();
      busy_[bank] = 0;
      if (rules_.queue == QueueRule::bypass) {
        pass_by(bank);
      } else {
        in_order(bank);
      }
    }
  }

  void in_order(size_t bank) {
    for (Queue& queue : queues_[bank]) {
      while (queue.head != none) {
        const int i = queue.head;
        if (payments_[static_cast<size_t>(i)].amount > room(bank)) return;
        queue.head = next_[static_cast<size_t>(i)];
        if (queue.head == none) queue.tail = none;
        settle_one(i);
      }
    }
  }

  void pass_by(size_t bank) {
    if (least_[bank] > room(bank)) return;  // nothing in the queue is so small
    Queue& queue = queues_[bank][0];
    int64_t least = std::numeric_limits<int64_t>::max();
    int before = none;
    for (int i = queue.head; i != none;) {
      const int after = next_[static_cast<size_t>(i)];
      if (payments_[static_cast<size_t>(i)].amount <= room(bank)) {
        (before == none ? queue.head : next_[static_cast<size_t>(before)]) = after;
        if (after == none) queue.tail = before;
        settle_one(i);
      } else {
        least = std::min(least, payments_[static_cast<size_t>(i)].amount);
        before = i;
      }
      i = after;
    }
    least_[bank] = least;
  }

  void settle_one(int i) {
    const Payment& p = payments_[static_cast<size_t>(i)];
    const auto from = static_cast<size_t>(p.from), to = static_cast<size_t>(p.to);
    balance_[from] -= p.amount;
    balance_[to] += p.amount;
    day_.lowest[from] = std::min(day_.lowest[from], balance_[from]);
    note(i);
    wake(to);
  }

  void note(int i) {
    const Payment& p = payments_[static_cast<size_t>(i)];
    day_.settled_at[static_cast<size_t>(i)] = now_;
    day_.settled_value += p.amount;
    ++day_.settled;
    delay_ += static_cast<double>(p.amount) * (now_ - p.at);
  }

  /// All that is queued, bank by bank, each in its order.
  [[nodiscard]] std::vector<int> queued() const {
    std::vector<int> out;
    for (const auto& bank : queues_) {
      for (const Queue& queue : bank) {
        for (int i = queue.head; i != none; i = next_[static_cast<size_t>(i)]) out.push_back(i);
      }
    }
    return out;
  }

  void offset() {
    for (bool again = rules_.bilateral; again;) {
      again = false;
      std::map<std::pair<int, int>, std::vector<int>> pairs;
      for (const int i : queued()) {
        const Payment& p = payments_[static_cast<size_t>(i)];
        pairs[{std::min(p.from, p.to), std::max(p.from, p.to)}].push_back(i);
      }
      for (const auto& [pair, among] : pairs) again = offset_among(among, true) || again;
      work();
    }
    while (rules_.multilateral && offset_among(queued(), false)) work();
  }

  /// Settles a set of these at once; false where no set can be. One that goes only one way offsets nothing, and would
  /// pass by those in front of it.
  bool offset_among(const std::vector<int>& among, bool both_ways) {
    std::vector<const Payment*> candidates;
    for (const int i : among) candidates.push_back(&payments_[static_cast<size_t>(i)]);
    std::vector<int64_t> rooms;
    for (size_t b = 0; b < banks_.size(); ++b) rooms.push_back(room(b));
    const Offset found =
        rules_.queue == QueueRule::bypass ? offset_any(candidates, rooms) : offset_in_order(candidates, rooms);
    day_.optimal = day_.optimal && found.optimal;
    if (found.chosen.empty()) return false;
    const auto same_sender = [&](size_t c) { return candidates[c]->from == candidates[found.chosen[0]]->from; };
    if (both_ways && std::all_of(found.chosen.begin(), found.chosen.end(), same_sender)) return false;
    std::vector<int64_t> net(banks_.size(), 0);
    int64_t gross = 0;
    for (const size_t c : found.chosen) {
      net[static_cast<size_t>(candidates[c]->from)] -= candidates[c]->amount;
      net[static_cast<size_t>(candidates[c]->to)] += candidates[c]->amount;
      gross += candidates[c]->amount;
    }
    int64_t moved = 0;
    for (size_t b = 0; b < net.size(); ++b) {
      balance_[b] += net[b];
      day_.lowest[b] = std::min(day_.lowest[b], balance_[b]);
      moved += std::max<int64_t>(net[b], 0);
      if (net[b] > 0) wake(b);
    }
    day_.offset_value += (gross - moved) / 2;
    std::vector<int> settled;
    for (const size_t c : found.chosen) settled.push_back(among[c]);
    take_out(settled);
    return true;
  }

  void take_out(const std::vector<int>& settled) {
    for (const int i : settled) {
      note(i);
      wake(static_cast<size_t>(payments_[static_cast<size_t>(i)].from));  // who stood behind it may go now
    }
    for (size_t bank = 0; bank < queues_.size(); ++bank) {
      least_[bank] = std::numeric_limits<int64_t>::max();
      for (Queue& queue : queues_[bank]) {
        Queue kept;
        for (int i = queue.head; i != none;) {
          const int after = next_[static_cast<size_t>(i)];
          next_[static_cast<size_t>(i)] = none;
          if (day_.settled_at[static_cast<size_t>(i)] == none) {
            (kept.head == none ? kept.head : next_[static_cast<size_t>(kept.tail)]) = i;
            kept.tail = i;
            least_[bank] = std::min(least_[bank], payments_[static_cast<size_t>(i)].amount);
          }
          i = after;
        }
        queue = kept;
      }
    }
  }

  SettlementDay finish() {
    day_.closing = balance_;
    for (const Payment& p : payments_) day_.value += p.amount;
    for (size_t b = 0; b < banks_.size(); ++b) day_.liquidity_used += banks_[b].opening - day_.lowest[b];
    if (day_.settled_value > 0) day_.mean_delay = delay_ / static_cast<double>(day_.settled_value);
    if (day_.liquidity_used > 0) {
      day_.turnover = static_cast<double>(day_.settled_value) / static_cast<double>(day_.liquidity_used);
    }
    return std::move(day_);
  }

  const std::vector<SettlementBank>& banks_;
  const std::vector<Payment>& payments_;
  const SettlementRules& rules_;
  std::vector<int> next_;
  std::vector<std::array<Queue, levels>> queues_;  // by bank, the most urgent level first
  std::vector<int64_t> balance_;
  std::vector<int64_t> least_;  // by bank: no queued payment is smaller
  std::vector<char> busy_;
  std::vector<size_t> waiting_;  // banks whose queue must be looked at
  int now_ = 0;
  double delay_ = 0;
  SettlementDay day_;
};

}  // namespace

Result<SettlementDay> settle(const std::vector<SettlementBank>& banks, const std::vector<Payment>& payments,
                             const SettlementRules& rules) {
  if (auto bad = wrong_with(banks, payments)) return *bad;
  return Day(banks, payments, rules).run();
}

}  // namespace entente
