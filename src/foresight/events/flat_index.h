// A map from 64-bit keys to places in a list: open addressing, no erasing. Internal to foresight.
#pragma once

#include <cstdint>
#include <vector>

namespace entente {

class FlatIndex {
 public:
  static constexpr uint32_t none = 0xFFFFFFFF;

  FlatIndex() : slots_(64) {}

  [[nodiscard]] uint32_t find(uint64_t key) const {
    for (size_t at = home(key);; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].value == none) return none;
      if (slots_[at].key == key) return slots_[at].value;
    }
  }

  /// The value of the key, which is `fresh` if it was not there.
  uint32_t find_or_add(uint64_t key, uint32_t fresh) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    for (size_t at = home(key);; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].value == none) {
        slots_[at] = {key, fresh};
        ++size_;
        return fresh;
      }
      if (slots_[at].key == key) return slots_[at].value;
    }
  }

 private:
  struct Slot {
    uint64_t key = 0;
    uint32_t value = none;
  };

  [[nodiscard]] size_t home(uint64_t key) const {
    key *= 0x9E3779B97F4A7C15ULL;
    return static_cast<size_t>(key ^ (key >> 32)) & (slots_.size() - 1);
  }
  void grow() {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.value == none) continue;
      size_t at = home(slot.key);
      while (slots_[at].value != none) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = slot;
    }
  }

  std::vector<Slot> slots_;
  size_t size_ = 0;
};

}  // namespace entente
