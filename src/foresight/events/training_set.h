// Past queries with drawn candidates, to train the ranker on. Internal to foresight.
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
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

/// One query with candidates, its answers first: every answer that is a candidate, the most promising others, and some
/// drawn from the rest, which stand for all of it: log(rest / drawn) is added to their scores.
struct TrainingQuery {
  int32_t relation = 0;
  size_t answers = 0;
  std::vector<float> offsets;      // by candidate: what is added to its score
  std::vector<uint16_t> features;  // a row a candidate
};

struct CandidateDraw {
  size_t best = 48;
  size_t random = 40;
  uint64_t seed = 1;
};

/// Nothing where no answer is a candidate, or nobody else is.
std::optional<TrainingQuery> training_query(const Candidates& candidates, int32_t relation,
                                            std::span<const Fact> answers, const CandidateDraw& draw);

using TrainingSet = std::vector<TrainingQuery>;

}  // namespace entente
