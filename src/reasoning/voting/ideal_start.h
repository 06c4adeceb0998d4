// Where the chain of ideal points starts: near the middle of what it will visit, and how far its steps should go.
// Inside voting.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "reasoning/voting/ideal_data.h"
#include "reasoning/voting/ordinal.h"

namespace entente {

inline constexpr double farthest_theta = 5;
inline constexpr double farthest_gamma = 7;

/// Every sweep brings theta back to mean 0 and variance 1 and leaves beta and gamma as they are, so that votes and walk
/// must make good for it every time: at rest it is a force, of so much a sweep on theta.
struct IdealPull {
  double mean = 0;
  double growth = 0;  // of the spread, before it is brought back
  [[nodiscard]] double on(double theta) const { return -(mean + growth * theta); }
};

/// How votes spread the stances of each session in a sweep: `step` is what they alone move each stance by. The prior of
/// beta prefers small ones, so that beta shrinks and theta grows; gamma stays, so that the level grows with it.
std::vector<double> growth_by_votes(const IdealData& data, const std::vector<double>& theta,
                                    const std::vector<double>& step);
/// The mean of theta over each session.
std::vector<double> levels_of(const IdealData& data, const std::vector<double>& theta);

struct IdealStart {
  std::vector<double> theta;  // of every stance, with mean 0; their spread and doubt together have variance 1
  std::vector<IdealText> texts;
  std::vector<std::array<double, 6>> spread;  // of every text: L of the covariance L L' of (beta, gamma1, gamma2), row
                                              // by row
  std::vector<double> level_error;            // of every session: how far all its stances may move together
  IdealPull pull;
  std::vector<double> growth;  // by votes, of every session
};

/// A fixed point of the sampler's own steps with means in place of draws: theta a step at the pace of the sampler, each
/// session's level where the walk and the texts of several sessions want it, beta and gamma by Fisher scoring; the
/// doubt about each counts by the second order. A text on which the two sides differ starts with its beta at 1 or -1.
IdealStart ideal_start(const IdealData& data, uint32_t positive, uint32_t negative, int threads);

}  // namespace entente
