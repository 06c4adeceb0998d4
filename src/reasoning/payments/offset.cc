#include "reasoning/payments/offset.h"

#include <algorithm>
#include <numeric>

namespace entente {

namespace {

constexpr size_t most_exact = 24;
constexpr size_t most_nodes = 4'000'000;

/// What each bank would hold above its limit if all chosen payments were settled.
std::vector<int64_t> room_after(const std::vector<const Payment*>& queued, const std::vector<char>& chosen,
                                std::vector<int64_t> room) {
  for (size_t i = 0; i < queued.size(); ++i) {
    if (chosen[i] == 0) continue;
    room[static_cast<size_t>(queued[i]->from)] -= queued[i]->amount;
    room[static_cast<size_t>(queued[i]->to)] += queued[i]->amount;
  }
  return room;
}

std::vector<size_t> places(const std::vector<char>& chosen) {
  std::vector<size_t> out;
  for (size_t i = 0; i < chosen.size(); ++i) {
    if (chosen[i] != 0) out.push_back(i);
  }
  return out;
}

/// Takes payments away from banks that come out short, `pick` choosing which, until none does.
template <class Pick>
std::vector<char> take_away(const std::vector<const Payment*>& queued, const std::vector<int64_t>& start, Pick pick) {
  std::vector<char> chosen(queued.size(), 1);
  std::vector<int64_t> room = room_after(queued, chosen, start);
  std::vector<std::vector<size_t>> of_bank(start.size());
  for (size_t i = 0; i < queued.size(); ++i) of_bank[static_cast<size_t>(queued[i]->from)].push_back(i);
  std::vector<size_t> short_banks;
  for (size_t b = 0; b < room.size(); ++b) {
    if (room[b] < 0) short_banks.push_back(b);
  }
  while (!short_banks.empty()) {
    const size_t bank = short_banks.back();
    if (room[bank] >= 0 || of_bank[bank].empty()) {
      short_banks.pop_back();
      continue;
    }
    const size_t at = pick(of_bank[bank], -room[bank]);
    const size_t i = of_bank[bank][at];
    of_bank[bank].erase(of_bank[bank].begin() + static_cast<std::ptrdiff_t>(at));
    chosen[i] = 0;
    const auto to = static_cast<size_t>(queued[i]->to);
    room[bank] += queued[i]->amount;
    room[to] -= queued[i]->amount;
    if (room[to] < 0 && to != bank) short_banks.push_back(to);
  }
  return chosen;
}

/// Depth first over the payments by falling amount, cut off where what is left cannot beat the best.
class ExactSearch {
 public:
  ExactSearch(const std::vector<const Payment*>& queued, const std::vector<int64_t>& room)
      : queued_(queued), room_(room), hope_(room), chosen_(queued.size(), 0), best_(queued.size(), 0) {
    order_.resize(queued.size());
    std::iota(order_.begin(), order_.end(), size_t{0});
    std::stable_sort(order_.begin(), order_.end(),
                     [&](size_t a, size_t b) { return queued[a]->amount > queued[b]->amount; });
    for (const Payment* p : queued) hope_[static_cast<size_t>(p->to)] += p->amount, left_ += p->amount;
  }

  void begin_with(const std::vector<char>& known) {
    best_ = known;
    for (size_t i = 0; i < known.size(); ++i) {
      if (known[i] != 0) best_value_ += queued_[i]->amount, ++best_count_;
    }
  }

  /// False where the search was given up.
  bool run() {
    descend(0);
    return nodes_ <= most_nodes;
  }
  [[nodiscard]] const std::vector<char>& best() const { return best_; }

 private:
  void descend(size_t depth) {
    if (++nodes_ > most_nodes || value_ + left_ < best_value_) return;
    if (value_ + left_ == best_value_ && count_ + order_.size() - depth <= best_count_) return;
    if (depth == order_.size()) {
      if (std::any_of(room_.begin(), room_.end(), [](int64_t r) { return r < 0; })) return;
      best_ = chosen_;
      best_value_ = value_;
      best_count_ = count_;
      return;
    }
    const size_t i = order_[depth];
    const auto from = static_cast<size_t>(queued_[i]->from), to = static_cast<size_t>(queued_[i]->to);
    const int64_t amount = queued_[i]->amount;
    left_ -= amount;
    // With it: the sender must bear it even if all that may still come does come.
    hope_[from] -= amount;
    if (hope_[from] >= 0) {
      chosen_[i] = 1, value_ += amount, ++count_;
      room_[from] -= amount, room_[to] += amount;
      descend(depth + 1);
      room_[from] += amount, room_[to] -= amount;
      chosen_[i] = 0, value_ -= amount, --count_;
    }
    hope_[from] += amount;
    hope_[to] -= amount;  // without it, the receiver can hope for less
    if (hope_[to] >= 0) descend(depth + 1);
    hope_[to] += amount;
    left_ += amount;
  }

  const std::vector<const Payment*>& queued_;
  std::vector<int64_t> room_;
  std::vector<int64_t> hope_;  // room if everything undecided came in and nothing undecided went out
  std::vector<char> chosen_, best_;
  std::vector<size_t> order_;
  int64_t value_ = 0, left_ = 0, best_value_ = 0;
  size_t count_ = 0, best_count_ = 0, nodes_ = 0;
};

}  // namespace

Offset offset_in_order(const std::vector<const Payment*>& queued, const std::vector<int64_t>& room) {
  return {places(take_away(queued, room, [](const auto& of_bank, int64_t) { return of_bank.size() - 1; })), true};
}

Offset offset_any(const std::vector<const Payment*>& queued, const std::vector<int64_t>& room) {
  // The smallest payment that makes up for what is short, or the largest.
  const auto pick = [&](const std::vector<size_t>& of_bank, int64_t needed) {
    size_t best = 0;
    for (size_t at = 1; at < of_bank.size(); ++at) {
      const int64_t amount = queued[of_bank[at]]->amount, best_amount = queued[of_bank[best]]->amount;
      const bool enough = amount >= needed, best_enough = best_amount >= needed;
      if (enough == best_enough ? (enough ? amount < best_amount : amount > best_amount) : enough) best = at;
    }
    return best;
  };
  const std::vector<char> good = take_away(queued, room, pick);
  if (queued.size() > most_exact) return {places(good), false};
  ExactSearch search(queued, room);
  search.begin_with(good);
  const bool whole = search.run();
  return {places(search.best()), whole};
}

}  // namespace entente
