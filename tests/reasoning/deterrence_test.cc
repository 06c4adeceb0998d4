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

/// Four regressors, coefficients of whole tenths, a table that a game with them was played on.
TEST(Deterrence, FindsEveryCoefficientWithinItsError) {
  const auto formula = deterrence_formula("y ~ a + b - 1 | 1 | c | c + d");
  ASSERT_TRUE(formula);
  const std::vector<double> truth = {-0.4, 0.6, 0.5, -0.7, -0.8, 0.9, 0.3, -0.2};
  DataFrame data;
  data.rows = 12000;
  for (size_t i = 0; i < data.rows; ++i) {
    const auto draw = [i](uint64_t k) { return normal(9 * i + k); };
    const double a = draw(0), b = draw(1), c = draw(2), d = draw(3);
    for (const auto& [name, value] : {std::pair("a", a), std::pair("b", b), std::pair("c", c), std::pair("d", d)}) {
      data.numbers[name].push_back(value);
    }
    const double u11 = truth[0] * a + truth[1] * b, u13 = truth[2], u14 = truth[3] * c + truth[4],
                 u24 = truth[5] * c + truth[6] * d + truth[7];
    const double answer = 0.5 * std::erfc(-u24 / std::numbers::sqrt2);
    const bool challenge = (1 - answer) * (u13 + draw(4)) + answer * (u14 + draw(5)) > u11 + draw(6);
    data.text["y"].push_back(!challenge ? "quiet" : (u24 + draw(7) > 0 ? "fights" : "yields"));
    data.line.push_back(i + 2);
  }
  const auto fit = estimate_deterrence(data, *formula, {"quiet", "yields", "fights"});
  ASSERT_TRUE(fit) << fit.error().message;
  ASSERT_EQ(fit->terms.size(), truth.size());
  for (size_t k = 0; k < truth.size(); ++k) {
    EXPECT_NEAR(fit->terms[k].value, truth[k], 4 * fit->terms[k].error) << fit->terms[k].name;
    EXPECT_LT(fit->terms[k].error, 0.15);
  }
}

/// Everybody plays four times alike: clustered errors see through it, others believe to have four times the rows.
TEST(Deterrence, ClustersSeeRepetition) {
  const auto formula = deterrence_formula("y ~ x - 1 | 1 | 1 | z");
  const DataFrame once = played_table(1500);
  DataFrame often;
  std::vector<uint64_t> own, shared;
  for (size_t i = 0; i < once.rows; ++i) own.push_back(i);
  for (int times = 0; times < 4; ++times) {
    for (size_t i = 0; i < once.rows; ++i) {
      often.line.push_back(i + 2);
      for (const char* name : {"x", "z"}) often.numbers[name].push_back(once.numbers.at(name)[i]);
      often.text["y"].push_back(once.text.at("y")[i]);
      shared.push_back(i);
    }
  }
  often.rows = 4 * once.rows;
  const std::vector<std::string> outcomes = {"quiet", "yields", "fights"};
  const auto first = estimate_deterrence(once, *formula, outcomes, own);
  const auto clustered = estimate_deterrence(often, *formula, outcomes, shared);
  const auto plain = estimate_deterrence(often, *formula, outcomes);
  ASSERT_TRUE(first && clustered && plain);
  for (size_t k = 0; k < first->terms.size(); ++k) {
    EXPECT_NEAR(clustered->terms[k].error, first->terms[k].error, 1e-5);
    EXPECT_LT(plain->terms[k].error, 0.6 * clustered->terms[k].error);
  }
}

/// u11 = 0, u13 = 1, u14 = -1, u24 = 0: p4 = 1/2, p2 = 1/2. Of the defender's constant alone it is unknown by 1/4: its
/// index moves by 1/4, the challenger's by (u14 - u13) / sqrt(3/2) phi(0) / 4 = 0.16287.
TEST(Deterrence, ABandByHand) {
  const auto formula = deterrence_formula("y ~ x - 1 | 1 | 1 | 1");
  ASSERT_TRUE(formula);
  DeterrenceFit fit;
  fit.terms = {{"", "x", 0.5, 0}, {"", "(constant)", 1, 0}, {"", "(constant)", -1, 0}, {"", "(constant)", 0, 0.25}};
  fit.covariance.assign(16, 0);
  fit.covariance[15] = 0.0625;
  DataFrame data;
  data.rows = 1;
  data.numbers["x"] = {0};
  const DeterrenceForecast told = forecast(fit, *formula, data).front();
  EXPECT_NEAR(told.challenge, 0.5, 1e-12);
  EXPECT_NEAR(told.answer, 0.5, 1e-12);
  EXPECT_NEAR(told.answer_band.high, 0.62566, 1e-5);     // Phi(1.28155 / 4)
  EXPECT_NEAR(told.challenge_band.high, 0.58267, 1e-5);  // Phi(1.28155 * 0.16287)
  EXPECT_NEAR(told.challenge_band.low, 1 - told.challenge_band.high, 1e-12);
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
