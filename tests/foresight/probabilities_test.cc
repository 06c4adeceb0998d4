// Setting probabilities right and scoring them: against sums by hand, quantiles of others, and what is known of noise.
#include <gtest/gtest.h>

#include <cmath>

#include "base/random.h"
#include "foresight/pairs/calibration.h"
#include "foresight/pairs/like_cases.h"
#include "foresight/pairs/probability_scores.h"

namespace entente {
namespace {

TEST(Calibration, UndoesAShiftAndASlope) {
  std::vector<TriedOdds> tried;
  for (uint64_t at = 0; at < 60000; ++at) {
    const double truth = -6 + static_cast<double>(at % 60) / 10;
    tried.push_back({(truth - 0.4) / 0.8, counted_unit(9, at) < from_log_odds(truth)});
  }
  const Calibration fitted = fit_calibration(tried);
  for (const double truth : {-5.0, -3.0, -1.0}) EXPECT_NEAR(fitted.apply((truth - 0.4) / 0.8), truth, 0.25);
  EXPECT_NEAR(fit_calibration({}).apply(1.5), 1.5, 1e-9);
}

TEST(Calibration, AWeightCountsAsSoManyCases) {
  std::vector<TriedOdds> weighted, repeated;
  for (uint64_t at = 0; at < 3000; ++at) {
    const TriedOdds one{-4 + static_cast<double>(at % 40) / 10, counted_unit(5, at) < 0.2};
    weighted.push_back({one.odds, one.happened, 3});
    repeated.insert(repeated.end(), 3, one);
  }
  const Calibration a = fit_calibration(weighted), b = fit_calibration(repeated);
  EXPECT_NEAR(a.shift, b.shift, 1e-8);
  EXPECT_NEAR(a.slope, b.slope, 1e-8);
  EXPECT_NEAR(a.bend, b.bend, 1e-8);
}

TEST(LikeCases, TheIntervalIsThatOfJeffreys) {
  std::vector<PastForecast> forecasts;
  for (uint32_t at = 0; at < 200; ++at) forecasts.push_back({at, at % 10 == 0, 5, -2.0 + 1e-4 * at});
  sort_forecasts(forecasts);
  const LikeCases like = like_cases(forecasts, -2);
  EXPECT_EQ(like.cases, 200U);
  EXPECT_EQ(like.happened, 20U);
  EXPECT_NEAR(like.low, 0.07565, 1e-4);  // quantiles of Beta(20.5, 180.5), as SciPy 1.x has them
  EXPECT_NEAR(like.high, 0.13004, 1e-4);
}

TEST(Calibration, AShiftMakesProbabilitiesAddUp) {
  const std::vector<double> odds = {-6, -4, -2, 0, 1.5};
  for (const double number : {0.05, 0.8, 2.5, 4.5}) {
    const double shift = shift_to(odds, number);
    double sum = 0;
    for (const double one : odds) sum += 1 / (1 + std::exp(-(one + shift)));
    EXPECT_NEAR(sum, number, 1e-9);
  }
}

TEST(ProbabilityScores, AgreeWithSumsByHand) {
  const std::vector<double> said = {0.1, 0.4, 0.8, 0.8}, plain = {0.5, 0.5, 0.5, 0.5};
  const std::vector<uint8_t> happened = {0, 1, 1, 0};
  const ProbabilityScores scores = probability_scores(said, happened, plain, 1);
  EXPECT_NEAR(scores.brier, (0.01 + 0.36 + 0.04 + 0.64) / 4, 1e-12);
  EXPECT_NEAR(scores.skill, 1 - scores.brier / 0.25, 1e-12);
  EXPECT_NEAR(scores.log_loss, -(std::log(0.9) + std::log(0.4) + std::log(0.8) + std::log(0.2)) / 4, 1e-12);
  EXPECT_NEAR(scores.auc, 2.5 / 4, 1e-12);
  EXPECT_NEAR(scores.ece, (0.1 + 0.6 + 0.2 + 0.8) / 4, 1e-12);
}

TEST(ProbabilityScores, AComparisonTellsABetterForecastFromAnEqualOne) {
  std::vector<double> good, bad;
  std::vector<uint8_t> happened;
  std::vector<uint32_t> clusters;
  for (uint32_t at = 0; at < 600; ++at) {
    happened.push_back(at % 3 == 0 ? 1 : 0);
    good.push_back(at % 3 == 0 ? 0.6 : 0.2);
    bad.push_back(1.0 / 3);
    clusters.push_back(at / 2);
  }
  EXPECT_LT(compare_scores(good, bad, happened, clusters, 300, 1).brier_p, 0.01);
  EXPECT_GT(compare_scores(good, bad, happened, clusters, 300, 1).log_loss, 0);
  EXPECT_EQ(compare_scores(good, good, happened, clusters, 300, 1).brier_p, 1);
}

}  // namespace
}  // namespace entente
