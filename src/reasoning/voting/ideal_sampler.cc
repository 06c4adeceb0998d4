// The steps of the authors' own sampler for theta, z and beta (Bailey, Strezhnev and Voeten 2017, after Johnson and
// Albert 1999, "Ordinal Data Modeling", chapters 4 and 5), with their constants. Their step for gamma takes thousands
// of sweeps to get anywhere, as gamma moves a fifteenth at a time and only as far as beta and the level of the session
// let it; here the three numbers of a text move together by their own covariance, and so do the level of a session and
// the cut points of its texts (a move along what the votes leave open: Liu and Sabatti 2000, "Generalised Gibbs
// sampler", Biometrika 87).
#include "reasoning/voting/ideal_sampler.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/random.h"
#include "reasoning/voting/normal.h"

namespace entente {
namespace {

constexpr double farthest_leaning = 9;                          // z
constexpr double memory_of_sweeps = 0.02;                       // share of the last sweep in what the pull is taken for
constexpr double wanted_of_text = 0.3, wanted_of_level = 0.44;  // shares of steps that should be taken: Roberts, Gelman
constexpr double stride_of_text = 1.37,
                 stride_of_level = 2.4;  // and Gilks (1997), and their lengths, 2.38 / sqrt(numbers)

/// In (0, 1), by its place.
double uniform_draw(uint64_t seed, uint64_t number) {
  return (static_cast<double>(counted_random(seed, number) >> 11) + 0.5) * 0x1.0p-53;
}

/// A normal number, cut to where the probabilities of its ends are.
double normal_between(double below_low, double below_high, double u) {
  const double p = below_low + u * (below_high - below_low);
  return normal_quantile(std::clamp(p, 1e-17, 1 - 1.2e-16));
}

double normal_at(uint64_t seed, uint64_t number) {
  return normal_quantile(uniform_draw(seed, number));
}

/// P(z < the upper end of the choice's range) and of its lower end, where z has its mean at `mean`.
struct Ends {
  double low = 0;
  double high = 1;
};

Ends ends(int8_t choice, const IdealText& text, double mean) {
  if (choice == 0) return {0, normal_below_quick(text.gamma1 - mean)};
  if (choice == 2) return {normal_below_quick(text.gamma2 - mean), 1};
  return {normal_below_quick(text.gamma1 - mean), normal_below_quick(text.gamma2 - mean)};
}

/// The log of a product of many ratios, with few logarithms.
class LogRatio {
 public:
  void add(double over, double under) {
    if (!(under > 0)) return;
    product_ *= over / under;
    if (product_ > 1e-100 && product_ < 1e100) return;
    sum_ += std::log(product_);
    product_ = 1;
  }
  [[nodiscard]] double value() const { return sum_ + std::log(product_); }

 private:
  double sum_ = 0;
  double product_ = 1;
};

}  // namespace

IdealSampler::IdealSampler(const IdealData& data, IdealStart start, uint64_t seed)
    : data_(data),
      seed_(seed),
      theta_(std::move(start.theta)),
      mean_(theta_),
      texts_(std::move(start.texts)),
      spread_(std::move(start.spread)),
      level_error_(std::move(start.level_error)),
      pull_(start.pull),
      pace_(theta_.size(), 0),
      step_(theta_.size(), 0),
      growth_(std::move(start.growth)),
      of_text_(data.texts()),
      of_level_(data.members.size()),
      moved_(data.members.size(), 0),
      leaning_(data.stance.size(), 0) {
  for (size_t t = 0; t < texts_.size(); ++t) {
    for (uint32_t v = data_.text_begin[t]; v < data_.text_begin[t + 1]; ++v) {
      const double mean = texts_[t].beta * theta_[data_.stance[v]];
      const Ends e = ends(data_.choice[v], texts_[t], mean);
      leaning_[v] = static_cast<float>(mean + normal_between(e.low, e.high, uniform_draw(seed_, v)));
    }
  }
}

/// Robbins and Monro (1951): longer after a step that was taken, shorter after one that was not.
void IdealSampler::Stride::set(bool accepted, double wanted, double pace) {
  length = std::clamp(length * std::exp(pace * ((accepted ? 1 : 0) - wanted)), 0.01, 10.0);
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
    step_[s] = (sum - precision * from - theta_[s] * (weight - precision)) / weight;
    pace_[s] = weight;
    theta_[s] = std::clamp(sum / weight + normal_quantile(uniform_draw(seed, s)) / std::sqrt(weight), -farthest_theta,
                           farthest_theta);
  }
  std::copy(expected.begin(), expected.end(), mean_.begin() + begin);
}

/// What the votes spread each session by, from the stances before the sweep.
void IdealSampler::watch_growth(const std::vector<double>& before) {
  const std::vector<double> growth = growth_by_votes(data_, before, step_);
  for (size_t k = 0; k < growth_.size(); ++k) growth_[k] += memory_of_sweeps * (growth[k] - growth_[k]);
  level_ = levels_of(data_, theta_);
}

void IdealSampler::standardise() {
  const auto n = static_cast<double>(theta_.size());
  double mean = 0, variance = 0;
  for (const double theta : theta_) mean += theta / n;
  for (const double theta : theta_) variance += (theta - mean) * (theta - mean) / n;
  const double spread = std::sqrt(variance);
  if (!(spread > 0)) return;
  pull_.mean += memory_of_sweeps * (mean - pull_.mean);
  pull_.growth += memory_of_sweeps * (spread - 1 - pull_.growth);
  for (double& theta : theta_) theta = (theta - mean) / spread;
}

/// All stances of a session move together, and the cut points of its own texts with them. Those votes stay as likely as
/// they were: the walk and the pull decide, and the texts that other sessions voted on too.
void IdealSampler::draw_level(size_t session, uint64_t seed, double pace) {
  const double step = stride_of_level * of_level_[session].length * level_error_[session] * normal_at(seed, 0);
  double walk = 0;
  bool inside = true;
  LogRatio votes;
  for (const uint32_t s : data_.members[session]) {
    const uint32_t before = data_.walks_from(s);
    const double off = theta_[s] - (before == s ? 0 : mean_[before]);
    walk += (data_.walk_precision(s) * (off + step / 2) -
             pace_[s] * (pull_.on(theta_[s] + step / 2) + growth_[session] * (level_[session] + step / 2))) *
            step;
    inside &= std::abs(theta_[s] + step) <= farthest_theta || std::abs(theta_[s] + step) <= std::abs(theta_[s]);
    for (uint32_t at = data_.stance_begin[s]; at < data_.stance_begin[s + 1]; ++at) {
      if (data_.bridge[data_.text_of[at]] == 0) continue;
      const IdealText& text = texts_[data_.text_of[at]];
      const int8_t choice = data_.choice[data_.by_stance[at]];
      const Ends now = ends(choice, text, text.beta * theta_[s]);
      const Ends then = ends(choice, text, text.beta * (theta_[s] + step));
      votes.add(then.high - then.low, now.high - now.low);
    }
  }
  const bool accepted = inside && std::log(uniform_draw(seed, 1)) < votes.value() - walk;
  moved_[session] = accepted ? step : 0;
  if (pace > 0) of_level_[session].set(accepted, wanted_of_level, pace);
}

/// Carries out the moves of levels, less their mean over all stances: moving all together changes no vote's chance.
void IdealSampler::centre() {
  double mean = 0;
  for (const uint32_t session : data_.session_of) mean += moved_[session] / static_cast<double>(theta_.size());
  for (size_t s = 0; s < theta_.size(); ++s) {
    theta_[s] += moved_[data_.session_of[s]] - mean;
    mean_[s] += moved_[data_.session_of[s]] - mean;
  }
  const auto shift = [&](IdealText& text, double by) {
    text.gamma1 += text.beta * by;
    text.gamma2 += text.beta * by;
  };
  for (size_t session = 0; session < moved_.size(); ++session) {
    for (const uint32_t t : data_.own_texts[session]) shift(texts_[t], moved_[session]);
  }
  for (IdealText& text : texts_) shift(text, -mean);
}

IdealText IdealSampler::proposed(size_t t, uint64_t seed) const {
  const auto& l = spread_[t];
  const double a = normal_at(seed, 0), b = normal_at(seed, 1), c = normal_at(seed, 2);
  const double length = stride_of_text * of_text_[t].length;
  const IdealText& now = texts_[t];
  return {now.beta + length * l[0] * a, now.gamma1 + length * (l[1] * a + l[2] * b),
          now.gamma2 + length * (l[3] * a + l[4] * b + l[5] * c)};
}

void IdealSampler::draw_text(size_t t, uint64_t seed, double pace) {
  IdealText& text = texts_[t];
  const IdealText next = proposed(t, seed);
  const uint32_t begin = data_.text_begin[t], end = data_.text_begin[t + 1];
  thread_local std::vector<Ends> now, then;
  now.clear();
  then.clear();
  LogRatio votes;
  for (uint32_t v = begin; v < end; ++v) {
    const double theta = theta_[data_.stance[v]];
    now.push_back(ends(data_.choice[v], text, text.beta * theta));
    then.push_back(ends(data_.choice[v], next, next.beta * theta));
    votes.add(then.back().high - then.back().low, now.back().high - now.back().low);
  }
  const bool inside = next.gamma1 < next.gamma2 && next.gamma1 > -farthest_gamma && next.gamma2 < farthest_gamma;
  const double prior = (text.beta * text.beta - next.beta * next.beta) / 2;  // of beta: normal with variance 1
  const bool accepted = inside && std::log(uniform_draw(seed, 3)) < votes.value() + prior;
  if (pace > 0) of_text_[t].set(accepted, wanted_of_text, pace);
  if (accepted) {
    text = next;
    now.swap(then);
  }
  double squares = 1, sum = 0;
  for (uint32_t v = begin; v < end; ++v) {
    const double theta = theta_[data_.stance[v]];
    const Ends& e = now[v - begin];
    const double z = text.beta * theta + normal_between(e.low, e.high, uniform_draw(seed, 8 + v - begin));
    leaning_[v] = static_cast<float>(std::clamp(z, -farthest_leaning, farthest_leaning));
    squares += theta * theta;
    sum += theta * leaning_[v];
  }
  text.beta = sum / squares + normal_at(seed, 4) / std::sqrt(squares);
}

void IdealSampler::sweep(int number, int threads, bool settling) {
  const auto seed = [&](uint64_t part) { return counted_random(seed_ + 1, 3 * static_cast<uint64_t>(number) + part); };
  const uint64_t of_theta = seed(0), of_levels = seed(1), of_texts = seed(2);
  const double pace = settling ? 1 / std::sqrt(number + 1.0) : 0;
  const std::vector<double> before = theta_;
  tbb::task_arena arena(std::max(1, threads));
  arena.execute(
      [&] { tbb::parallel_for(size_t{0}, data_.voters.size(), [&](size_t voter) { draw_theta(voter, of_theta); }); });
  standardise();
  watch_growth(before);
  arena.execute([&] {
    tbb::parallel_for(size_t{0}, moved_.size(),
                      [&](size_t session) { draw_level(session, counted_random(of_levels, session), pace); });
  });
  centre();
  arena.execute([&] {
    tbb::parallel_for(tbb::blocked_range<size_t>(0, texts_.size(), 32), [&](const auto& range) {
      for (size_t t = range.begin(); t < range.end(); ++t) draw_text(t, counted_random(of_texts, t), pace);
    });
  });
}

}  // namespace entente
