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
#include "reasoning/voting/vote_lanes.h"

namespace entente {
namespace {

constexpr float farthest_leaning = 9;  // z
constexpr double stride = 0.2 / 3;     // of the walk over gamma

/// A normal number, cut to where the probabilities of its ends are.
double normal_between(double below_low, double below_high, double u) {
  const double p = below_low + u * (below_high - below_low);
  return normal_quantile(std::clamp(p, 1e-17, 1 - 1.2e-16));
}

/// Per vote of a text P(z < the lower end of the choice's range) and of its upper end, each seen from the side on which
/// they are small: `side` is -1 where the line is turned round.
struct VoteEnds {
  std::vector<float> low, high, side;

  void resize(size_t n) {
    for (std::vector<float>* of : {&low, &high, &side}) of->resize(n);
  }
  void put(size_t at, Lanes below_low, Lanes below_high, Lanes of_side) {
    put_lanes(&low[at], below_low);
    put_lanes(&high[at], below_high);
    put_lanes(&side[at], of_side);
  }
};

/// Votes stand by choice: those before `second` have z below gamma1, those from `third` on above gamma2. Four at a
/// time: what a choice writes past its last vote the next one writes anew. `mean` and `out` have room for that.
void find_ends(const std::vector<float>& mean, size_t second, size_t third, size_t n, double gamma1, double gamma2,
               VoteEnds& out) {
  const auto first_cut = static_cast<float>(gamma1), second_cut = static_cast<float>(gamma2);
  const Lanes none = {0, 0, 0, 0}, one = none + 1.0F;
  for (size_t v = 0; v < second; v += lanes) {
    out.put(v, none, lanes_normal_below(first_cut - lanes_at(&mean[v])), one);
  }
  for (size_t v = second; v < third; v += lanes) {
    const Lanes low = first_cut - lanes_at(&mean[v]), high = second_cut - lanes_at(&mean[v]);
    const LaneInts turned = low + high > 0;
    out.put(v, lanes_normal_below(turned ? -high : low), lanes_normal_below(turned ? -low : high), turned ? -one : one);
  }
  for (size_t v = third; v < n; v += lanes) {
    out.put(v, none, lanes_normal_below(lanes_at(&mean[v]) - second_cut), -one);
  }
}

/// log of the chance of all votes under `proposed` over that under `now`. A vote that was impossible has no say.
double log_ratio(const VoteEnds& now, const VoteEnds& proposed, size_t n) {
  double ratio = 0, product = 1;
  for (size_t v = 0; v < n; ++v) {
    const double of_now = now.high[v] - now.low[v];
    if (!(of_now > 0)) continue;
    product *= (proposed.high[v] - proposed.low[v]) / of_now;
    if (product > 1e-100 && product < 1e100) continue;
    ratio += std::log(product);
    product = 1;
  }
  return ratio + std::log(product);
}

/// What a thread needs while it draws a text.
struct TextRoom {
  std::vector<float> theta, mean, leaning;
  VoteEnds now, proposed;

  void resize(size_t votes) {
    for (std::vector<float>* of : {&theta, &mean, &leaning}) of->resize(votes + lanes);
    now.resize(votes + lanes);
    proposed.resize(votes + lanes);
  }
};

void draw_leanings(TextRoom& room, size_t n, uint64_t seed) {
  for (size_t v = 0; v < n; v += lanes) {
    const Lanes low = lanes_at(&room.now.low[v]), high = lanes_at(&room.now.high[v]);
    const Lanes p = low + lanes_inside(seed, static_cast<uint32_t>(v)) * (high - low);
    const Lanes z = lanes_at(&room.mean[v]) + lanes_at(&room.now.side[v]) * lanes_normal_quantile(p);
    put_lanes(&room.leaning[v], lanes_between(z, -farthest_leaning, farthest_leaning));
  }
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
    TextRoom room;
    lay_out_text(t, room.theta, room.mean);
    const auto [second, third] = data_.choices_of(t);
    const size_t n = data_.text_begin[t + 1] - data_.text_begin[t];
    room.resize(n);
    find_ends(room.mean, second, third, n, texts_[t].gamma1, texts_[t].gamma2, room.now);
    draw_leanings(room, n, counted_random(seed_, t));
    std::copy_n(room.leaning.begin(), n, leaning_.begin() + data_.text_begin[t]);
  }
}

/// Theta of those who voted, and where z has its mean.
void IdealSampler::lay_out_text(size_t t, std::vector<float>& theta, std::vector<float>& mean) const {
  const uint32_t begin = data_.text_begin[t], end = data_.text_begin[t + 1];
  theta.resize(end - begin + lanes);
  mean.resize(end - begin + lanes);
  const auto beta = static_cast<float>(texts_[t].beta);
  for (uint32_t v = begin; v < end; ++v) {
    theta[v - begin] = static_cast<float>(theta_[data_.stance[v]]);
    mean[v - begin] = beta * theta[v - begin];
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
  const uint32_t begin = data_.text_begin[t];
  const size_t n = data_.text_begin[t + 1] - begin;
  const auto [second, third] = data_.choices_of(t);
  thread_local TextRoom room;
  lay_out_text(t, room.theta, room.mean);
  room.resize(n);
  const double below = normal_below((text.gamma2 - text.gamma1) / stride);
  const double lowest = normal_below((-farthest_gamma - text.gamma1) / stride);
  const double gamma1 = text.gamma1 + stride * normal_between(lowest, below, counted_inside(seed, 0));
  const double next = normal_below((gamma1 - text.gamma2) / stride);
  const double highest = normal_below((farthest_gamma - text.gamma2) / stride);
  const double gamma2 = text.gamma2 + stride * normal_between(next, highest, counted_inside(seed, 1));
  find_ends(room.mean, second, third, n, text.gamma1, text.gamma2, room.now);
  find_ends(room.mean, second, third, n, gamma1, gamma2, room.proposed);
  const double ratio = log_ratio(room.now, room.proposed, n) + std::log(1 - next) -
                       std::log(1 - normal_below((text.gamma1 - gamma2) / stride));
  if (gamma1 < gamma2 && std::log(counted_inside(seed, 2)) < ratio) {
    text.gamma1 = gamma1;
    text.gamma2 = gamma2;
    std::swap(room.now, room.proposed);
  }
  draw_leanings(room, n, counted_random(seed, 4));
  double squares = 1, sum = 0;  // the prior of beta is normal with variance 1
  for (size_t v = 0; v < n; ++v) {
    const double theta = room.theta[v];
    leaning_[begin + v] = room.leaning[v];
    squares += theta * theta;
    sum += theta * room.leaning[v];
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
