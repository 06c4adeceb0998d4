// The steps of the authors' own sampler (Bailey, Strezhnev and Voeten 2017, after Johnson and Albert 1999, "Ordinal
// Data Modeling", chapters 4 and 5), in their order and with their constants.
#include "reasoning/voting/ideal_sampler.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cmath>

#include "base/random.h"
#include "reasoning/voting/normal.h"

namespace entente {
namespace {

constexpr double farthest_leaning = 9;  // z
constexpr double stride = 0.2 / 3;      // of the walk over gamma

/// A normal number, cut to where the probabilities of its ends are.
double normal_between(double below_low, double below_high, double u) {
  const double p = below_low + u * (below_high - below_low);
  return normal_quantile(std::clamp(p, 1e-17, 1 - 1.2e-16));
}

/// P(z < the upper end of the choice's range) and of its lower end, where z has its mean at `mean`.
struct Ends {
  double low = 0;
  double high = 1;
};

Ends ends(int8_t choice, double gamma1, double gamma2, double mean) {
  if (choice == 0) return {0, normal_below_quick(gamma1 - mean)};
  if (choice == 2) return {normal_below_quick(gamma2 - mean), 1};
  return {normal_below_quick(gamma1 - mean), normal_below_quick(gamma2 - mean)};
}

}  // namespace

IdealSampler::IdealSampler(const IdealData& data, IdealStart start, uint64_t seed)
    : data_(data),
      seed_(seed),
      theta_(std::move(start.theta)),
      mean_(theta_),
      texts_(std::move(start.texts)),
      leaning_(data.stance.size(), 0) {
  for (size_t t = 0; t < texts_.size(); ++t) {
    for (uint32_t v = data_.text_begin[t]; v < data_.text_begin[t + 1]; ++v) {
      const double mean = texts_[t].beta * theta_[data_.stance[v]];
      const Ends e = ends(data_.choice[v], texts_[t].gamma1, texts_[t].gamma2, mean);
      leaning_[v] = static_cast<float>(mean + normal_between(e.low, e.high, counted_inside(seed_, v)));
    }
  }
}

/// Every session of a voter given its leanings, the walk starting from where the session before was expected; the first
/// session from where the second was.
void IdealSampler::draw_theta(size_t voter, uint64_t seed) {
  const auto [begin, end] = data_.voters[voter];
  std::vector<double> expected(end - begin);
  for (uint32_t s = begin; s < end; ++s) {
    const uint32_t before = data_.walks_from(s);
    const double precision = data_.walk_precision(s), from = before == s ? 0 : mean_[before];
    double weight = precision, sum = precision * from;
    for (uint32_t at = data_.stance_begin[s]; at < data_.stance_begin[s + 1]; ++at) {
      const double beta = texts_[data_.text_of[at]].beta;
      weight += beta * beta;
      sum += beta * leaning_[data_.by_stance[at]];
    }
    expected[s - begin] = sum / weight;
    theta_[s] = std::clamp(sum / weight + normal_quantile(counted_inside(seed, s)) / std::sqrt(weight), -farthest_theta,
                           farthest_theta);
  }
  std::copy(expected.begin(), expected.end(), mean_.begin() + begin);
}

void IdealSampler::standardise() {
  const auto n = static_cast<double>(theta_.size());
  double mean = 0, variance = 0;
  for (const double theta : theta_) mean += theta / n;
  for (const double theta : theta_) variance += (theta - mean) * (theta - mean) / n;
  const double spread = std::sqrt(variance);
  if (!(spread > 0)) return;
  for (double& theta : theta_) theta = (theta - mean) / spread;
}

void IdealSampler::draw_text(size_t t, uint64_t seed) {
  IdealText& text = texts_[t];
  const uint32_t begin = data_.text_begin[t], end = data_.text_begin[t + 1];
  thread_local std::vector<Ends> now, proposed;
  now.clear();
  proposed.clear();
  const double below = normal_below((text.gamma2 - text.gamma1) / stride);
  const double lowest = normal_below((-farthest_gamma - text.gamma1) / stride);
  const double gamma1 = text.gamma1 + stride * normal_between(lowest, below, counted_inside(seed, 0));
  const double next = normal_below((gamma1 - text.gamma2) / stride);
  const double highest = normal_below((farthest_gamma - text.gamma2) / stride);
  const double gamma2 = text.gamma2 + stride * normal_between(next, highest, counted_inside(seed, 1));
  double ratio = 0, product = 1;
  for (uint32_t v = begin; v < end; ++v) {
    const double mean = text.beta * theta_[data_.stance[v]];
    now.push_back(ends(data_.choice[v], text.gamma1, text.gamma2, mean));
    proposed.push_back(ends(data_.choice[v], gamma1, gamma2, mean));
    const double of_now = now.back().high - now.back().low;
    if (!(of_now > 0)) continue;
    product *= (proposed.back().high - proposed.back().low) / of_now;
    if (product > 1e-100 && product < 1e100) continue;
    ratio += std::log(product);
    product = 1;
  }
  ratio += std::log(product) + std::log(1 - next) - std::log(1 - normal_below((text.gamma1 - gamma2) / stride));
  if (gamma1 < gamma2 && std::log(counted_inside(seed, 2)) < ratio) {
    text.gamma1 = gamma1;
    text.gamma2 = gamma2;
    now.swap(proposed);
  }
  double squares = 1, sum = 0;  // the prior of beta is normal with variance 1
  for (uint32_t v = begin; v < end; ++v) {
    const double theta = theta_[data_.stance[v]];
    const Ends& e = now[v - begin];
    const double z = text.beta * theta + normal_between(e.low, e.high, counted_inside(seed, 8 + v - begin));
    leaning_[v] = static_cast<float>(std::clamp(z, -farthest_leaning, farthest_leaning));
    squares += theta * theta;
    sum += theta * leaning_[v];
  }
  text.beta = sum / squares + normal_quantile(counted_inside(seed, 3)) / std::sqrt(squares);
}

void IdealSampler::sweep(int number, int threads) {
  const uint64_t of_theta = counted_random(seed_ + 1, 2 * static_cast<uint64_t>(number));
  const uint64_t of_texts = counted_random(seed_ + 1, 2 * static_cast<uint64_t>(number) + 1);
  tbb::task_arena arena(std::max(1, threads));
  arena.execute(
      [&] { tbb::parallel_for(size_t{0}, data_.voters.size(), [&](size_t voter) { draw_theta(voter, of_theta); }); });
  standardise();
  arena.execute([&] {
    tbb::parallel_for(tbb::blocked_range<size_t>(0, texts_.size(), 32), [&](const auto& range) {
      for (size_t t = range.begin(); t < range.end(); ++t) draw_text(t, counted_random(of_texts, t));
    });
  });
}

}  // namespace entente
