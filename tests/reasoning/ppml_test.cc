// PPML against what others published of the same data, and against itself where the answer is known.
#include "reasoning/trade/ppml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "reasoning/reasoning.h"
#include "reasoning/shared_tables.h"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Result<PpmlFit> estimate(const std::string& file, const std::string& formula, const std::string& cluster = {}) {
  Result<Formula> parsed = parse_formula(formula);
  if (!parsed) return parsed.error();
  std::vector<std::string> text = parsed->text_columns();
  if (!cluster.empty()) text.push_back(cluster);
  const DataFrame data = shared_table(file, parsed->number_columns(), text);
  Result<PpmlProblem> problem = problem_of(*parsed, data, file, cluster);
  if (!problem) return problem.error();
  return ppml(*problem);
}

PpmlProblem small() {
  PpmlProblem problem;
  problem.names = {"x"};
  problem.x = {{0, 1, 0, 1, 2, 2}};
  problem.y = {1, 2, 1.5, 2.5, 5, 4};
  problem.effect_names = {"group"};
  problem.effects = {{"a", "a", "b", "b", "a", "b"}};
  return problem;
}

// Yotov, Piermartini, Monteiro and Larch (2016), "An Advanced Guide to Trade Policy Analysis", chapter 2, application
// 1: trade without borders, 2006; the authors' Stata log.
TEST(Ppml, TradeWithoutBorders) {
  if (!shared_data_there()) GTEST_SKIP() << "no shared data beside the checkout";
  const auto fit =
      estimate("agtpa/twb_2006.csv", "trade ~ log(DIST) + CNTG + exporter!=importer | exporter + importer");
  ASSERT_TRUE(fit) << fit.error().message;
  ASSERT_EQ(fit->coefficients.size(), 3u);
  EXPECT_NEAR(fit->coefficients[0].value, -.7912879, 5e-8);
  EXPECT_NEAR(fit->coefficients[1].value, .6736456, 5e-8);
  EXPECT_NEAR(fit->coefficients[2].value, -2.47445, 5e-6);
  EXPECT_NEAR(fit->coefficients[0].error, .0501494, 5e-8);
  EXPECT_NEAR(fit->coefficients[1].error, .1073719, 5e-8);
  EXPECT_NEAR(fit->coefficients[2].error, .1193816, 5e-8);
  EXPECT_NEAR(fit->log_likelihood, -2284121.5, .05);
  EXPECT_NEAR(fit->r_squared, .99450921, 5e-9);
  EXPECT_EQ(fit->observations, 4761u);
  EXPECT_EQ(fit->separated, 0u);
}

// The same guide, application 2: effects of agreements, 1986 to 2006, three-way effects with one for all trade at home.
TEST(Ppml, NaftaPanelWithThreeWayEffects) {
  if (!shared_data_there()) GTEST_SKIP() << "no shared data beside the checkout";
  const auto fit = estimate("agtpa/nafta_panel_1986_2006_4yr.csv.gz",
                            "trade ~ RTA | abroad(pair_id) + exporter^year + importer^year");
  ASSERT_TRUE(fit) << fit.error().message;
  ASSERT_EQ(fit->coefficients.size(), 1u);
  EXPECT_NEAR(fit->coefficients[0].value, .5571853, 5e-8);
  EXPECT_NEAR(fit->coefficients[0].error, .055771, 5e-7);
  EXPECT_NEAR(fit->log_likelihood, -1379642.5, .05);
  EXPECT_NEAR(fit->r_squared, .99877503, 5e-9);
  EXPECT_EQ(fit->observations, 28482u);
  EXPECT_EQ(fit->separated, 84u);
  EXPECT_THAT(fit->separated_by, ElementsAre("abroad(pair_id): 7 groups"));
}

TEST(Ppml, OrderOfRowsMakesNoDifference) {
  PpmlProblem problem = small();
  const auto first = ppml(problem);
  for (auto* column : {&problem.y, &problem.x[0]}) std::reverse(column->begin(), column->end());
  std::reverse(problem.effects[0].begin(), problem.effects[0].end());
  const auto second = ppml(problem);
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->coefficients[0].value, second->coefficients[0].value);  // to the last bit
  EXPECT_EQ(first->coefficients[0].error, second->coefficients[0].error);
}

TEST(Ppml, AnExactRelationIsFound) {
  PpmlProblem problem = small();
  for (size_t i = 0; i < problem.y.size(); ++i) {
    problem.y[i] = std::exp(.3 + .7 * problem.x[0][i] + (problem.effects[0][i] == "a" ? 1 : 0));
  }
  const auto fit = ppml(problem);
  ASSERT_TRUE(fit) << fit.error().message;
  EXPECT_NEAR(fit->coefficients[0].value, .7, 1e-10);
  EXPECT_NEAR(fit->deviance, 0, 1e-8);
}

TEST(Ppml, CollinearRegressorsAreDroppedAndNamed) {
  PpmlProblem problem = small();
  problem.names = {"x", "twice", "of group"};
  problem.x.push_back({0, 2, 0, 2, 4, 4});
  problem.x.push_back({3, 3, 1, 1, 3, 1});
  const auto fit = ppml(problem);
  ASSERT_TRUE(fit) << fit.error().message;
  EXPECT_THAT(fit->collinear, ElementsAre("twice", "of group"));
  EXPECT_EQ(fit->coefficients.size(), 1u);
  problem.names = {"of group"};
  problem.x = {{3, 3, 1, 1, 3, 1}};
  EXPECT_THAT(ppml(problem).error().message, HasSubstr("of group) is collinear"));
}

TEST(Ppml, RowsThatARegressorSeparatesAreLeftOut) {
  PpmlProblem problem = small();
  problem.names.push_back("embargo");
  problem.x.push_back({0, 0, 0, 0, 0, 1});
  problem.y.back() = 0;
  const auto fit = ppml(problem);
  ASSERT_TRUE(fit) << fit.error().message;
  EXPECT_EQ(fit->separated, 1u);
  EXPECT_THAT(fit->separated_by, ElementsAre("regressors: 1 rows"));
  EXPECT_THAT(fit->collinear, ElementsAre("embargo"));
  EXPECT_EQ(fit->fitted.back(), 0);
}

TEST(Ppml, BadInputIsAClearError) {
  PpmlProblem problem = small();
  problem.y[2] = -1;
  EXPECT_THAT(ppml(problem).error().message, HasSubstr("0 or above"));
  problem.y.assign(6, 0);
  EXPECT_THAT(ppml(problem).error().message, HasSubstr("too few rows"));
  problem.y.clear();
  EXPECT_THAT(ppml(problem).error().message, HasSubstr("no rows"));
}

TEST(Formulas, AreUnderstood) {
  const auto formula = parse_formula("trade ~ log(DIST) + CNTG + exporter != importer | exporter^year + abroad(pair)");
  ASSERT_TRUE(formula) << formula.error().message;
  EXPECT_THAT(formula->number_columns(), ElementsAre("trade", "DIST", "CNTG"));
  EXPECT_THAT(formula->text_columns(), ElementsAre("exporter", "importer", "year", "pair"));
  EXPECT_THAT(parse_formula("y ~ x")->effects, IsEmpty());
}

TEST(Formulas, MistakesAreNamed) {
  EXPECT_THAT(parse_formula("trade").error().message, HasSubstr("has no '~'"));
  EXPECT_THAT(parse_formula("y ~ exp(x)").error().message, HasSubstr("'exp(x)' is no regressor"));
  EXPECT_THAT(parse_formula("y ~ x +").error().message, HasSubstr("'' is no regressor"));
  EXPECT_THAT(parse_formula("y ~ x | a*b").error().message, HasSubstr("'a*b' are no fixed effects"));
  DataFrame data{1, {7}, {}, {{"y", {1}}, {"x", {0}}}};
  EXPECT_THAT(problem_of(*parse_formula("y ~ log(x)"), data, "t.csv").error().message,
              HasSubstr("t.csv:7: log(x) of a value that is not above 0"));
}

}  // namespace
}  // namespace entente
