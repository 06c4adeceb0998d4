// One chain of the sampler of ideal points: its state and a sweep. Inside voting.
#pragma once

#include <cstdint>
#include <vector>

#include "reasoning/voting/ideal_data.h"
#include "reasoning/voting/ideal_start.h"

namespace entente {

/// Each vote has a latent leaning z = beta theta + e with e normal; the choice is no below gamma1, an abstention up to
/// gamma2, yes above. A sweep draws theta given z and beta; the level of each session, its own texts' gammas going with
/// it, and text by text beta and gamma, both with z summed out; z; and beta given z. Every draw is counted by its
/// place, so that threads may share the work in any way.
class IdealSampler {
 public:
  /// The data must outlive the sampler.
  IdealSampler(const IdealData& data, IdealStart start, uint64_t seed);

  /// `settling`: the lengths of the steps are still being set.
  void sweep(int number, int threads, bool settling);
  /// Of every stance, with mean 0 and variance 1 over all.
  [[nodiscard]] const std::vector<double>& theta() const { return theta_; }

 private:
  /// How far a step goes, as a multiple of what the start took for right.
  struct Stride {
    double length = 1;
    void set(bool accepted, double wanted, double pace);
  };
  void draw_theta(size_t voter, uint64_t seed);
  void standardise();
  void watch_growth(const std::vector<double>& before);
  void draw_level(size_t session, uint64_t seed, double pace);
  void centre();
  void draw_text(size_t text, uint64_t seed, double pace);
  [[nodiscard]] IdealText proposed(size_t text, uint64_t seed) const;

  const IdealData& data_;
  uint64_t seed_;
  std::vector<double> theta_;
  std::vector<double> mean_;  // conditional means of theta: what the walk starts from in the next session
  std::vector<IdealText> texts_;
  std::vector<std::array<double, 6>> spread_;
  std::vector<double> level_error_;
  IdealPull pull_;
  std::vector<double> pace_;    // of every stance: what a slope is divided by for a sweep's step of theta
  std::vector<double> step_;    // of every stance: what the votes alone move it by in this sweep
  std::vector<double> growth_;  // by votes, of every session
  std::vector<double> level_;   // of every session
  std::vector<Stride> of_text_, of_level_;
  std::vector<double> moved_;   // by session, in this sweep
  std::vector<float> leaning_;  // z by text
};

}  // namespace entente
