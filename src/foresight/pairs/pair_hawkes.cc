// Fitting the Hawkes forecast.
#include "foresight/pairs/pair_hawkes.h"

#include <algorithm>
#include <cmath>

namespace entente {
namespace {

constexpr int rounds = 4000;  // the last of them change the likelihood by less than a thousandth
constexpr size_t kernels = hawkes_half_lives.size();
using Terms = std::array<double, 1 + 2 * kernels>;  // the base's, and one a kernel

/// By how much base and weights of 1 would raise the integral.
Terms terms_of(const Excitement& excited, double window) {
  Terms terms{window};
  for (size_t at = 0; at < excited.size(); ++at) {
    terms[1 + at] = excited[at] * (1 - std::exp2(-window / hawkes_half_lives[at % kernels]));
  }
  return terms;
}

double product(const Terms& terms, const Terms& weights) {
  double sum = 0;
  for (size_t at = 0; at < terms.size(); ++at) sum += terms[at] * weights[at];
  return sum;
}

Terms weights_of(const PairHawkes& model) {
  Terms weights{model.base};
  for (size_t at = 0; at < model.weights.size(); ++at) weights[1 + at] = model.weights[at];
  return weights;
}

}  // namespace

Excitement excitement(const PairPast& past, uint32_t pair, int64_t day) {
  Excitement sums{};
  for (const PastAct& act : past.acts_of(pair / 2)) {
    if (act.day >= day) break;
    if (!act.wanted) continue;
    const size_t from = act.pair == pair ? 0 : kernels;
    for (size_t kernel = 0; kernel < kernels; ++kernel) {
      sums[from + kernel] += std::exp2(-static_cast<double>(day - act.day) / hawkes_half_lives[kernel]);
    }
  }
  return sums;
}

double PairHawkes::expected(const Excitement& excited, double window) const {
  return product(terms_of(excited, window), weights_of(*this));
}

double PairHawkes::probability(const Excitement& excited, double window) const {
  return -std::expm1(-expected(excited, window));
}

double PairHawkes::log_likelihood(std::span<const HawkesCase> cases, double window) const {
  double sum = 0;
  for (const HawkesCase& one : cases) {
    const double acts = expected(one.excited, window);
    if (one.happened > 0) sum += one.happened * std::log(-std::expm1(-acts));
    sum -= (one.cases - one.happened) * acts;
  }
  return sum;
}

PairHawkes fit_pair_hawkes(std::span<const HawkesCase> cases, double window) {
  struct Happened {
    Terms terms{};
    double times = 0;
  };
  std::vector<Happened> happened;
  Terms exposure{};  // what weights of 1 would make of all windows
  for (const HawkesCase& one : cases) {
    const Terms terms = terms_of(one.excited, window);
    for (size_t at = 0; at < terms.size(); ++at) exposure[at] += one.cases * terms[at];
    if (one.happened > 0) happened.push_back({terms, one.happened});
  }
  Terms weights;
  weights.fill(1e-3);
  for (int round = 0; round < rounds; ++round) {
    Terms caused{};  // acts that each term accounts for
    for (const Happened& one : happened) {
      const double share = one.times / -std::expm1(-product(one.terms, weights));
      for (size_t at = 0; at < caused.size(); ++at) caused[at] += share * one.terms[at] * weights[at];
    }
    for (size_t at = 0; at < weights.size(); ++at) weights[at] = exposure[at] > 0 ? caused[at] / exposure[at] : 0;
  }
  PairHawkes model;
  model.base = weights[0];
  std::copy(weights.begin() + 1, weights.end(), model.weights.begin());
  return model;
}

}  // namespace entente
