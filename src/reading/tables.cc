// Checks that no damaged table can send a look-up outside the model or round in circles.
#include "reading/tables.h"

#include <algorithm>

namespace entente {

namespace {

template <class Slot, class Empty>
bool sound(std::span<const Slot> slots, Empty empty) {
  return slots.size() >= 2 && slots.size() <= (1u << 30) && std::any_of(slots.begin(), slots.end(), empty);
}

}  // namespace

bool FeatureTable::attach(std::span<const Slot> slots, std::span<const ClassWeight> weights, int classes) {
  if (!sound(slots, [](const Slot& slot) { return (slot.packed & max_row) == 0; })) return false;
  for (const Slot& slot : slots) {
    if (size_t{slot.packed >> 7} + (slot.packed & max_row) > weights.size()) return false;
  }
  for (const ClassWeight& weight : weights) {
    if (weight.label >= classes) return false;
  }
  slots_ = slots.data();
  weights_ = weights.data();
  size_ = static_cast<uint32_t>(slots.size());
  return true;
}

bool MoveTable::attach(std::span<const Bucket> buckets) {
  if (buckets.size() < 2 || buckets.size() > (1u << 30)) return false;
  buckets_ = buckets.data();
  size_ = static_cast<uint32_t>(buckets.size());
  return true;
}

bool WordTable::attach(std::span<const Slot> slots) {
  if (!sound(slots, [](const Slot& slot) { return slot.value == 0; })) return false;
  slots_ = slots.data();
  size_ = static_cast<uint32_t>(slots.size());
  return true;
}

}  // namespace entente
