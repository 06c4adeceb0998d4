#include "logistic.h"

#include <algorithm>
#include <cmath>
#include <deque>

namespace entente::pairs {

namespace {

using Vector = std::vector<double>;

double dot(const Vector& a, const Vector& b) {
  double sum = 0;
  for (size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

void add_scaled(Vector& a, double scale, const Vector& b) {
  for (size_t i = 0; i < a.size(); ++i) a[i] += scale * b[i];
}

/// Turns scores into probabilities; returns the logarithm of what the label gets.
double soften(Vector& scores, int label) {
  const double top = *std::max_element(scores.begin(), scores.end());
  double all = 0;
  for (const double s : scores) all += std::exp(s - top);
  const double log_all = top + std::log(all);
  const double told = scores[static_cast<size_t>(label)] - log_all;
  for (double& s : scores) s = std::exp(s - log_all);
  return told;
}

/// The penalised loss and its gradient.
double loss_at(const std::vector<Row>& rows, const LogisticOptions& options, const Vector& weights, Vector& gradient) {
  const auto classes = static_cast<size_t>(options.classes);
  gradient = weights;
  double loss = 0.5 * dot(weights, weights);
  for (const Row& row : rows) {
    Vector p = scores_of(row, weights, options.classes);
    const double strength = options.strength * row.weight;
    loss -= strength * soften(p, row.label);
    p[static_cast<size_t>(row.label)] -= 1;
    for (const Row::Item& item : row.items) {
      double* into = &gradient[item.feature * classes];
      const double scale = strength * static_cast<double>(item.value);
      for (size_t c = 0; c < classes; ++c) into[c] += scale * p[c];
    }
  }
  return loss;
}

/// The last few steps, from which L-BFGS knows the curvature.
class Memory {
 public:
  void add(Vector step, Vector change) {
    const double curve = dot(step, change);
    if (curve <= 1e-12) return;
    pairs_.push_back({std::move(step), std::move(change), 1 / curve});
    if (pairs_.size() > kept) pairs_.pop_front();
  }

  /// The direction of descent for a gradient (the two loops of Nocedal and Wright 2006, algorithm 7.4).
  [[nodiscard]] Vector direction(const Vector& gradient) const {
    Vector q = gradient;
    Vector alpha(pairs_.size());
    for (size_t i = pairs_.size(); i-- > 0;) {
      alpha[i] = pairs_[i].scale * dot(pairs_[i].step, q);
      add_scaled(q, -alpha[i], pairs_[i].change);
    }
    if (!pairs_.empty()) {
      const auto& last = pairs_.back();
      const double shrink = 1 / (last.scale * dot(last.change, last.change));
      for (double& v : q) v *= shrink;
    }
    for (size_t i = 0; i < pairs_.size(); ++i) {
      add_scaled(q, alpha[i] - pairs_[i].scale * dot(pairs_[i].change, q), pairs_[i].step);
    }
    for (double& v : q) v = -v;
    return q;
  }

 private:
  static constexpr size_t kept = 6;
  struct Pair {
    Vector step;
    Vector change;
    double scale;
  };
  std::deque<Pair> pairs_;
};

}  // namespace

Vector scores_of(const Row& row, const Vector& weights, int classes) {
  Vector scores(static_cast<size_t>(classes), 0.0);
  for (const Row::Item& item : row.items) {
    const double* from = &weights[item.feature * static_cast<size_t>(classes)];
    for (size_t c = 0; c < scores.size(); ++c) scores[c] += static_cast<double>(item.value) * from[c];
  }
  return scores;
}

Vector fit_logistic(const std::vector<Row>& rows, const LogisticOptions& options) {
  Vector weights(options.features * static_cast<size_t>(options.classes), 0.0), gradient;
  double loss = loss_at(rows, options, weights, gradient);
  Memory memory;
  for (int round = 0; round < options.rounds; ++round) {
    const Vector way = memory.direction(gradient);
    const double slope = dot(way, gradient);
    if (slope > -1e-9) break;
    double length = round == 0 ? 1 / std::sqrt(dot(gradient, gradient)) : 1;
    Vector next, next_gradient;
    double next_loss = loss;
    for (int tries = 0; tries < 30; ++tries, length /= 2) {  // backtracking until the loss falls enough (Armijo 1966)
      next = weights;
      add_scaled(next, length, way);
      next_loss = loss_at(rows, options, next, next_gradient);
      if (next_loss <= loss + 1e-4 * length * slope) break;
    }
    if (!(next_loss < loss)) break;
    const bool settled = loss - next_loss < 1e-6 * loss;
    Vector step = next, change = next_gradient;
    add_scaled(step, -1, weights);
    add_scaled(change, -1, gradient);
    memory.add(std::move(step), std::move(change));
    weights = std::move(next);
    gradient = std::move(next_gradient);
    loss = next_loss;
    if (settled) break;
  }
  return weights;
}

}  // namespace entente::pairs
