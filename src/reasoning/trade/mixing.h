// Anderson's mixing: the next guess of a fixed point from the last few. Inside reasoning.
#pragma once

#include <Eigen/Dense>
#include <deque>

namespace entente {

/// For x = g(x): keeps the last guesses and what they led to, and proposes the combination whose residuals cancel best
/// (Anderson 1965; Walker and Ni 2011).
class AndersonMixing {
 public:
  explicit AndersonMixing(size_t memory) : memory_(memory) {}

  /// What to try next, when `x` led to `g`.
  Eigen::VectorXd next(const Eigen::VectorXd& x, const Eigen::VectorXd& g) {
    const Eigen::VectorXd residual = g - x;
    Eigen::VectorXd out = g;
    if (last_g_.size() > 0) {
      d_residual_.push_back(residual - last_residual_);
      d_g_.push_back(g - last_g_);
      if (d_g_.size() > memory_) d_residual_.pop_front(), d_g_.pop_front();
      const auto count = static_cast<Eigen::Index>(d_g_.size());
      Eigen::MatrixXd differences(x.size(), count);
      for (Eigen::Index c = 0; c < count; ++c) differences.col(c) = d_residual_[static_cast<size_t>(c)];
      const Eigen::VectorXd weights = differences.colPivHouseholderQr().solve(residual);
      for (Eigen::Index c = 0; c < count; ++c) out -= weights(c) * d_g_[static_cast<size_t>(c)];
    }
    last_residual_ = residual;
    last_g_ = g;
    return out;
  }

 private:
  size_t memory_;
  std::deque<Eigen::VectorXd> d_residual_, d_g_;
  Eigen::VectorXd last_residual_, last_g_;
};

}  // namespace entente
