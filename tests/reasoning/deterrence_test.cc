// The deterrence game: the published estimate, slopes, and what is refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "base/random.h"
#include "reasoning/reasoning.h"
#include "sources/sources.h"

namespace entente {
namespace {

using testing::HasSubstr;

constexpr const char* leblang =
    "outcome ~ capcont + lreserves + overval + creditgrow + USinterest + service + contagion + prioratt - 1 | 1 | 1 | "
    "unifgov + lexports + preelec + postelec + rightgov + realinterest + capcont + lreserves";

double term(const DeterrenceFit& fit, const std::string& payoff, const std::string& name) {
  for (const DeterrenceTerm& t : fit.terms) {
    if (t.payoff.find(payoff) != std::string::npos && t.name == name) return t.value;
  }
  return NAN;
}

TEST(Deterrence, SpeculativeAttacksOnCurrenciesAsPublished) {
  const auto formula = deterrence_formula(leblang);
  ASSERT_TRUE(formula) << formula.error().message;
  const auto data = read_data_frame(ENTENTE_SHARED_DATA "/models/1-bargaining/deterrence/leblang2003.csv",
                                    {regressors_of(*formula), {formula->outcome}, {}, {}});
  if (!data) GTEST_SKIP() << "no data of Leblang (2003) beside the checkout";
  const auto fit = estimate_deterrence(*data, *formula, {"no attack", "devaluation", "defense"});
  ASSERT_TRUE(fit) << fit.error().message;
  EXPECT_NEAR(fit->log_likelihood, -482.0155, 5e-4);
  EXPECT_NEAR(term(*fit, "status quo", "capcont"), -0.4525, 5e-4);
  EXPECT_NEAR(term(*fit, "status quo", "lreserves"), 0.2292, 5e-4);
  EXPECT_NEAR(term(*fit, "status quo", "overval"), -0.4413, 5e-4);
  EXPECT_NEAR(term(*fit, "given way", "(constant)"), -3.6648, 5e-4);
  EXPECT_NEAR(term(*fit, "challenger: answered", "(constant)"), -3.1385, 5e-4);
}

double normal(uint64_t number) {
  const auto unit = [](uint64_t n) { return (static_cast<double>(counted_random(4, n) >> 11) + 0.5) * 0x1.0p-53; };
  return std::sqrt(-2 * std::log(unit(2 * number))) * std::cos(2 * std::numbers::pi * unit(2 * number + 1));
}

/// A table of so many rows, played as the game has it: u11 = x / 2, u13 = 1, u14 = -1, u24 = z.
DataFrame played_table(size_t rows) {
  DataFrame data;
  data.rows = rows;
  for (size_t i = 0; i < rows; ++i) {
    data.line.push_back(i + 2);
    const double x = normal(6 * i), z = normal(6 * i + 1);
    data.numbers["x"].push_back(x);
    data.numbers["z"].push_back(z);
    const double answer = 0.5 * std::erfc(-z / std::numbers::sqrt2);
    const double challenge = (1 - answer) * (1 + normal(6 * i + 2)) + answer * (-1 + normal(6 * i + 3));
    const bool answered = z + normal(6 * i + 4) > 0;
    data.text["y"].push_back(challenge < x / 2 + normal(6 * i + 5) ? "quiet" : (answered ? "fights" : "yields"));
  }
  return data;
}

TEST(Deterrence, FindsThePayoffsThatAGameWasPlayedWith) {
  const auto formula = deterrence_formula("y ~ x - 1 | 1 | 1 | z");
  ASSERT_TRUE(formula);
  const auto fit = estimate_deterrence(played_table(4000), *formula, {"quiet", "yields", "fights"});
  ASSERT_TRUE(fit) << fit.error().message;
  EXPECT_LT(fit->gradient, 1e-4);
  EXPECT_NEAR(term(*fit, "status quo", "x"), 0.5, 0.15);
  EXPECT_NEAR(term(*fit, "given way", "(constant)"), 1, 0.25);
  EXPECT_NEAR(term(*fit, "challenger: answered", "(constant)"), -1, 0.25);
  EXPECT_NEAR(term(*fit, "defender", "z"), 1, 0.15);
  EXPECT_GE(fit->log_likelihood, fit->null_log_likelihood - 1e-6);
  for (const DeterrenceForecast& one : forecast(*fit, *formula, played_table(30))) {
    EXPECT_TRUE(one.challenge > 0 && one.challenge < 1 && one.answer > 0 && one.answer < 1);
  }
}

TEST(Deterrence, WhatCannotBeEstimatedIsSaid) {
  const auto problem = [](const std::string& text) {
    const auto formula = deterrence_formula(text);
    return formula.ok() ? "none" : formula.error().message;
  };
  EXPECT_THAT(problem("y ~ x"), HasSubstr("no formula of the game"));
  EXPECT_THAT(problem("y ~ 1 | 1 | 1 | z"), HasSubstr("a constant stands in all"));
  EXPECT_THAT(problem("y ~ x - 1 | x | x | z"), HasSubstr("'x' stands in all"));
  EXPECT_THAT(problem("y ~ x - 1 | 1 | 1 | 0"), HasSubstr("the defender's payoff needs"));
  EXPECT_THAT(problem("y ~ x - w | 1 | 1 | z"), HasSubstr("no regressor"));
  const auto formula = deterrence_formula("y ~ x - 1 | 1 | 1 | z");
  DataFrame data = played_table(60);
  EXPECT_THAT(estimate_deterrence(data, *formula, {"quiet", "yields", "flees"}).error().message,
              HasSubstr("is none of"));
  EXPECT_THAT(estimate_deterrence(data, *formula, {"quiet"}).error().message, HasSubstr("three outcomes"));
  data.numbers["z"].assign(60, 1);
  EXPECT_THAT(estimate_deterrence(data, *formula, {"quiet", "yields", "fights"}).error().message,
              HasSubstr("collinear"));
}

}  // namespace
}  // namespace entente
