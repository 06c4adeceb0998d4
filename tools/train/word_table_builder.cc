// Each key goes into the first free slot from its home on.
#include "word_table_builder.h"

namespace entente::train {

std::vector<WordTable::Slot> build_word_table(const std::map<uint64_t, uint32_t>& values) {
  std::vector<WordTable::Slot> slots(values.size() * 10 / 7 + 2, WordTable::Slot{0, 0});
  for (const auto& [key, value] : values) {
    size_t at = WordTable::home_slot(key, static_cast<uint32_t>(slots.size()));
    while (slots[at].value != 0) at = at + 1 == slots.size() ? 0 : at + 1;
    slots[at] = {static_cast<uint32_t>(key), value + 1};
  }
  return slots;
}

}  // namespace entente::train
