// Signorino (2003): probit with private information about each payoff; slopes by hand.
#include "reasoning/bargaining/deterrence_game.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace entente::deterrence_detail {

namespace {

constexpr double least_chance = 1e-12;

Eigen::Index columns_of(const Payoff& payoff) {
  return static_cast<Eigen::Index>(payoff.columns.size()) + (payoff.constant ? 1 : 0);
}

MatrixXd design(const DataFrame& data, const Payoff& payoff) {
  MatrixXd x(static_cast<Eigen::Index>(data.rows), columns_of(payoff));
  for (size_t k = 0; k < payoff.columns.size(); ++k) {
    const std::vector<double>& column = data.numbers.at(payoff.columns[k]);
    for (size_t i = 0; i < data.rows; ++i) x(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(k)) = column[i];
  }
  if (payoff.constant) x.col(columns_of(payoff) - 1).setOnes();
  return x;
}

/// How the likelihood of an outcome moves with each payoff's value.
std::array<double, 4> payoff_slopes(const Play& p, int outcome) {
  const double by_challenge = outcome == 0 ? -1 / (1 - p.challenge) : 1 / p.challenge;
  const double by_answer = outcome == 0 ? 0 : (outcome == 1 ? -1 / (1 - p.answer) : 1 / p.answer);
  const double by_index = by_challenge * normal_density(p.index());
  std::array<double, 4> out{};
  for (size_t k = 0; k < 4; ++k) out[k] = by_index * p.index_slopes[k];
  out[3] += by_answer * normal_density(p.defender);
  return out;
}

double log_chance(const Play& p, int outcome) {
  if (outcome == 0) return std::log(1 - p.challenge);
  return std::log(p.challenge) + std::log(outcome == 1 ? 1 - p.answer : p.answer);
}

}  // namespace

double normal_chance(double x) {
  return 0.5 * std::erfc(-x / std::numbers::sqrt2);
}

double normal_density(double x) {
  return std::exp(-0.5 * x * x) / std::sqrt(2 * std::numbers::pi);
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

Play play(double u11, double u13, double u14, double u24) {
  Play p;
  p.defender = u24;
  p.answer = std::clamp(normal_chance(u24), least_chance, 1 - least_chance);
  const double yield = 1 - p.answer;
  p.gain = yield * u13 + p.answer * u14 - u11;
  p.spread = std::sqrt(1 + yield * yield + p.answer * p.answer);
  p.challenge = std::clamp(normal_chance(p.index()), least_chance, 1 - least_chance);
  // The index also depends on p4: through the gain and through the spread.
  const double by_answer = (u14 - u13 - p.index() * (p.answer - yield) / p.spread) / p.spread;
  p.index_slopes = {-1 / p.spread, yield / p.spread, p.answer / p.spread, by_answer * normal_density(u24)};
  return p;
}

std::vector<Play> plays(const Game& game, const VectorXd& b) {
  std::array<VectorXd, 4> u;
  Eigen::Index at = 0;
  for (size_t k = 0; k < 4; ++k) {
    u[k] = game.x[k] * b.segment(at, game.x[k].cols());
    at += game.x[k].cols();
  }
  std::vector<Play> out;
  out.reserve(static_cast<size_t>(game.rows()));
  for (Eigen::Index i = 0; i < game.rows(); ++i) out.push_back(play(u[0][i], u[1][i], u[2][i], u[3][i]));
  return out;
}

VectorXd by_coefficient(const Game& game, Eigen::Index row, const std::array<double, 4>& by_payoff) {
  VectorXd out(game.size());
  Eigen::Index at = 0;
  for (size_t k = 0; k < 4; ++k) {
    out.segment(at, game.x[k].cols()) = by_payoff[k] * game.x[k].row(row).transpose();
    at += game.x[k].cols();
  }
  return out;
}

VectorXd row_slope(const Game& game, Eigen::Index row, const Play& play) {
  return by_coefficient(game, row, payoff_slopes(play, game.outcome[static_cast<size_t>(row)]));
}

Likelihood likelihood(const Game& game, const VectorXd& b) {
  Likelihood out{0, VectorXd::Zero(game.size())};
  const std::vector<Play> all = plays(game, b);
  for (size_t i = 0; i < all.size(); ++i) {
    out.value += log_chance(all[i], game.outcome[i]);
    out.slope += row_slope(game, static_cast<Eigen::Index>(i), all[i]);
  }
  return out;
}

MatrixXd information(const Game& game, const VectorXd& b) {
  MatrixXd out = MatrixXd::Zero(game.size(), game.size());
  const std::vector<Play> all = plays(game, b);
  for (size_t i = 0; i < all.size(); ++i) {
    const Play& p = all[i];
    const auto row = static_cast<Eigen::Index>(i);
    const double challenge = normal_density(p.index()), answer = normal_density(p.defender);
    const VectorXd by_index = by_coefficient(game, row, p.index_slopes);
    const VectorXd by_defender = by_coefficient(game, row, {0, 0, 0, 1});
    out.selfadjointView<Eigen::Lower>().rankUpdate(by_index, challenge * challenge / (p.challenge * (1 - p.challenge)));
    out.selfadjointView<Eigen::Lower>().rankUpdate(by_defender,
                                                   p.challenge * answer * answer / (p.answer * (1 - p.answer)));
  }
  return out.selfadjointView<Eigen::Lower>();
}

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

}  // namespace entente::deterrence_detail
