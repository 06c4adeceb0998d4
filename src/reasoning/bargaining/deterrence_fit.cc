// Maximum likelihood: Fisher's scoring from where backward induction leads; standard errors and bands.
#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <optional>

#include "base/text.h"
#include "reasoning/bargaining/deterrence_game.h"

namespace entente {

namespace deterrence_detail {

namespace {

constexpr int most_steps = 200;
constexpr double small_slope = 1e-6;
constexpr double near_the_top = 0.05;               // of the log likelihood, that a step gained
constexpr double four_fifths = 1.2815515655446004;  // of a normal distribution lie within so many deviations

// --- starting values ------------------------------------------------------------------------------------------------

/// A probit by Newton's method.
VectorXd probit(const MatrixXd& x, const std::vector<int>& y) {
  VectorXd b = VectorXd::Zero(x.cols());
  for (int step = 0; step < 25; ++step) {
    VectorXd slope = VectorXd::Zero(x.cols());
    MatrixXd told = 1e-6 * MatrixXd::Identity(x.cols(), x.cols());
    for (Eigen::Index i = 0; i < x.rows(); ++i) {
      const double eta = std::clamp(x.row(i).dot(b), -8.0, 8.0);
      const double p = normal_chance(eta), d = normal_density(eta);
      const double variance = std::max(p * (1 - p), 1e-10);
      slope += x.row(i).transpose() * (d * (y[static_cast<size_t>(i)] - p) / variance);
      told += x.row(i).transpose() * x.row(i) * (d * d / variance);
    }
    const VectorXd move = told.ldlt().solve(slope);
    b += move;
    if (move.cwiseAbs().maxCoeff() < 1e-8) break;
  }
  return b;
}

/// Backward induction: first the defender's move alone, then the challenger's given what it must expect.
VectorXd start(const Game& game) {
  std::vector<Eigen::Index> challenged;
  std::vector<int> answered, challenge;
  for (size_t i = 0; i < game.outcome.size(); ++i) {
    challenge.push_back(game.outcome[i] == 0 ? 0 : 1);
    if (game.outcome[i] == 0) continue;
    challenged.push_back(static_cast<Eigen::Index>(i));
    answered.push_back(game.outcome[i] == 2 ? 1 : 0);
  }
  const VectorXd of_defender = probit(game.x[3](challenged, Eigen::all), answered);
  const VectorXd answer = (game.x[3] * of_defender).unaryExpr([](double u) { return normal_chance(u); });
  const Eigen::Index n = game.size() - game.x[3].cols();
  MatrixXd x(answer.size(), n);
  x << -game.x[0], (1 - answer.array()).matrix().asDiagonal() * game.x[1], answer.asDiagonal() * game.x[2];
  VectorXd b(game.size());
  b << std::numbers::sqrt2 * probit(x, challenge), of_defender;
  return b;
}

// --- the maximum ----------------------------------------------------------------------------------------------------

struct Maximum {
  VectorXd b;
  Likelihood at;
  int steps = 0;
};

/// Steps by the information, which leads up from anywhere, then by the curvature, which is quicker near the top; either
/// is made steeper until a step goes up.
Maximum climb(const Game& game, VectorXd b) {
  Maximum best{std::move(b), {}, 0};
  best.at = likelihood(game, best.b);
  double ridge = 0, gained = std::numeric_limits<double>::infinity();
  while (best.steps < most_steps && best.at.slope.cwiseAbs().maxCoeff() > small_slope) {
    ++best.steps;
    const MatrixXd down = gained > near_the_top ? information(game, best.b) : MatrixXd(-hessian(game, best.b));
    const double before = best.at.value;
    bool up = false;
    for (int attempt = 0; attempt < 40 && !up; ++attempt) {
      const MatrixXd steeper = down + ridge * MatrixXd::Identity(game.size(), game.size());
      const Eigen::LLT<MatrixXd> solver(steeper);
      if (solver.info() == Eigen::Success) {
        const VectorXd next = best.b + solver.solve(best.at.slope);
        const Likelihood there = likelihood(game, next);
        up = std::isfinite(there.value) && there.value >= best.at.value - 1e-10;
        if (up) {
          best.b = next;
          best.at = there;
        }
      }
      ridge = up ? ridge / 10 : std::max(1e-6, ridge * 10);
      if (ridge < 1e-9) ridge = 0;
    }
    gained = best.at.value - before;
    if (!up) break;
  }
  return best;
}

/// Slopes summed within clusters, their squares over all: what clustered errors are made from.
MatrixXd scatter_of_clusters(const Game& game, const VectorXd& b, const std::vector<uint64_t>& clusters) {
  const std::vector<Play> all = plays(game, b);
  std::map<uint64_t, VectorXd> sums;
  for (size_t i = 0; i < all.size(); ++i) {
    const VectorXd slope = row_slope(game, static_cast<Eigen::Index>(i), all[i]);
    const auto [sum, fresh] = sums.try_emplace(clusters[i], slope);
    if (!fresh) sum->second += slope;
  }
  MatrixXd out = MatrixXd::Zero(game.size(), game.size());
  for (const auto& [cluster, sum] : sums) out += sum * sum.transpose();
  const auto n = static_cast<double>(sums.size());
  return out * (n > 1 ? n / (n - 1) : 1);
}

// --- the table ------------------------------------------------------------------------------------------------------

std::optional<Error> set_outcomes(const DataFrame& data, const DeterrenceFormula& formula,
                                  const std::vector<std::string>& outcomes, Game& game) {
  if (outcomes.size() != 3) {
    return Error{ErrorCode::usage, "name the three outcomes: status quo, given way, answered"};
  }
  const std::vector<std::string>& column = data.text.at(formula.outcome);
  std::array<size_t, 3> counts = {0, 0, 0};
  for (size_t i = 0; i < column.size(); ++i) {
    const auto found = std::find(outcomes.begin(), outcomes.end(), column[i]);
    if (found == outcomes.end()) {
      return Error{ErrorCode::input, "line " + std::to_string(data.line[i]) + ": the outcome '" + column[i] +
                                         "' is none of " + join(outcomes, ", ")};
    }
    game.outcome.push_back(static_cast<int>(found - outcomes.begin()));
    ++counts[static_cast<size_t>(found - outcomes.begin())];
  }
  for (size_t k = 0; k < 3; ++k) {
    if (counts[k] == 0) return Error{ErrorCode::input, "the outcome '" + outcomes[k] + "' never happens in the table"};
  }
  return std::nullopt;
}

/// Regressors of one payoff that the others of it already say.
std::optional<Error> check_ranks(const Game& game) {
  for (size_t k = 0; k < 4; ++k) {
    if (game.x[k].cols() == 0) continue;
    Eigen::ColPivHouseholderQR<MatrixXd> qr(game.x[k]);
    qr.setThreshold(1e-10);
    if (qr.rank() < game.x[k].cols()) {
      return Error{ErrorCode::input, std::string("the regressors of '") + payoff_names[k] +
                                         "' are collinear: leave out what the others already say"};
    }
  }
  return std::nullopt;
}

void add_terms(const DeterrenceFormula& formula, const Maximum& top, const MatrixXd& variance, DeterrenceFit& fit) {
  Eigen::Index at = 0;
  const auto payoffs = payoffs_of(formula);
  for (size_t k = 0; k < 4; ++k) {
    std::vector<std::string> names = payoffs[k]->columns;
    if (payoffs[k]->constant) names.emplace_back("(constant)");
    for (const std::string& name : names) {
      fit.terms.push_back({payoff_names[k], name, top.b[at], std::sqrt(std::max(0.0, variance(at, at)))});
      ++at;
    }
  }
  fit.covariance.assign(variance.data(), variance.data() + variance.size());
}

void count_outcomes(const Game& game, DeterrenceFit& fit) {
  fit.observations = game.outcome.size();
  fit.counts.assign(3, 0);
  for (const int outcome : game.outcome) ++fit.counts[static_cast<size_t>(outcome)];
  for (const size_t count : fit.counts) {
    const auto n = static_cast<double>(count);
    fit.null_log_likelihood += n * std::log(n / static_cast<double>(fit.observations));
  }
}

}  // namespace

}  // namespace deterrence_detail

Result<DeterrenceFit> estimate_deterrence(const DataFrame& data, const DeterrenceFormula& formula,
                                          const std::vector<std::string>& outcomes,
                                          const std::vector<uint64_t>& clusters) {
  using namespace deterrence_detail;
  Game game = game_of(data, formula);
  if (auto wrong = set_outcomes(data, formula, outcomes, game)) return *wrong;
  if (auto wrong = check_ranks(game)) return *wrong;
  const Maximum top = climb(game, start(game));
  const Eigen::LLT<MatrixXd> curvature(-hessian(game, top.b));
  DeterrenceFit fit;
  fit.gradient = top.at.slope.cwiseAbs().maxCoeff();
  if (!(fit.gradient < 1e-3) || curvature.info() != Eigen::Success) {
    return Error{ErrorCode::input, "the likelihood has no maximum that could be found: leave out regressors"};
  }
  fit.outcomes = outcomes;
  count_outcomes(game, fit);
  fit.log_likelihood = top.at.value;
  fit.iterations = top.steps;
  MatrixXd variance = curvature.solve(MatrixXd::Identity(game.size(), game.size()));
  if (!clusters.empty()) variance = variance * scatter_of_clusters(game, top.b, clusters) * variance;
  add_terms(formula, top, variance, fit);
  for (const DeterrenceForecast& one : forecast(fit, formula, data)) {
    fit.challenge += one.challenge / static_cast<double>(data.rows);
    fit.answer += one.answer / static_cast<double>(data.rows);
  }
  return fit;
}

std::vector<DeterrenceForecast> forecast(const DeterrenceFit& fit, const DeterrenceFormula& formula,
                                         const DataFrame& data) {
  using namespace deterrence_detail;
  const Game game = game_of(data, formula);
  VectorXd b(game.size());
  for (size_t k = 0; k < fit.terms.size(); ++k) b[static_cast<Eigen::Index>(k)] = fit.terms[k].value;
  const Eigen::Map<const MatrixXd> variance(fit.covariance.data(), game.size(), game.size());
  const std::vector<Play> all = plays(game, b);
  std::vector<DeterrenceForecast> out;
  for (size_t i = 0; i < all.size(); ++i) {
    const auto row = static_cast<Eigen::Index>(i);
    const auto reach = [&](const std::array<double, 4>& slopes) {
      const VectorXd g = by_coefficient(game, row, slopes);
      return four_fifths * std::sqrt(std::max(0.0, g.dot(variance * g)));
    };
    const double challenge = reach(all[i].index_slopes), answer = reach({0, 0, 0, 1});
    out.push_back({all[i].challenge,
                   all[i].answer,
                   {normal_chance(all[i].index() - challenge), normal_chance(all[i].index() + challenge)},
                   {normal_chance(all[i].defender - answer), normal_chance(all[i].defender + answer)}});
  }
  return out;
}

}  // namespace entente
