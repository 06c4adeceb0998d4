// The likelihood with its slopes by hand, Newton's method with a Hessian of slopes, started from backward induction.
#include "reasoning/bargaining/deterrence.h"

#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <set>

#include "base/text.h"

namespace entente {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr int most_steps = 200;
constexpr double small_slope = 1e-6;
constexpr double least_chance = 1e-12;
constexpr std::array<const char*, 4> payoff_names = {"challenger: status quo", "challenger: given way",
                                                     "challenger: answered", "defender: answered"};

double normal_chance(double x) {
  return 0.5 * std::erfc(-x / std::numbers::sqrt2);
}

double normal_density(double x) {
  return std::exp(-0.5 * x * x) / std::sqrt(2 * std::numbers::pi);
}

/// The four design matrices and who did what (0 status quo, 1 given way, 2 answered).
struct Game {
  std::array<MatrixXd, 4> x;
  std::vector<int> outcome;
  [[nodiscard]] Eigen::Index size() const { return x[0].cols() + x[1].cols() + x[2].cols() + x[3].cols(); }
};

struct Likelihood {
  double value = 0;
  VectorXd slope;
};

/// u11, u13, u14, u24 for every observation.
std::array<VectorXd, 4> payoffs(const Game& game, const VectorXd& b) {
  std::array<VectorXd, 4> u;
  Eigen::Index at = 0;
  for (size_t k = 0; k < 4; ++k) {
    const Eigen::Index n = game.x[k].cols();
    u[k] = game.x[k] * b.segment(at, n);
    at += n;
  }
  return u;
}

/// Chances of one observation and what they follow from.
struct Play {
  double answer = 0;     // p4
  double challenge = 0;  // p2
  double gain = 0;       // p3 u13 + p4 u14 - u11
  double spread = 0;     // sqrt(1 + p3^2 + p4^2)
};

Play play(double u11, double u13, double u14, double u24) {
  Play p;
  p.answer = std::clamp(normal_chance(u24), least_chance, 1 - least_chance);
  const double yield = 1 - p.answer;
  p.gain = yield * u13 + p.answer * u14 - u11;
  p.spread = std::sqrt(1 + yield * yield + p.answer * p.answer);
  p.challenge = std::clamp(normal_chance(p.gain / p.spread), least_chance, 1 - least_chance);
  return p;
}

Likelihood likelihood(const Game& game, const VectorXd& b) {
  const auto u = payoffs(game, b);
  Likelihood out{0, VectorXd::Zero(game.size())};
  for (size_t row = 0; row < game.outcome.size(); ++row) {
    const auto i = static_cast<Eigen::Index>(row);
    const Play p = play(u[0][i], u[1][i], u[2][i], u[3][i]);
    const int outcome = game.outcome[row];
    const double yield = 1 - p.answer;
    // d log L / d p2 and d log L / d p4, the latter for the defender's own move
    const double by_challenge = outcome == 0 ? -1 / (1 - p.challenge) : 1 / p.challenge;
    const double by_answer = outcome == 0 ? 0 : (outcome == 1 ? -1 / yield : 1 / p.answer);
    out.value +=
        outcome == 0 ? std::log(1 - p.challenge) : std::log(p.challenge) + std::log(outcome == 1 ? yield : p.answer);
    const double z = p.gain / p.spread;
    const double by_gain = by_challenge * normal_density(z) / p.spread;
    // p2 also depends on p4: through the gain and through the spread
    const double gain_by_answer = u[2][i] - u[1][i];
    const double spread_by_answer = (p.answer - yield) / p.spread;
    const double through_challenge = by_gain * (gain_by_answer - z * spread_by_answer);
    const std::array<double, 4> slopes = {-by_gain, by_gain * yield, by_gain * p.answer,
                                          (by_answer + through_challenge) * normal_density(u[3][i])};
    Eigen::Index at = 0;
    for (size_t k = 0; k < 4; ++k) {
      const Eigen::Index n = game.x[k].cols();
      out.slope.segment(at, n) += slopes[k] * game.x[k].row(i).transpose();
      at += n;
    }
  }
  return out;
}

/// The Hessian by central differences of the slopes.
MatrixXd hessian(const Game& game, const VectorXd& b) {
  const Eigen::Index n = game.size();
  MatrixXd h(n, n);
  for (Eigen::Index k = 0; k < n; ++k) {
    const double step = 1e-5 * std::max(1.0, std::abs(b[k]));
    VectorXd up = b, down = b;
    up[k] += step;
    down[k] -= step;
    h.col(k) = (likelihood(game, up).slope - likelihood(game, down).slope) / (2 * step);
  }
  return (h + h.transpose()) / 2;
}

/// A probit by Newton's method, for starting values.
VectorXd probit(const MatrixXd& x, const std::vector<int>& y) {
  VectorXd b = VectorXd::Zero(x.cols());
  for (int step = 0; step < 25; ++step) {
    VectorXd slope = VectorXd::Zero(x.cols());
    MatrixXd information = 1e-6 * MatrixXd::Identity(x.cols(), x.cols());
    for (Eigen::Index i = 0; i < x.rows(); ++i) {
      const double eta = std::clamp(x.row(i).dot(b), -8.0, 8.0);
      const double p = normal_chance(eta), d = normal_density(eta);
      const double variance = std::max(p * (1 - p), 1e-10);
      slope += x.row(i).transpose() * (d * (y[static_cast<size_t>(i)] - p) / variance);
      information += x.row(i).transpose() * x.row(i) * (d * d / variance);
    }
    const VectorXd move = information.ldlt().solve(slope);
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

struct Maximum {
  VectorXd b;
  Likelihood at;
  int steps = 0;
};

/// Newton's method, the Hessian made steeper until a step goes up.
Maximum climb(const Game& game, VectorXd b) {
  Maximum best{std::move(b), {}, 0};
  best.at = likelihood(game, best.b);
  double ridge = 0;
  while (best.steps < most_steps && best.at.slope.cwiseAbs().maxCoeff() > small_slope) {
    ++best.steps;
    const MatrixXd down = -hessian(game, best.b);
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
    if (!up) break;
  }
  return best;
}

// --- data -----------------------------------------------------------------------------------------------------------

Eigen::Index width(const Payoff& payoff) {
  return static_cast<Eigen::Index>(payoff.columns.size()) + (payoff.constant ? 1 : 0);
}

/// Columns in the formula's order, then the constant where there is one.
MatrixXd design(const DataFrame& data, const Payoff& payoff) {
  MatrixXd x(static_cast<Eigen::Index>(data.rows), width(payoff));
  for (size_t k = 0; k < payoff.columns.size(); ++k) {
    const std::vector<double>& column = data.numbers.at(payoff.columns[k]);
    for (size_t i = 0; i < data.rows; ++i) x(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(k)) = column[i];
  }
  if (payoff.constant) x.col(width(payoff) - 1).setOnes();
  return x;
}

std::array<const Payoff*, 4> payoffs_of(const DeterrenceFormula& formula) {
  return {&formula.status_quo, &formula.given_way, &formula.answered, &formula.defender};
}

Game game_of(const DataFrame& data, const DeterrenceFormula& formula) {
  Game game;
  const auto payoffs = payoffs_of(formula);
  for (size_t k = 0; k < 4; ++k) game.x[k] = design(data, *payoffs[k]);
  return game;
}

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
}

}  // namespace

// --- formula --------------------------------------------------------------------------------------------------------

namespace {

Result<Payoff> payoff_of(std::string_view text) {
  Payoff payoff;
  payoff.constant = true;
  std::string spaced;
  for (const char c : text) spaced += c == '-' ? std::string("+-") : std::string(1, c);
  for (const std::string_view term : split(spaced, '+')) {
    if (term.empty()) continue;
    if (term == "1") {
      payoff.constant = true;
    } else if (term == "0" || term == "-1" || term == "- 1") {
      payoff.constant = false;
    } else if (term.starts_with('-') || term.find(' ') != std::string_view::npos) {
      return Error{ErrorCode::usage, "'" + std::string(term) + "' is no regressor: give names of columns, 0 or 1"};
    } else {
      payoff.columns.emplace_back(term);
    }
  }
  return payoff;
}

[[gnu::noinline]] std::string found_everywhere(std::string_view what) {  // inlined, GCC 12 sees an overflow in it
  return std::string(what) + " stands in all of the challenger's payoffs, which cannot be told from none";
}

bool has(const Payoff& payoff, const std::string& column) {
  return std::find(payoff.columns.begin(), payoff.columns.end(), column) != payoff.columns.end();
}

}  // namespace

Result<DeterrenceFormula> deterrence_formula(const std::string& text) {
  const auto sides = split(text, '~');
  const auto parts = sides.size() == 2 ? split(sides[1], '|') : std::vector<std::string_view>();
  if (parts.size() != 4 || sides[0].empty()) {
    return Error{ErrorCode::usage, "'" + text + "' is no formula of the game: write 'outcome ~ a + b - 1 | 1 | 1 | c'"};
  }
  DeterrenceFormula formula;
  formula.outcome = std::string(sides[0]);
  std::array<Payoff*, 4> places = {&formula.status_quo, &formula.given_way, &formula.answered, &formula.defender};
  for (size_t k = 0; k < 4; ++k) {
    Result<Payoff> payoff = payoff_of(parts[k]);
    if (!payoff) return payoff.error();
    *places[k] = std::move(*payoff);
  }
  if (formula.status_quo.constant && formula.given_way.constant && formula.answered.constant) {
    return Error{ErrorCode::usage, found_everywhere("a constant")};
  }
  for (const std::string& column : formula.status_quo.columns) {
    if (has(formula.given_way, column) && has(formula.answered, column))
      return Error{ErrorCode::usage, found_everywhere("'" + column + "'")};
  }
  if (width(formula.defender) == 0) return Error{ErrorCode::usage, "the defender's payoff needs a regressor or 1"};
  return formula;
}

std::vector<std::string> regressors_of(const DeterrenceFormula& formula) {
  std::set<std::string> names;
  for (const Payoff* payoff : payoffs_of(formula)) names.insert(payoff->columns.begin(), payoff->columns.end());
  return {names.begin(), names.end()};
}

Result<DeterrenceFit> estimate_deterrence(const DataFrame& data, const DeterrenceFormula& formula,
                                          const std::vector<std::string>& outcomes) {
  Game game = game_of(data, formula);
  if (auto wrong = set_outcomes(data, formula, outcomes, game)) return *wrong;
  if (auto wrong = check_ranks(game)) return *wrong;
  const Maximum top = climb(game, start(game));
  const Eigen::LLT<MatrixXd> information(-hessian(game, top.b));
  DeterrenceFit fit;
  fit.gradient = top.at.slope.cwiseAbs().maxCoeff();
  if (!(fit.gradient < 1e-3) || information.info() != Eigen::Success) {
    return Error{ErrorCode::input, "the likelihood has no maximum that could be found: leave out regressors"};
  }
  fit.observations = data.rows;
  fit.outcomes = outcomes;
  fit.counts.assign(3, 0);
  for (const int outcome : game.outcome) ++fit.counts[static_cast<size_t>(outcome)];
  const auto n = static_cast<double>(data.rows);
  for (const size_t count : fit.counts) {
    fit.null_log_likelihood += static_cast<double>(count) * std::log(static_cast<double>(count) / n);
  }
  fit.log_likelihood = top.at.value;
  fit.iterations = top.steps;
  add_terms(formula, top, information.solve(MatrixXd::Identity(game.size(), game.size())), fit);
  for (const DeterrenceForecast& one : forecast(fit, formula, data)) {
    fit.challenge += one.challenge / n;
    fit.answer += one.answer / n;
  }
  return fit;
}

std::vector<DeterrenceForecast> forecast(const DeterrenceFit& fit, const DeterrenceFormula& formula,
                                         const DataFrame& data) {
  const Game game = game_of(data, formula);
  VectorXd b(game.size());
  for (size_t k = 0; k < fit.terms.size(); ++k) b[static_cast<Eigen::Index>(k)] = fit.terms[k].value;
  const auto u = payoffs(game, b);
  std::vector<DeterrenceForecast> out;
  for (Eigen::Index i = 0; i < static_cast<Eigen::Index>(data.rows); ++i) {
    const Play p = play(u[0][i], u[1][i], u[2][i], u[3][i]);
    out.push_back({p.challenge, p.answer});
  }
  return out;
}

}  // namespace entente
