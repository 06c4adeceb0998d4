// The weighted regressions of PPML, each with the effects absorbed; standard errors behind the last of them.
#include "reasoning/trade/ppml.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <optional>

#include "base/text.h"
#include "reasoning/trade/ppml_rows.h"

namespace entente {

namespace {

constexpr double collinear_below = 1e-7;   // of its own length, what is left of a column that says nothing new
constexpr double absorb_to = 1e-11;        // relative
constexpr double separated_below = 1e-10;  // of the smallest y above 0
constexpr int most_leavings = 10;          // of leaving out separated rows

Error no_fit(const std::string& why) {
  return {ErrorCode::input, "cannot estimate: " + why};
}

double weighted(const std::vector<double>& w, const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (size_t i = 0; i < a.size(); ++i) sum += w[i] * a[i] * b[i];
  return sum;
}

/// Which columns say something that the effects and the columns before them do not.
std::vector<size_t> independent(const PpmlRows& rows) {
  const std::vector<double> ones(rows.y.size(), 1.0);
  const Absorber absorber(rows.effects, ones);
  std::vector<size_t> kept;
  std::vector<std::vector<double>> basis;
  for (size_t k = 0; k < rows.x.size(); ++k) {
    std::vector<double> left = rows.x[k];
    const double whole = std::sqrt(weighted(ones, left, left));
    absorber.absorb(left, absorb_to);
    for (int twice = 0; twice < 2; ++twice) {  // once more for what rounding left
      for (const auto& b : basis) {
        const double part = weighted(ones, left, b);
        for (size_t i = 0; i < left.size(); ++i) left[i] -= part * b[i];
      }
    }
    const double length = std::sqrt(weighted(ones, left, left));
    if (length <= collinear_below * whole) continue;
    for (double& v : left) v /= length;
    basis.push_back(std::move(left));
    kept.push_back(k);
  }
  return kept;
}

/// One fit over given rows and columns.
class Fit {
 public:
  Fit(const PpmlRows& rows, const std::vector<size_t>& columns) : rows_(rows) {
    for (const size_t k : columns) x_.push_back(&rows.x[k]);
    double total = 0;
    for (const double y : rows.y) total += y;
    const double mean = total / static_cast<double>(rows.y.size());
    for (const double y : rows.y) mu_.push_back((y + mean) / 2);
    for (const double mu : mu_) eta_.push_back(std::log(mu));
    for (const auto* x : x_) left_.push_back(*x);
    z_left_.assign(rows.y.size(), 0);
    z_.assign(rows.y.size(), 0);
  }

  /// False where the iterations did not settle.
  bool run(const PpmlOptions& options) {
    double before = deviance();
    for (iterations_ = 1; iterations_ <= options.most_iterations; ++iterations_) {
      if (!step()) return false;
      const double now = deviance();
      if (!std::isfinite(now)) return false;
      // The deviance is flat at its least: its change is the square of what still moves in the coefficients.
      if (std::abs(before - now) <= options.tolerance * std::max(now, 1e-300) + 1e-12 * smallest_total()) return true;
      before = now;
    }
    return false;
  }

  [[nodiscard]] double deviance() const {
    double sum = 0;
    for (size_t i = 0; i < mu_.size(); ++i) {
      const double y = rows_.y[i];
      sum += (y > 0 ? y * std::log(y / mu_[i]) : 0) - (y - mu_[i]);
    }
    return 2 * sum;
  }

  [[nodiscard]] double log_likelihood() const {
    double sum = 0;
    for (size_t i = 0; i < mu_.size(); ++i) {
      sum += rows_.y[i] * std::log(mu_[i]) - mu_[i] - std::lgamma(rows_.y[i] + 1);
    }
    return sum;
  }

  /// The sandwich: bread, scores (summed by cluster), bread.
  [[nodiscard]] Eigen::MatrixXd variance() const {
    const auto k = static_cast<Eigen::Index>(x_.size());
    const auto clusters = rows_.clusters.groups;
    const auto n = static_cast<double>(mu_.size());
    Eigen::MatrixXd meat = Eigen::MatrixXd::Zero(k, k);
    Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(k, std::max(clusters, 1));
    Eigen::VectorXd score(k);
    for (size_t i = 0; i < mu_.size(); ++i) {
      for (Eigen::Index c = 0; c < k; ++c) score(c) = left_[static_cast<size_t>(c)][i] * (rows_.y[i] - mu_[i]);
      if (clusters == 0) {
        meat += score * score.transpose();
      } else {
        sums.col(rows_.clusters.of_row[i]) += score;
      }
    }
    if (clusters > 0) meat = sums * sums.transpose();
    const double units = clusters > 0 ? clusters : n;
    const Eigen::MatrixXd bread = normal_matrix().ldlt().solve(Eigen::MatrixXd::Identity(k, k));
    return bread * meat * bread * (units / (units - 1));
  }

  [[nodiscard]] const std::vector<double>& fitted() const { return mu_; }
  [[nodiscard]] const Eigen::VectorXd& beta() const { return beta_; }
  [[nodiscard]] int iterations() const { return iterations_; }

 private:
  [[nodiscard]] double smallest_total() const {
    double total = 0;
    for (const double y : rows_.y) total += y;
    return 1e-3 * total / static_cast<double>(rows_.y.size());
  }

  [[nodiscard]] Eigen::MatrixXd normal_matrix() const {
    const auto k = static_cast<Eigen::Index>(x_.size());
    Eigen::MatrixXd out(k, k);
    for (Eigen::Index a = 0; a < k; ++a) {
      for (Eigen::Index b = a; b < k; ++b) {
        out(a, b) = weighted(mu_, left_[static_cast<size_t>(a)], left_[static_cast<size_t>(b)]);
        out(b, a) = out(a, b);
      }
    }
    return out;
  }

  /// Regresses the working variable on the columns and the effects. What was absorbed before is absorbed again under
  /// the new weights, which is nearer to the answer than the raw columns are.
  bool step() {
    const Absorber absorber(rows_.effects, mu_);
    for (size_t i = 0; i < z_.size(); ++i) {
      const double z = eta_[i] - rows_.offset[i] + (rows_.y[i] - mu_[i]) / mu_[i];
      z_left_[i] += z - z_[i];
      z_[i] = z;
    }
    if (!absorber.absorb(z_left_, absorb_to)) return false;
    for (auto& column : left_) {
      if (!absorber.absorb(column, absorb_to)) return false;
    }
    const auto k = static_cast<Eigen::Index>(x_.size());
    Eigen::VectorXd right(k);
    for (Eigen::Index c = 0; c < k; ++c) right(c) = weighted(mu_, left_[static_cast<size_t>(c)], z_left_);
    beta_ = normal_matrix().ldlt().solve(right);
    for (size_t i = 0; i < z_.size(); ++i) {
      double residual = z_left_[i];
      for (Eigen::Index c = 0; c < k; ++c) residual -= beta_(c) * left_[static_cast<size_t>(c)][i];
      eta_[i] = std::clamp(z_[i] - residual + rows_.offset[i], -700.0, 700.0);
      mu_[i] = std::exp(eta_[i]);
    }
    return beta_.allFinite();
  }

  const PpmlRows& rows_;
  std::vector<const std::vector<double>*> x_;
  std::vector<std::vector<double>> left_;  // of the columns, when the effects are taken out
  std::vector<double> mu_, eta_, z_, z_left_;
  Eigen::VectorXd beta_;
  int iterations_ = 0;
};

double squared_correlation(const std::vector<double>& a, const std::vector<double>& b) {
  const auto n = static_cast<double>(a.size());
  double ma = 0, mb = 0;
  for (size_t i = 0; i < a.size(); ++i) ma += a[i] / n, mb += b[i] / n;
  double aa = 0, bb = 0, ab = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    aa += (a[i] - ma) * (a[i] - ma);
    bb += (b[i] - mb) * (b[i] - mb);
    ab += (a[i] - ma) * (b[i] - mb);
  }
  return aa > 0 && bb > 0 ? ab * ab / (aa * bb) : 0;
}

PpmlCoefficient coefficient(const std::string& name, double value, double variance) {
  PpmlCoefficient out{name, value, std::sqrt(std::max(variance, 0.0)), 0, 1, 0, 0};
  constexpr double two_sided_95 = 1.959963984540054;
  if (out.error > 0) {
    out.z = value / out.error;
    out.p = std::erfc(std::abs(out.z) / std::sqrt(2.0));
  }
  out.low = value - two_sided_95 * out.error;
  out.high = value + two_sided_95 * out.error;
  return out;
}

PpmlFit described(const PpmlProblem& problem, const PpmlRows& rows, const std::vector<size_t>& columns,
                  const Fit& fit) {
  PpmlFit out;
  out.observations = rows.y.size();
  out.separated = problem.y.size() - rows.y.size();
  out.clusters = static_cast<size_t>(rows.clusters.groups);
  out.iterations = fit.iterations();
  out.deviance = fit.deviance();
  out.log_likelihood = fit.log_likelihood();
  out.r_squared = squared_correlation(rows.y, fit.fitted());
  out.fitted.assign(problem.y.size(), 0);
  for (size_t i = 0; i < rows.y.size(); ++i) out.fitted[rows.origin[i]] = fit.fitted()[i];
  const Eigen::MatrixXd variance = fit.variance();
  size_t at = 0;
  for (size_t k = 0; k < problem.names.size(); ++k) {
    if (at < columns.size() && columns[at] == k) {
      const auto i = static_cast<Eigen::Index>(at++);
      out.coefficients.push_back(coefficient(problem.names[k], fit.beta()(i), variance(i, i)));
    } else {
      out.collinear.push_back(problem.names[k]);
    }
  }
  return out;
}

/// The rows whose y of 0 is fitted by next to nothing: some regressor separates them from all trade.
std::vector<size_t> without_separated(const PpmlRows& rows, const Fit& fit) {
  double least = 0;
  for (const double y : rows.y) {
    if (y > 0 && (least == 0 || y < least)) least = y;
  }
  std::vector<size_t> kept;
  for (size_t i = 0; i < rows.y.size(); ++i) {
    if (rows.y[i] > 0 || fit.fitted()[i] > separated_below * least) kept.push_back(rows.origin[i]);
  }
  return kept;
}

std::optional<Error> wrong_with(const PpmlProblem& problem) {
  if (problem.y.empty()) return no_fit("there are no rows");
  if (problem.x.empty()) return no_fit("there is no regressor");
  for (const double y : problem.y) {
    if (!(y >= 0) || !std::isfinite(y)) return no_fit("what is explained must be 0 or above in every row");
  }
  return std::nullopt;
}

}  // namespace

Result<PpmlFit> ppml(const PpmlProblem& problem, const PpmlOptions& options) {
  if (auto wrong = wrong_with(problem)) return *wrong;
  std::vector<std::string> separated_by;
  std::vector<size_t> places = without_empty_groups(problem, settled_order(problem), separated_by);
  for (int round = 0; round < most_leavings; ++round) {
    if (places.size() < 2) return no_fit("too few rows are left where there is any trade to explain");
    const PpmlRows rows = rows_at(problem, places);
    const std::vector<size_t> columns = independent(rows);
    if (columns.empty()) {
      return no_fit("every regressor (" + join(problem.names, ", ") + ") is collinear with the fixed effects");
    }
    Fit fit(rows, columns);
    if (!fit.run(options)) {
      return no_fit("no convergence in " + std::to_string(fit.iterations()) +
                    " iterations; look for regressors that are nearly collinear, or of very unlike size");
    }
    std::vector<size_t> kept = without_separated(rows, fit);
    if (kept.size() == places.size()) {
      PpmlFit out = described(problem, rows, columns, fit);
      out.separated_by = std::move(separated_by);
      return out;
    }
    separated_by.push_back("regressors: " + std::to_string(places.size() - kept.size()) + " rows");
    places = without_empty_groups(problem, std::move(kept), separated_by);
  }
  return no_fit("rows without trade are separated again and again; leave out the regressor that does it");
}

}  // namespace entente
