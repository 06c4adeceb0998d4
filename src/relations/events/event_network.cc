// The signed network of a day from decayed evidence.
#include <algorithm>
#include <cmath>

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
    weights_.push_back(kind.intensity / 10);
    domains_.push_back(static_cast<uint8_t>(kind.domain));
  }
}

void NetworkTally::add(uint32_t a, uint32_t b, std::span<const int32_t> days, std::span<const uint32_t> kinds) {
  Sums* sums = nullptr;
  for (size_t i = 0; i < days.size(); ++i) {
    const int64_t age = day_ - days[i];
    if (age < 0 || age >= static_cast<int64_t>(decay_.size())) continue;
    if (sums == nullptr) sums = &sums_[{a, b}];
    ++sums->events;
    const double weight = weights_[kinds[i]] * decay_[static_cast<size_t>(age)];
    const auto whole = static_cast<int64_t>(std::llround(std::abs(weight) * unit));
    (weight < 0 ? sums->negative : sums->positive)[domains_[kinds[i]]] += whole;
  }
}

std::vector<PairEvidence> NetworkTally::finish(const std::vector<std::string>& names) const {
  std::map<std::pair<std::string, std::string>, Sums> pairs;
  for (const auto& [key, sums] : sums_) {
    const auto [a, b] = std::minmax(names[key.first], names[key.second]);
    Sums& all = pairs[{a, b}];
    all.events += sums.events;
    for (int i = 0; i < domain_count; ++i) {
      all.positive[i] += sums.positive[i];
      all.negative[i] += sums.negative[i];
    }
  }
  std::vector<PairEvidence> out;
  for (const auto& [key, sums] : pairs) {
    PairEvidence pair;
    pair.a = key.first;
    pair.b = key.second;
    pair.events = sums.events;
    int64_t positive = 0, negative = 0;
    for (int i = 0; i < domain_count; ++i) {
      positive += sums.positive[i];
      negative += sums.negative[i];
      pair.domain_positive[i] = static_cast<double>(sums.positive[i]) / unit;
      pair.domain_negative[i] = static_cast<double>(sums.negative[i]) / unit;
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
