// Past queries with drawn candidates, to train the ranker on. Internal to foresight.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "foresight/events/features.h"
#include "foresight/events/timeline.h"

namespace entente {

/// The upper half of a float: eight bits of mantissa are enough to learn from.
inline uint16_t half_of(float value) {
  return static_cast<uint16_t>((std::bit_cast<uint32_t>(value) + 0x8000U) >> 16);
}
inline float whole_of(uint16_t half) {
  return std::bit_cast<float>(static_cast<uint32_t>(half) << 16);
}

/// One query: its answers come first among its rows.
struct TrainingQuery {
  int32_t relation = 0;
  uint32_t answers = 0;
  uint32_t rows = 0;
  size_t first_row = 0;
};

/// Of each query, every answer among its candidates, the most promising others, and some drawn from the rest, which
/// stand for all of it: log(rest / drawn) is added to their scores.
class TrainingSet {
 public:
  explicit TrainingSet(size_t width) : width_(width) {}

  struct Draw {
    size_t best = 48;
    size_t random = 40;
    uint64_t seed = 1;
  };

  /// The part of the set that one query makes.
  struct Part {
    TrainingQuery query;
    std::vector<uint16_t> features;
    std::vector<float> offsets;
  };
  static Part part(const Candidates& candidates, int32_t relation, std::span<const Fact> answers, const Draw& draw);
  /// Adds it, if it holds an answer and another candidate.
  void add(const Part& part);

  [[nodiscard]] std::span<const TrainingQuery> queries() const { return queries_; }
  [[nodiscard]] size_t width() const { return width_; }
  [[nodiscard]] const uint16_t* row(size_t at) const { return features_.data() + at * width_; }
  [[nodiscard]] float offset(size_t at) const { return offsets_[at]; }

 private:
  size_t width_;
  std::vector<TrainingQuery> queries_;
  std::vector<uint16_t> features_;
  std::vector<float> offsets_;
};

}  // namespace entente
