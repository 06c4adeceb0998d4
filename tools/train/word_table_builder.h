// The hash tables that the reader maps.
#pragma once

#include <map>
#include <vector>

#include "reading/word_table.h"

namespace entente::train {

std::vector<WordTable::Slot> build_word_table(const std::map<uint64_t, uint32_t>& values);

}  // namespace entente::train
