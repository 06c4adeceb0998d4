#include "foresight/events/train_network.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/random.h"
#include "foresight/events/in_parallel.h"

namespace entente {

namespace {

constexpr size_t parts = 4;  // of a batch, each summed by itself
constexpr size_t part_queries = 12;
constexpr float least_slope = 1e-6F;  // what changes the loss less is passed over

/// The sum of the gradients of some queries.
class PartGradient {
 public:
  explicit PartGradient(size_t size) : sum(size) {}

  void add(const RankNetwork& network, const TrainingQuery& query) {
    const size_t rows = query.offsets.size(), width = network.inputs();
    x_.resize(query.features.size());
    for (size_t i = 0; i < x_.size(); ++i) x_[i] = whole_of(query.features[i]);
    states_.resize(rows);
    scores_.resize(rows);
    slopes_.assign(rows, 0);
    for (size_t i = 0; i < rows; ++i) {
      scores_[i] = network.score(x_.data() + i * width, query.relation, states_[i]) + query.offsets[i];
    }
    find_slopes(query.answers);
    for (size_t i = 0; i < rows; ++i) {
      if (std::abs(slopes_[i]) < least_slope) continue;
      network.add_gradient(x_.data() + i * width, query.relation, states_[i], slopes_[i], sum);
    }
  }

  std::vector<float> sum;

 private:
  /// Of each answer by itself: its share of exp(score) among itself and those that are no answer, less one.
  void find_slopes(size_t answers) {
    const float top = *std::max_element(scores_.begin(), scores_.end());
    double others = 0;
    for (size_t i = answers; i < scores_.size(); ++i) others += std::exp(static_cast<double>(scores_[i] - top));
    double each = 0;
    for (size_t i = 0; i < answers; ++i) {
      const double own = std::exp(static_cast<double>(scores_[i] - top));
      slopes_[i] = static_cast<float>(own / (own + others) - 1);
      each += 1 / (own + others);
    }
    for (size_t i = answers; i < scores_.size(); ++i) {
      slopes_[i] = static_cast<float>(std::exp(static_cast<double>(scores_[i] - top)) * each);
    }
  }

  std::vector<float> x_;
  std::vector<RankNetwork::State> states_;
  std::vector<float> scores_;
  std::vector<float> slopes_;
};

class Adam {
 public:
  explicit Adam(size_t size) : mean_(size), square_(size) {}

  void step(std::span<float> parameters, const std::vector<float>& gradient, double rate, double decay) {
    first_power_ *= first;
    second_power_ *= second;
    const auto pace = static_cast<float>(rate * std::sqrt(1 - second_power_) / (1 - first_power_));
    const auto kept = static_cast<float>(1 - decay);
    for (size_t i = 0; i < parameters.size(); ++i) {
      mean_[i] = first * mean_[i] + (1 - first) * gradient[i];
      square_[i] = second * square_[i] + (1 - second) * gradient[i] * gradient[i];
      parameters[i] = kept * parameters[i] - pace * mean_[i] / (std::sqrt(square_[i]) + 1e-8F);
    }
  }

 private:
  static constexpr float first = 0.9F;
  static constexpr float second = 0.999F;
  std::vector<float> mean_, square_;
  double first_power_ = 1, second_power_ = 1;
};

std::vector<uint32_t> shuffled(size_t count, uint64_t seed) {
  std::vector<uint32_t> order(count);
  for (size_t i = 0; i < count; ++i) order[i] = static_cast<uint32_t>(i);
  for (size_t i = count; i > 1; --i) std::swap(order[i - 1], order[counted_random(seed, i) % i]);
  return order;
}

}  // namespace

void train_network(RankNetwork& network, const TrainingSet& set, const TrainNetworkOptions& options) {
  const size_t count = set.size();
  constexpr size_t batch = parts * part_queries;
  const size_t batches = (count + batch - 1) / batch;
  std::vector<PartGradient> sums(parts, PartGradient(network.parameters().size()));
  std::vector<float> gradient(network.parameters().size());
  Adam adam(network.parameters().size());
  size_t done = 0;
  const size_t all = batches * static_cast<size_t>(options.epochs);
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    const std::vector<uint32_t> order = shuffled(count, options.seed * 1000 + static_cast<uint64_t>(epoch));
    for (size_t at = 0; at < batches && !options.hooks.stop(); ++at) {
      const size_t begin = at * batch, end = std::min(count, begin + batch);
      in_parallel(options.threads, parts, [&](size_t part) {
        std::fill(sums[part].sum.begin(), sums[part].sum.end(), 0.0F);
        for (size_t i = begin + part; i < end; i += parts) sums[part].add(network, set[order[i]]);
      });
      const float share = 1.0F / static_cast<float>(end - begin);
      for (size_t i = 0; i < gradient.size(); ++i) {
        gradient[i] = ((sums[0].sum[i] + sums[1].sum[i]) + (sums[2].sum[i] + sums[3].sum[i])) * share;
      }
      const double turn = static_cast<double>(done) / static_cast<double>(all);
      const double warm = std::min(1.0, 20 * turn + 0.02);
      adam.step(network.parameters(), gradient, options.rate * warm * 0.5 * (1 + std::cos(std::numbers::pi * turn)),
                options.decay);
      ++done;
      options.hooks.progress({.stage = "training", .bytes = done, .of_bytes = all});
    }
  }
}

}  // namespace entente
