// Checks that no damaged table can send a look-up outside the model or round in circles.
#include "reading/word_table.h"

#include <algorithm>

namespace entente {

bool WordTable::attach(std::span<const Slot> slots, uint32_t limit) {
  if (slots.size() < 2 || slots.size() > (1u << 30)) return false;
  if (std::none_of(slots.begin(), slots.end(), [](const Slot& slot) { return slot.value == 0; })) return false;
  if (std::any_of(slots.begin(), slots.end(), [&](const Slot& slot) { return slot.value > limit; })) return false;
  slots_ = slots.data();
  size_ = static_cast<uint32_t>(slots.size());
  return true;
}

}  // namespace entente
