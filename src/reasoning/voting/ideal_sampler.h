// One chain of the sampler of ideal points: its state and a sweep. Inside voting.
#pragma once

#include <cstdint>
#include <vector>

#include "reasoning/voting/ideal_start.h"

namespace entente {

/// Each vote has a latent leaning z = beta theta + e with e normal; the choice is yes below gamma1, an abstention up to
/// gamma2, no above. A sweep draws theta given z and beta, then text by text gamma (with z summed out), z, and beta.
/// Every draw is counted by its place, so that threads may share the work in any way.
class IdealSampler {
 public:
  /// The data must outlive the sampler.
  IdealSampler(const IdealData& data, IdealStart start, uint64_t seed);

  void sweep(int number, int threads);
  /// Of every stance, with mean 0 and variance 1 over all.
  [[nodiscard]] const std::vector<double>& theta() const { return theta_; }

 private:
  void draw_theta(size_t voter, uint64_t seed);
  void standardise();
  void lay_out_text(size_t text, std::vector<float>& theta, std::vector<float>& mean) const;
  void draw_text(size_t text, uint64_t seed);

  const IdealData& data_;
  uint64_t seed_;
  std::vector<double> theta_;
  std::vector<double> mean_;  // conditional means of theta: what the walk starts from in the next session
  std::vector<IdealText> texts_;
  std::vector<float> leaning_;  // z by text
};

}  // namespace entente
