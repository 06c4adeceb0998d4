// Deterrence: a challenger who may let things be, and a defender who may give way or answer; each knows its own payoffs
// better than the other does. Part of the door of reasoning; docs/models.md gives the equations.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/data_frame.h"

namespace entente {

/// The regressors of one payoff: names of columns, and whether there is a constant.
struct Payoff {
  std::vector<std::string> columns;
  bool constant = false;
};

/// What the game is estimated on. "outcome ~ a + b - 1 | 1 | 1 | c": the challenger's payoffs of letting things be, of
/// a challenge that is given way to and of one that is answered, and the defender's payoff of answering.
struct DeterrenceFormula {
  std::string outcome;
  Payoff status_quo;
  Payoff given_way;
  Payoff answered;
  Payoff defender;
};
/// Errors: usage, for what is no such formula; a regressor in all of the challenger's payoffs (it cannot be told from
/// nothing: Lewis and Schultz 2003).
Result<DeterrenceFormula> deterrence_formula(const std::string& text);
/// Every column but the outcome, each once.
std::vector<std::string> regressors_of(const DeterrenceFormula& formula);

struct DeterrenceTerm {
  std::string
      payoff;        // "challenger: status quo", "challenger: given way", "challenger: answered", "defender: answered"
  std::string name;  // a column, or "(constant)"
  double value = 0;
  double error = 0;  // standard error, by the inverse of the Hessian, or clustered
};

struct DeterrenceFit {
  size_t observations = 0;
  std::vector<std::string> outcomes;  // status quo, given way, answered
  std::vector<size_t> counts;
  std::vector<DeterrenceTerm> terms;
  double log_likelihood = 0;
  double null_log_likelihood = 0;  // of the shares alone
  int iterations = 0;
  double gradient = 0;             // the largest slope that is left: about 0 at a maximum
  double challenge = 0;            // mean chance of a challenge over the observations
  double answer = 0;               // mean chance that a challenge would be answered
  std::vector<double> covariance;  // of the terms, row by row
};

/// Maximum likelihood with normal, private information of variance 1 about each payoff (Signorino 2003, "Structure and
/// uncertainty in discrete choice models", Political Analysis 11: 316-344; Leblang 2003). `outcomes` names the three
/// outcomes in the order status quo, given way, answered. Errors: input (an outcome that is none of the three or never
/// happens, collinear regressors, no convergence). Where observations belong together, `clusters` has a number for each
/// of them: standard errors then allow for what the observations of a cluster share.
Result<DeterrenceFit> estimate_deterrence(const DataFrame& data, const DeterrenceFormula& formula,
                                          const std::vector<std::string>& outcomes,
                                          const std::vector<uint64_t>& clusters = {});

/// Four fifths of what the coefficients leave possible lie between.
struct ChanceBand {
  double low = 0;
  double high = 1;
};

/// What the fitted game expects of an observation. The bands are those of the mean of like observations: the delta
/// method on the probit's scale, from the covariance of the coefficients.
struct DeterrenceForecast {
  double challenge = 0;  // chance of a challenge
  double answer = 0;     // chance that a challenge would be answered
  ChanceBand challenge_band;
  ChanceBand answer_band;
};
std::vector<DeterrenceForecast> forecast(const DeterrenceFit& fit, const DeterrenceFormula& formula,
                                         const DataFrame& data);

}  // namespace entente
