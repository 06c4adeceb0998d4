// An averaged multi-class perceptron over hashed features (Collins 2002), as rows of the classes that a feature met. It
// wants a margin, and leaves a share of the features out of every example, so that rare words do not learn what their
// endings and neighbours could tell.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "reading/hashing.h"

namespace entente::train {

/// One averaged weight.
struct Weight {
  uint64_t key;
  uint8_t label;
  float value;
};

/// Maps keys to the numbers 0, 1, 2, ...
class KeyIndex {
 public:
  static constexpr uint32_t none = UINT32_MAX;
  KeyIndex() : slots_(1u << 16, Slot{0, none}) {}

  [[nodiscard]] uint32_t find(uint64_t key) const { return slots_[place(key)].number; }

  uint32_t insert(uint64_t key) {
    size_t at = place(key);
    if (slots_[at].number != none) return slots_[at].number;
    if ((size_ + 1) * 2 > slots_.size()) {
      grow();
      at = place(key);
    }
    slots_[at] = {key, static_cast<uint32_t>(size_)};
    return static_cast<uint32_t>(size_++);
  }

  void prefetch(uint64_t key) const { __builtin_prefetch(&slots_[home(key)]); }
  [[nodiscard]] size_t size() const { return size_; }

  template <class Visit>
  void each(Visit visit) const {
    for (const Slot& slot : slots_) {
      if (slot.number != none) visit(slot.key, slot.number);
    }
  }

 private:
  struct Slot {
    uint64_t key;
    uint32_t number;
  };
  [[nodiscard]] size_t home(uint64_t key) const { return (key * 0x9E3779B97F4A7C15ull >> 20) & (slots_.size() - 1); }
  [[nodiscard]] size_t place(uint64_t key) const {
    size_t at = home(key);
    while (slots_[at].number != none && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
    return at;
  }
  void grow() {
    std::vector<Slot> old(slots_.size() * 2, Slot{0, none});
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.number != none) slots_[place(slot.key)] = slot;
    }
  }

  std::vector<Slot> slots_;
  size_t size_ = 0;
};

class Learner {
 public:
  /// Learns from one example; gives the class that the weights would have chosen.
  uint8_t learn(std::span<const uint64_t> keys, uint8_t right, size_t classes) {
    ++time_;
    keep_some(keys);
    scores_.assign(classes, 0);
    for (const uint64_t key : kept_) index_.prefetch(key);
    for (const uint64_t key : kept_) add(key);
    const uint8_t chosen = best();
    scores_[right] -= margin;
    const uint8_t rival = best();
    if (rival != right) update(right, rival);
    return chosen;
  }

  [[nodiscard]] std::vector<Weight> averaged() const {
    std::vector<Weight> out;
    index_.each([&](uint64_t key, uint32_t row) {
      for (const Entry& entry : rows_[row]) {
        const double total = entry.total + static_cast<double>(entry.weight) * (time_ - entry.stamp);
        out.push_back({key, entry.label, static_cast<float>(total / time_)});
      }
    });
    return out;
  }

 private:
  struct Entry {
    uint8_t label;
    float weight;
    double total;
    uint32_t stamp;
  };

  static constexpr float margin = 5;
  static constexpr uint64_t left_out = 64;  // of 256

  void keep_some(std::span<const uint64_t> keys) {
    kept_.clear();
    const uint64_t noise = scramble(time_);
    for (const uint64_t key : keys) {
      if ((scramble(key ^ noise) & 255) >= left_out) kept_.push_back(key);
    }
  }

  void add(uint64_t key) {
    const uint32_t row = index_.find(key);
    if (row == KeyIndex::none) return;
    for (const Entry& entry : rows_[row]) scores_[entry.label] += entry.weight;
  }

  [[nodiscard]] uint8_t best() const {
    return static_cast<uint8_t>(std::max_element(scores_.begin(), scores_.end()) - scores_.begin());
  }

  /// Rewards the right class and punishes the wrong one.
  void update(uint8_t right, uint8_t wrong) {
    for (const uint64_t key : kept_) {
      const uint32_t row = index_.insert(key);
      if (row == rows_.size()) rows_.emplace_back();
      change(rows_[row], right, 1);
      change(rows_[row], wrong, -1);
    }
  }

  void change(std::vector<Entry>& row, uint8_t label, float by) {
    for (Entry& entry : row) {
      if (entry.label != label) continue;
      entry.total += static_cast<double>(entry.weight) * (time_ - entry.stamp);
      entry.stamp = time_;
      entry.weight += by;
      return;
    }
    row.push_back({label, by, 0, time_});
  }

  KeyIndex index_;
  std::vector<std::vector<Entry>> rows_;
  std::vector<uint64_t> kept_;
  std::vector<float> scores_;
  uint32_t time_ = 1;
};

}  // namespace entente::train
