// One chain of the sampler of ideal points: its state and a sweep. Inside voting.
#pragma once

#include <cstdint>
#include <vector>

#include "reasoning/voting/ideal_data.h"

namespace entente {

/// Each vote has a latent leaning z = beta theta + e with e normal; the choice is no below gamma1, an abstention up to
/// gamma2, yes above. A sweep draws theta given z and beta, then text by text gamma (with z summed out), z, and beta.
/// Every draw is counted by its place, so that threads may share the work in any way.
class IdealSampler {
 public:
  /// `positive` is the voter on the upper side, `negative` one on the other; a text on which the two differ starts with
  /// its beta at 1 or -1. The data must outlive the sampler.
  IdealSampler(const IdealData& data, uint32_t positive, uint32_t negative, uint64_t seed);

  void sweep(int number, int threads);
  /// Of every stance, with mean 0 and variance 1 over all.
  [[nodiscard]] const std::vector<double>& theta() const { return theta_; }

 private:
  struct Text {
    double beta = 0;
    double gamma1 = 0;
    double gamma2 = 0;
  };
  void start_texts(uint32_t positive, uint32_t negative);
  void draw_theta(size_t voter, uint64_t seed);
  void standardise();
  void draw_text(size_t text, uint64_t seed);
  [[nodiscard]] double walk_precision(size_t later, size_t earlier) const;

  const IdealData& data_;
  uint64_t seed_;
  std::vector<double> theta_;
  std::vector<double> mean_;  // conditional means of theta: what the walk starts from in the next session
  std::vector<Text> texts_;
  std::vector<float> leaning_;  // z by text
};

}  // namespace entente
