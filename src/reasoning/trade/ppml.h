// Poisson pseudo-maximum likelihood with fixed effects: the estimator of gravity equations.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace entente {

/// What is estimated: E[y | x] = exp(x b + sum of effects + offset). All columns have n rows.
struct PpmlProblem {
  std::vector<double> y;                          // n, 0 or above
  std::vector<std::string> names;                 // k
  std::vector<std::vector<double>> x;             // k columns
  std::vector<std::string> effect_names;          // g
  std::vector<std::vector<std::string>> effects;  // g columns of labels
  std::vector<double> offset;                     // n, or empty
  std::vector<std::string> clusters;              // n, or empty: errors robust to heteroskedasticity only
};

struct PpmlCoefficient {
  std::string name;
  double value = 0;
  double error = 0;  // standard error of the sandwich form
  double z = 0;
  double p = 0;    // two-sided
  double low = 0;  // of the 95 % interval
  double high = 0;
};

struct PpmlFit {
  std::vector<PpmlCoefficient> coefficients;  // in the order of the names, without those dropped
  std::vector<std::string> collinear;         // dropped: the others or the effects say the same
  std::vector<std::string> separated_by;      // one text each set of effects with rows left out: "pair: 14 groups"
  size_t observations = 0;                    // without those left out
  size_t separated = 0;                       // rows left out, for their y of 0 is fitted by minus infinity
  size_t clusters = 0;                        // 0: not clustered
  double log_likelihood = 0;                  // pseudo, with the term of y alone
  double deviance = 0;
  double r_squared = 0;  // squared correlation of y with what is fitted
  int iterations = 0;
  std::vector<double> fitted;  // n; 0 where separated
};

struct PpmlOptions {
  int most_iterations = 200;
  double tolerance = 1e-12;  // change of the deviance, relative
};

/// Iteratively reweighted least squares (Santos Silva and Tenreyro 2006), the effects absorbed in each step as in
/// Correia, Guimaraes and Zylkin (2020), "Fast Poisson estimation with high-dimensional fixed effects". Groups in
/// which every y is 0, and rows that the regressors separate (their iterated rectifier, 2019), are left out first;
/// collinear regressors are dropped and named. Standard errors: sandwich, times n / (n - 1) or, clustered, G / (G - 1).
/// The order of rows makes no difference. Errors: input (no rows, y below 0 or all 0, no regressor left, no
/// convergence).
Result<PpmlFit> ppml(const PpmlProblem& problem, const PpmlOptions& options = {});

}  // namespace entente
