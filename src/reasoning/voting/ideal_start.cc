// Blocks in turn: stances, levels of sessions, texts. Each block's members are independent given the other blocks, so
// that threads may share them in any way.
#include "reasoning/voting/ideal_start.h"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <cmath>

#include "reasoning/voting/normal.h"

namespace entente {
namespace {

constexpr int passes_of_start = 60;
constexpr double longest_step = 1;      // of any number in a pass
constexpr double first_doubt = 0.05;    // variance of theta before anything is known
constexpr double least_gap_kept = 0.3;  // of gamma2 - gamma1, in a pass

class Ascent {
 public:
  Ascent(const IdealData& data, uint32_t positive, uint32_t negative)
      : data_(data),
        theta_(data.stances.size(), 0),
        doubt_(data.stances.size(), first_doubt),
        texts_(data.texts()),
        doubt_of_beta_(data.texts(), 0) {
    for (size_t s = 0; s < theta_.size(); ++s) {
      if (data.stances[s].voter == positive) theta_[s] = 3;
      if (data.stances[s].voter == negative) theta_[s] = -2;
    }
    mean_ = theta_;
    for (uint32_t t = 0; t < texts_.size(); ++t) start_text(t, positive, negative);
  }

  void pass() {
    tbb::parallel_for(size_t{0}, data_.voters.size(), [&](size_t voter) { move_stances(voter); });
    standardise();
    for (uint32_t session = 0; session < data_.members.size(); ++session) move_level(session);
    centre();
    tbb::parallel_for(uint32_t{0}, static_cast<uint32_t>(texts_.size()), [&](uint32_t t) { move_text(t); });
  }

  IdealStart take() { return {std::move(theta_), std::move(texts_)}; }

 private:
  /// Cut points by the shares of the choices.
  void start_text(uint32_t t, uint32_t positive, uint32_t negative) {
    std::array<double, 3> count = {0.5, 0.5, 0.5};
    int of_positive = -1, of_negative = -1;
    for (uint32_t v = data_.text_begin[t]; v < data_.text_begin[t + 1]; ++v) {
      ++count[static_cast<size_t>(data_.choice[v])];
      const uint32_t voter = data_.stances[data_.stance[v]].voter;
      if (voter == positive) of_positive = data_.choice[v];
      if (voter == negative) of_negative = data_.choice[v];
    }
    const double n = count[0] + count[1] + count[2];
    texts_[t] = {0, normal_quantile(count[0] / n), normal_quantile((count[0] + count[1]) / n)};
    if (of_positive >= 0 && of_negative >= 0)
      texts_[t].beta = (of_positive > of_negative) - (of_positive < of_negative);
  }

  void move_stances(size_t voter) {
    const auto [begin, end] = data_.voters[voter];
    std::vector<double> next(end - begin);
    for (uint32_t s = begin; s < end; ++s) {
      const uint32_t from = data_.walks_from(s);
      const double prior = data_.walk_precision(s), origin = from == s ? 0 : mean_[from];
      double slope = prior * (origin - theta_[s]), pace = prior, information = prior;
      for (uint32_t at = data_.stance_begin[s]; at < data_.stance_begin[s + 1]; ++at) {
        const IdealText& text = texts_[data_.text_of[at]];
        const double doubt = doubt_of_beta_[data_.text_of[at]];
        const OrdinalVote v = ordinal_vote(data_.choice[data_.by_stance[at]], text, text.beta * theta_[s]);
        slope += text.beta * v.by_eta - theta_[s] * v.of_eta * doubt;
        information += (text.beta * text.beta + doubt) * v.of_eta;
        pace += text.beta * text.beta + doubt;
      }
      doubt_[s] = 1 / information;
      next[s - begin] = std::clamp(theta_[s] + std::clamp(slope / pace, -longest_step, longest_step), -farthest_theta,
                                   farthest_theta);
    }
    std::copy(next.begin(), next.end(), next_.begin() + begin);
  }

  void standardise() {
    const auto n = static_cast<double>(theta_.size());
    mean_ = next_;
    double mean = 0, variance = 0;
    for (const double theta : mean_) mean += theta / n;
    for (size_t s = 0; s < mean_.size(); ++s) variance += (std::pow(mean_[s] - mean, 2) + doubt_[s]) / n;
    const double spread = variance > 0 ? std::sqrt(variance) : 1;
    for (size_t s = 0; s < mean_.size(); ++s) theta_[s] = (mean_[s] - mean) / spread;
  }

  /// All stances of a session together, and the cut points of its own texts with them: those votes do not change, only
  /// the walk and the texts of several sessions have a say.
  void move_level(uint32_t session) {
    double slope = 0, information = 0;
    for (const uint32_t s : data_.members[session]) {
      const uint32_t from = data_.walks_from(s);
      const double prior = data_.walk_precision(s);
      information += prior;
      slope += prior * ((from == s ? 0 : mean_[from]) - theta_[s]);
      for (uint32_t at = data_.stance_begin[s]; at < data_.stance_begin[s + 1]; ++at) {
        if (data_.bridge[data_.text_of[at]] == 0) continue;
        const IdealText& text = texts_[data_.text_of[at]];
        const OrdinalVote v = ordinal_vote(data_.choice[data_.by_stance[at]], text, text.beta * theta_[s]);
        slope += text.beta * v.by_eta;
        information += text.beta * text.beta * v.of_eta;
      }
    }
    const double step = std::clamp(slope / information, -longest_step, longest_step);
    for (const uint32_t s : data_.members[session]) theta_[s] += step, mean_[s] += step;
    for (const uint32_t t : data_.own_texts[session]) shift(t, step);
  }

  void shift(uint32_t t, double step) {
    texts_[t].gamma1 += texts_[t].beta * step;
    texts_[t].gamma2 += texts_[t].beta * step;
  }

  /// All levels back to mean 0, which changes no vote's chance.
  void centre() {
    double mean = 0;
    for (const double theta : theta_) mean += theta / static_cast<double>(theta_.size());
    for (size_t s = 0; s < theta_.size(); ++s) theta_[s] -= mean, mean_[s] -= mean;
    for (uint32_t t = 0; t < texts_.size(); ++t) shift(t, -mean);
  }

  /// A step of Fisher scoring. Beta has its prior; the gap between the cut points is kept from closing.
  void move_text(uint32_t t) {
    IdealText& text = texts_[t];
    const double gap = text.gamma2 - text.gamma1, weak = 1 / (farthest_gamma * farthest_gamma);
    Eigen::Vector3d slope(-text.beta, -1 / gap - text.gamma1 * weak, 1 / gap - text.gamma2 * weak);
    Eigen::Matrix3d information = Eigen::Matrix3d::Zero();
    const double keep = 1 / (gap * gap);
    information.diagonal() << 1, weak + keep, weak + keep;
    information(2, 1) = -keep;
    for (uint32_t at = data_.text_begin[t]; at < data_.text_begin[t + 1]; ++at) {
      const double theta = theta_[data_.stance[at]], doubt = doubt_[data_.stance[at]];
      const OrdinalVote v = ordinal_vote(data_.choice[at], text, text.beta * theta);
      slope += Eigen::Vector3d(theta * v.by_eta - text.beta * v.of_eta * doubt, v.by_gamma1, v.by_gamma2);
      information(0, 0) += (theta * theta + doubt) * v.of_eta;
      information(1, 0) += theta * v.of_eta_gamma1;
      information(2, 0) += theta * v.of_eta_gamma2;
      information(1, 1) += v.of_gamma1;
      information(2, 1) += v.of_gammas;
      information(2, 2) += v.of_gamma2;
    }
    const Eigen::Matrix3d covariance =
        information.selfadjointView<Eigen::Lower>().llt().solve(Eigen::Matrix3d::Identity());
    Eigen::Vector3d step = covariance * slope;
    step *= std::min(1.0, longest_step / step.cwiseAbs().maxCoeff());
    const double closing = step[1] - step[2];
    if (closing > (1 - least_gap_kept) * gap) step *= (1 - least_gap_kept) * gap / closing;
    text = {text.beta + step[0], text.gamma1 + step[1], text.gamma2 + step[2]};
    doubt_of_beta_[t] = covariance(0, 0);
  }

  const IdealData& data_;
  std::vector<double> theta_;
  std::vector<double> mean_;   // theta before it was standardised: what the walk starts from in the next session
  std::vector<double> doubt_;  // variance of theta
  std::vector<double> next_ = std::vector<double>(theta_.size(), 0);
  std::vector<IdealText> texts_;
  std::vector<double> doubt_of_beta_;  // variance
};

}  // namespace

IdealStart ideal_start(const IdealData& data, uint32_t positive, uint32_t negative, int threads) {
  Ascent ascent(data, positive, negative);
  tbb::task_arena arena(std::max(1, threads));
  arena.execute([&] {
    for (int pass = 0; pass < passes_of_start; ++pass) ascent.pass();
  });
  return ascent.take();
}

}  // namespace entente
