// The signed network of a day from decayed evidence.
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "relations/events/event_analysis.h"

namespace entente {
namespace {

constexpr double unit = 1 << 30;            // of the whole numbers that weights are summed in
constexpr double forgotten = 1e-4;          // older evidence is left out
constexpr double mixed_share = 1.0 / 3;     // the lesser side's share from which on a standing is mixed
constexpr double pseudo_count = 0.5;        // Jeffreys's prior, Beta(1/2, 1/2), for either sign
constexpr double half_80_percent = 1.2816;  // normal quantile of 0.9

}  // namespace

double evidence_balance(double positive, double negative) {
  return (positive - negative) / (positive + negative + 2 * pseudo_count);
}

double evidence_uncertainty(double positive, double negative) {
  const double alpha = positive + pseudo_count, beta = negative + pseudo_count;
  const double n = alpha + beta;
  const double deviation = std::sqrt(alpha * beta / (n * n * (n + 1)));  // of Beta(alpha, beta)
  return std::min(1.0, 2 * half_80_percent * deviation);                 // the balance is twice the mean, less one
}

Sign evidence_sign(double positive, double negative) {
  const double lesser = std::min(positive, negative);
  if (lesser > 0 && lesser >= mixed_share * (positive + negative)) return Sign::mixed;
  return positive >= negative ? Sign::positive : Sign::negative;
}

double PairEvidence::balance() const {
  return evidence_balance(positive, negative);
}
double PairEvidence::uncertainty() const {
  return evidence_uncertainty(positive, negative);
}
Sign PairEvidence::sign() const {
  return evidence_sign(positive, negative);
}
double PairEvidence::score() const {
  return (positive - negative) / std::sqrt(positive + negative + 1);
}

NetworkTally::NetworkTally(int64_t day, double half_life, std::vector<EventKind> kinds) : day_(day) {
  for (double weight = 1; weight >= forgotten;) {
    decay_.push_back(weight);
    weight = std::exp2(-static_cast<double>(decay_.size()) / half_life);
  }
  for (const EventKind& kind : kinds) {
    weights_.push_back(std::abs(kind.intensity / 10) * unit);
    places_.push_back(static_cast<uint8_t>(static_cast<int>(kind.domain) + (kind.intensity < 0 ? domain_count : 0)));
  }
}

void NetworkTally::add(uint32_t a, uint32_t b, std::span<const int32_t> days, std::span<const uint32_t> kinds) {
  const auto ages = static_cast<int64_t>(decay_.size());
  const auto first = std::upper_bound(days.begin(), days.end(), day_ - ages);
  const auto last = std::upper_bound(first, days.end(), day_);
  if (first == last) return;
  Sums& sums = sums_[uint64_t{a} << 32 | b];
  sums.events += static_cast<uint64_t>(last - first);
  const auto begin = static_cast<size_t>(first - days.begin()), end = static_cast<size_t>(last - days.begin());
  for (size_t i = begin; i < end; ++i) {
    const double weight = weights_[kinds[i]] * decay_[static_cast<size_t>(day_ - days[i])];
    sums.weights[places_[kinds[i]]] += static_cast<int64_t>(weight + 0.5);
  }
}

std::vector<PairEvidence> NetworkTally::finish(const std::vector<std::string>& names) const {
  std::vector<uint32_t> order(names.size());  // numbers by name
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return names[a] < names[b]; });
  std::vector<uint32_t> ranks(names.size());  // those of one name have one rank
  for (uint32_t i = 0, rank = 0; i < order.size(); ++i) {
    if (i > 0 && names[order[i]] != names[order[i - 1]]) rank = i;
    ranks[order[i]] = rank;
  }
  std::map<std::pair<uint32_t, uint32_t>, Sums> pairs;
  for (const auto& [key, sums] : sums_) {
    Sums& all = pairs[std::minmax({ranks[key >> 32], ranks[static_cast<uint32_t>(key)]})];
    all.events += sums.events;
    for (size_t i = 0; i < sums.weights.size(); ++i) all.weights[i] += sums.weights[i];
  }
  std::vector<PairEvidence> out;
  out.reserve(pairs.size());
  for (const auto& [key, sums] : pairs) {
    PairEvidence pair;
    pair.a = names[order[key.first]];
    pair.b = names[order[key.second]];
    pair.events = sums.events;
    int64_t positive = 0, negative = 0;
    for (size_t i = 0; i < domain_count; ++i) {
      positive += sums.weights[i];
      negative += sums.weights[i + domain_count];
      pair.domain_positive[i] = static_cast<double>(sums.weights[i]) / unit;
      pair.domain_negative[i] = static_cast<double>(sums.weights[i + domain_count]) / unit;
    }
    pair.positive = static_cast<double>(positive) / unit;
    pair.negative = static_cast<double>(negative) / unit;
    out.push_back(std::move(pair));
  }
  return out;
}

std::vector<SignedEdge> sure_edges(const std::vector<PairEvidence>& pairs) {
  std::vector<SignedEdge> out;
  for (const PairEvidence& pair : pairs) {
    if (std::abs(pair.balance()) > pair.uncertainty()) out.push_back({pair.a, pair.b, pair.score()});
  }
  return out;
}

}  // namespace entente
