// Where the chain of ideal points starts: near the middle of what it will visit. Inside voting.
#pragma once

#include <cstdint>
#include <vector>

#include "reasoning/voting/ideal_data.h"
#include "reasoning/voting/ordinal.h"

namespace entente {

inline constexpr double farthest_theta = 5;
inline constexpr double farthest_gamma = 7;

struct IdealStart {
  std::vector<double> theta;  // of every stance, with mean 0; their spread and doubt together have variance 1
  std::vector<IdealText> texts;
};

/// A fixed point of the sampler's own steps with means in place of draws: theta a step at the pace of the sampler, each
/// session's level where the walk and the texts of several sessions want it, beta and gamma by Fisher scoring; the
/// doubt about each counts by the second order. A text on which the two sides differ starts with its beta at 1 or -1.
IdealStart ideal_start(const IdealData& data, uint32_t positive, uint32_t negative, int threads);

}  // namespace entente
