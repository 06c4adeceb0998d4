// Averaged weights to the tables that the reader maps: rounded to small integers, the least telling features left out.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "learner.h"
#include "reading/tables.h"

namespace entente::train {

struct FeatureTableData {
  std::vector<FeatureTable::Slot> slots;
  std::vector<ClassWeight> weights;
};

/// At most `limit` features, those with the largest weights.
FeatureTableData build_feature_table(const std::vector<Weight>& weights, size_t limit);

struct MoveWeights {
  uint64_t key;
  std::array<float, move_count> values;
};

/// The `limit` features of the largest weights, in as few buckets as hold them with room to spare.
std::vector<MoveTable::Bucket> build_move_table(std::vector<MoveWeights> weights, size_t limit);

std::vector<WordTable::Slot> build_word_table(const std::map<uint64_t, uint32_t>& values);

/// The number of slots that holds so many entries with room to spare.
size_t slots_for(size_t entries);

}  // namespace entente::train
