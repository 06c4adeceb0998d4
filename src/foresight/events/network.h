// The ranker: a small network that turns the features of a possible answer into a score. Internal to foresight.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// score = v.h2 + u_r.h1, h2 = f(W2 h1 + b2), h1 = f(W1 x + b1 + e_r), f the leaky rectifier: two hidden layers, with
/// an offset e_r and an own way out u_r for each relation r. All parameters lie in one list, so that sums, files and
/// the optimiser need no names.
class RankNetwork {
 public:
  static constexpr size_t first = 48;
  static constexpr size_t second = 24;

  RankNetwork() = default;
  /// Drawn anew from the seed.
  RankNetwork(size_t inputs, size_t relations, uint64_t seed);
  /// With given parameters; their number must be parameter_count().
  RankNetwork(size_t inputs, size_t relations, std::vector<float> parameters);

  static size_t parameter_count(size_t inputs, size_t relations);

  [[nodiscard]] size_t inputs() const { return inputs_; }
  [[nodiscard]] size_t relations() const { return relations_; }
  [[nodiscard]] std::span<const float> parameters() const { return parameters_; }
  [[nodiscard]] std::span<float> parameters() { return parameters_; }

  /// The values within, of one candidate.
  struct State {
    std::array<float, first> h1;
    std::array<float, second> h2;
  };

  /// Sums run in a fixed order, whatever the processor.
  float score(const float* x, int32_t relation, State& state) const;
  /// Adds to `gradient` (as long as the parameters) what the candidate's score does to the loss, times `slope`.
  void add_gradient(const float* x, int32_t relation, const State& state, float slope, std::span<float> gradient) const;

 private:
  struct Layout {
    size_t w1, b1, w2, b2, v, e, u, end;
  };
  [[nodiscard]] Layout layout() const { return layout(inputs_, relations_); }
  static Layout layout(size_t inputs, size_t relations);

  size_t inputs_ = 0;
  size_t relations_ = 0;
  std::vector<float> parameters_;
};

}  // namespace entente
