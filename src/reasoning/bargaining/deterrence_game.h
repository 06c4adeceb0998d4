// The deterrence game as numbers: chances from payoffs, the likelihood and its slopes. Inside reasoning: may change.
#pragma once

#include <Eigen/Core>
#include <array>
#include <vector>

#include "domain/data_frame.h"
#include "reasoning/bargaining/deterrence.h"

namespace entente::deterrence_detail {

using Eigen::MatrixXd;
using Eigen::VectorXd;

inline constexpr std::array<const char*, 4> payoff_names = {"challenger: status quo", "challenger: given way",
                                                            "challenger: answered", "defender: answered"};

double normal_chance(double x);
double normal_density(double x);

/// The four payoffs of a formula in the order of payoff_names.
std::array<const Payoff*, 4> payoffs_of(const DeterrenceFormula& formula);

/// The four design matrices and who did what (0 status quo, 1 given way, 2 answered; empty where nobody knows yet).
struct Game {
  std::array<MatrixXd, 4> x;
  std::vector<int> outcome;
  /// Coefficients of all payoffs together.
  [[nodiscard]] Eigen::Index size() const { return x[0].cols() + x[1].cols() + x[2].cols() + x[3].cols(); }
  [[nodiscard]] Eigen::Index rows() const { return x[3].rows(); }
};
/// The regressors of each payoff in the formula's order, then the constant where there is one.
Game game_of(const DataFrame& data, const DeterrenceFormula& formula);

/// Chances of one observation and what they follow from.
struct Play {
  double answer = 0;     // p4
  double challenge = 0;  // p2
  double gain = 0;       // p3 u13 + p4 u14 - u11
  double spread = 0;     // sqrt(1 + p3^2 + p4^2)
  /// How the challenger's index gain / spread moves with each payoff's value; the defender's works through p4.
  std::array<double, 4> index_slopes{};
  double defender = 0;  // u24
  [[nodiscard]] double index() const { return gain / spread; }
};
Play play(double u11, double u13, double u14, double u24);
/// Every observation's, with coefficients of all payoffs in a row.
std::vector<Play> plays(const Game& game, const VectorXd& b);

/// A value for each payoff becomes a slope for each coefficient: every regressor times its payoff's value.
VectorXd by_coefficient(const Game& game, Eigen::Index row, const std::array<double, 4>& by_payoff);

struct Likelihood {
  double value = 0;
  VectorXd slope;
};
Likelihood likelihood(const Game& game, const VectorXd& b);
/// The slope that one observation adds.
VectorXd row_slope(const Game& game, Eigen::Index row, const Play& play);
/// What the observations are expected to tell (Fisher's information): never less than nothing in any direction.
MatrixXd information(const Game& game, const VectorXd& b);
/// The Hessian of the likelihood by central differences of its slopes.
MatrixXd hessian(const Game& game, const VectorXd& b);

}  // namespace entente::deterrence_detail
