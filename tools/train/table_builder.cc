// Rounding, pruning, laying out.
#include "table_builder.h"

#include <algorithm>
#include <cmath>

namespace entente::train {

namespace {

struct Row {
  uint64_t key = 0;
  float size = 0;  // the largest weight
  std::vector<Weight> weights;
};

std::vector<Row> rows_of(std::vector<Weight> weights) {
  std::sort(weights.begin(), weights.end(),
            [](const Weight& a, const Weight& b) { return a.key != b.key ? a.key < b.key : a.label < b.label; });
  std::vector<Row> rows;
  for (const Weight& weight : weights) {
    if (rows.empty() || rows.back().key != weight.key) rows.push_back({weight.key, 0, {}});
    rows.back().weights.push_back(weight);
    rows.back().size = std::max(rows.back().size, std::abs(weight.value));
  }
  return rows;
}

/// Keeps the features with the largest weights; ties go by key, so that the choice never depends on order.
template <class Row, class Size>
void keep_largest(std::vector<Row>& rows, size_t limit, Size size) {
  if (rows.size() <= limit) return;
  std::nth_element(rows.begin(), rows.begin() + static_cast<long>(limit), rows.end(),
                   [&](const Row& a, const Row& b) { return size(a) != size(b) ? size(a) > size(b) : a.key < b.key; });
  rows.resize(limit);
}

/// A step so small that all but one weight in two thousand fit the range.
float step_for(std::vector<float> sizes, float range) {
  if (sizes.empty()) return 1;
  const size_t at = sizes.size() - 1 - sizes.size() / 2000;
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<long>(at), sizes.end());
  return std::max(sizes[at] / range, 1e-6f);
}

int rounded(float value, float step, int range) {
  return std::clamp(static_cast<int>(std::lround(value / step)), -range, range);
}

template <class Slot, class Empty>
size_t free_slot(const std::vector<Slot>& slots, uint64_t key, Empty empty) {
  size_t at = home_slot(key, static_cast<uint32_t>(slots.size()));
  while (!empty(slots[at])) at = at + 1 == slots.size() ? 0 : at + 1;
  return at;
}

/// A full bucket takes no more: the largest weights came first.
void put_in_bucket(std::vector<MoveTable::Bucket>& buckets, const MoveWeights& row, float step) {
  std::array<int8_t, move_count> weights{};
  for (size_t i = 0; i < move_count; ++i) weights[i] = static_cast<int8_t>(rounded(row.values[i], step, 127));
  if (weights == std::array<int8_t, move_count>{}) return;
  MoveTable::Bucket& bucket = buckets[home_slot(row.key, static_cast<uint32_t>(buckets.size()))];
  const uint16_t check = MoveTable::check_of(row.key);
  for (size_t place = 0; place < MoveTable::bucket_size; ++place) {
    if (bucket.checks[place] == check) return;
    if (bucket.checks[place] != 0) continue;
    bucket.checks[place] = check;
    bucket.weights[place] = weights;
    return;
  }
}

}  // namespace

size_t slots_for(size_t entries) {
  return entries * 10 / 7 + 2;
}

FeatureTableData build_feature_table(const std::vector<Weight>& weights, size_t limit) {
  std::vector<Row> rows = rows_of(weights);
  keep_largest(rows, limit, [](const Row& row) { return row.size; });
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.key < b.key; });
  std::vector<float> sizes;
  for (const Row& row : rows) {
    for (const Weight& weight : row.weights) sizes.push_back(std::abs(weight.value));
  }
  const float step = step_for(std::move(sizes), 127);
  FeatureTableData out;
  out.slots.assign(slots_for(rows.size()), {0, 0});
  for (const Row& row : rows) {
    const size_t begin = out.weights.size();
    for (const Weight& weight : row.weights) {
      const int value = rounded(weight.value, step, 127);
      if (value != 0) out.weights.push_back({weight.label, static_cast<int8_t>(value)});
    }
    const size_t count = out.weights.size() - begin;
    if (count == 0) continue;
    const size_t at = free_slot(out.slots, row.key, [](const auto& slot) { return slot.packed == 0; });
    out.slots[at] = {static_cast<uint32_t>(row.key), static_cast<uint32_t>(begin << 7 | count)};
  }
  return out;
}

std::vector<MoveTable::Bucket> build_move_table(std::vector<MoveWeights> weights, size_t limit) {
  const auto size = [](const MoveWeights& row) {
    return std::max({std::abs(row.values[0]), std::abs(row.values[1]), std::abs(row.values[2])});
  };
  keep_largest(weights, limit, size);
  std::sort(weights.begin(), weights.end(), [&](const MoveWeights& a, const MoveWeights& b) {
    return size(a) != size(b) ? size(a) > size(b) : a.key < b.key;
  });
  std::vector<float> sizes;
  for (const MoveWeights& row : weights) sizes.push_back(size(row));
  const float step = step_for(std::move(sizes), 127);
  const size_t count = weights.size() * 5 / (MoveTable::bucket_size * 4) + 2;
  std::vector<MoveTable::Bucket> buckets(count);
  for (const MoveWeights& row : weights) put_in_bucket(buckets, row, step);
  return buckets;
}

std::vector<WordTable::Slot> build_word_table(const std::map<uint64_t, uint32_t>& values) {
  std::vector<WordTable::Slot> slots(slots_for(values.size()), WordTable::Slot{0, 0});
  for (const auto& [key, value] : values) {
    const size_t at = free_slot(slots, key, [](const auto& slot) { return slot.value == 0; });
    slots[at] = {static_cast<uint32_t>(key), value + 1};
  }
  return slots;
}

}  // namespace entente::train
