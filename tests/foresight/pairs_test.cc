// Forecasts of pairs: nothing later is seen, the order of events and threads make no difference, and the simple models
// agree with sums done by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "base/random.h"
#include "foresight/foresight.h"
#include "foresight/pairs/boosted_trees.h"
#include "foresight/pairs/calibration.h"
#include "foresight/pairs/gamma_poisson.h"
#include "foresight/pairs/pair_hawkes.h"

namespace entente {
namespace {

struct Row {
  std::string source, target, code;
  int64_t day = 0;
  double intensity = 0;
};

/// A small world of 60 actors over 200 days: each couple has a temper of its own, and blows are answered.
std::vector<Row> small_world() {
  std::vector<Row> rows;
  const auto chance = [](uint64_t a, uint64_t b) { return counted_unit(a, b); };
  for (int64_t day = 0; day < 200; ++day) {
    for (uint64_t a = 0; a < 60; ++a) {
      for (uint64_t step = 1; step <= 6; ++step) {
        const uint64_t b = (a + step * step) % 60;
        const double temper = std::pow(chance(1, a * 100 + b), 6);
        const std::string from = "A" + std::to_string(a), to = "A" + std::to_string(b);
        const uint64_t key = static_cast<uint64_t>(day) * 10000 + a * 100 + b;
        if (chance(2, key) < 0.06 * temper) {
          rows.push_back({from, to, "190", day, -10});
          if (chance(3, key) < 0.4) rows.push_back({to, from, "190", day + 1, -10});
        }
        if (chance(4, key) < 0.01) rows.push_back({from, to, "040", day, 1});
      }
    }
  }
  return rows;
}

PairHistory history_of(const std::vector<Row>& rows) {
  PairHistory history;
  for (const Row& row : rows) history.add(row.source, row.target, row.day, row.code, row.intensity);
  history.settle();
  return history;
}

PairModelOptions force_options(int threads = 1) {
  return {.act = *act_class_named("force"), .horizon_days = 15, .threads = threads};
}

/// Everything that a model says of its active pairs, by name.
std::vector<std::pair<std::string, std::vector<double>>> told(const PairHistory& history, int64_t as_of,
                                                              int threads = 1) {
  const Result<PairModel> model = PairModel::train(history, as_of, force_options(threads));
  std::vector<std::pair<std::string, std::vector<double>>> out;
  if (!model) return out;
  for (const PairModel::Active& one : model->forecast_active()) {
    out.emplace_back(history.actors()[one.source] + " " + history.actors()[one.target],
                     std::vector<double>{one.probability, one.gamma_poisson, one.hawkes, one.base_rate});
  }
  return out;
}

TEST(Pairs, LaterEventsChangeNothing) {
  std::vector<Row> rows = small_world();
  const auto before = told(history_of(rows), 150);
  ASSERT_GT(before.size(), 100U);
  std::erase_if(rows, [](const Row& row) { return row.day >= 150; });
  EXPECT_EQ(told(history_of(rows), 150), before);
  for (int later = 0; later < 50; ++later) {
    rows.push_back({"A" + std::to_string(later % 7), "A newcomer", "190", 150 + later % 20, -10});
    rows.push_back({"A1", "A2", "070", 150, 7});
  }
  EXPECT_EQ(told(history_of(rows), 150), before);
  rows.push_back({"A0", "A1", "190", 149, -10});
  EXPECT_NE(told(history_of(rows), 150), before) << "an earlier event must tell";
}

TEST(Pairs, TheOrderOfEventsAndTheThreadsMakeNoDifference) {
  std::vector<Row> rows = small_world();
  const auto plain = told(history_of(rows), 160);
  std::reverse(rows.begin(), rows.end());
  EXPECT_EQ(told(history_of(rows), 160), plain);
  EXPECT_EQ(told(history_of(rows), 160, 2), plain);
}

TEST(Pairs, AForecastTellsWhatMovedIt) {
  const PairHistory history = history_of(small_world());
  const Result<PairModel> model = PairModel::train(history, 160, force_options());
  ASSERT_TRUE(model);
  std::vector<PairModel::Active> active = model->forecast_active();
  const auto likeliest = *std::max_element(active.begin(), active.end(),
                                           [](const auto& a, const auto& b) { return a.probability < b.probability; });
  const PairForecast forecast = model->forecast(history, likeliest.source, likeliest.target);
  EXPECT_EQ(forecast.method, PairMethod::model);
  EXPECT_EQ(forecast.probability, likeliest.probability);
  EXPECT_LE(forecast.low, forecast.probability);
  EXPECT_GE(forecast.high, forecast.probability);
  EXPECT_GT(forecast.probability, 3 * forecast.base_rate);
  ASSERT_FALSE(forecast.up.empty());
  EXPECT_GT(forecast.up.front().log_odds, 0);
  EXPECT_THAT(forecast.up.front().what, testing::HasSubstr("times in the last 90 days"));
  ASSERT_FALSE(forecast.up.front().grounds.empty());
  for (const PairEvent& event : forecast.up.front().grounds) EXPECT_LT(event.day, 160);
  EXPECT_GT(forecast.like_cases, 0U);
  ASSERT_FALSE(forecast.like.empty());
  for (const PairAnalogue& analogue : forecast.like) EXPECT_LT(analogue.as_of, 160);
  EXPECT_FALSE(forecast.changes.empty());
}

TEST(Pairs, WithoutHistoryTheBaseRateIsToldAsSuch) {
  PairHistory history;
  history.add("RUS", "IRN", 10, "072", 8.3);
  history.settle();
  const Result<PairModel> model =
      PairModel::train(history, 20, {.act = act_class_of(ClaimType::aid, Domain::military), .horizon_days = 30});
  ASSERT_TRUE(model);
  const PairForecast forecast = model->forecast(history, *history.actor("RUS"), *history.actor("IRN"));
  EXPECT_EQ(forecast.method, PairMethod::base_rate);
  EXPECT_EQ(forecast.probability, forecast.base_rate);
  EXPECT_GT(forecast.base_rate, 0);
  EXPECT_THAT(forecast.note, testing::HasSubstr("not enough history"));
}

TEST(Pairs, StrangersAndUnknownActorsAreToldAsSuch) {
  const PairHistory history = history_of(small_world());
  const Result<PairModel> model = PairModel::train(history, 160, force_options());
  ASSERT_TRUE(model);
  const PairForecast strangers = model->forecast(history, *history.actor("A0"), *history.actor("A30"));
  EXPECT_THAT(strangers.note, testing::HasSubstr("nothing to do with each other"));
  EXPECT_LT(strangers.probability, strangers.base_rate);
  EXPECT_THAT(model->forecast_unknown().note, testing::HasSubstr("tell nothing"));
}

TEST(Pairs, WhatCannotBeAskedIsRefused) {
  const PairHistory history = history_of(small_world());
  EXPECT_EQ(PairModel::train(history, 160, {.act = {"nothing", {}}, .horizon_days = 30}).error().code,
            ErrorCode::usage);
  EXPECT_EQ(PairModel::train(history, 160, {.act = *act_class_named("07"), .horizon_days = 0}).error().code,
            ErrorCode::usage);
}

TEST(Pairs, ClassesOfActsComeFromNamesTypesAndCodes) {
  EXPECT_TRUE(act_class_named("force")->holds("195"));
  EXPECT_FALSE(act_class_named("force")->holds("174"));
  EXPECT_TRUE(act_class_named("Verbal-Conflict")->holds("112"));
  EXPECT_EQ(act_class_named("aid")->name, "aid");
  EXPECT_TRUE(act_class_named("SANCTION")->holds("163"));
  EXPECT_TRUE(act_class_named("072")->holds("0721"));
  EXPECT_FALSE(act_class_named("21"));
  EXPECT_FALSE(act_class_named("war"));
  EXPECT_EQ(act_class_of(ClaimType::aid, Domain::military).codes, (std::vector<std::string>{"072", "074"}));
  EXPECT_EQ(act_class_of(ClaimType::consult, Domain::military).codes, (std::vector<std::string>{"04"}));
  for (int type = 0; type < claim_type_count; ++type) {
    if (kind_of(static_cast<ClaimType>(type)) != ClaimKind::event) continue;
    EXPECT_FALSE(act_class_of(static_cast<ClaimType>(type)).codes.empty()) << type;
  }
}

TEST(Pairs, RedLinesLimitsAndOffersBecomeActs) {
  const auto claim_of = [](ClaimType type, const std::string& cameo, Modality modality) {
    Claim claim(type, Evidence(Passage{}));
    claim.source = {ActorId("RUS")};
    claim.target = {ActorId("USA")};
    claim.cameo = cameo;
    claim.modality = modality;
    claim.when = Date::of_day(2024, 11, 21);
    return claim;
  };
  PairHistory history;
  EXPECT_TRUE(history.add(claim_of(ClaimType::warning, "", Modality::asserted)));
  EXPECT_TRUE(history.add(claim_of(ClaimType::refused, "", Modality::asserted)));
  EXPECT_TRUE(history.add(claim_of(ClaimType::consult, "042", Modality::asserted)));
  Claim offer = claim_of(ClaimType::aid, "072", Modality::offered);
  offer.intensity = 8.3;
  EXPECT_TRUE(history.add(offer));
  EXPECT_FALSE(history.add(claim_of(ClaimType::aid, "072", Modality::denied)));
  EXPECT_FALSE(history.add(claim_of(ClaimType::ally, "", Modality::asserted)));
  history.settle();
  std::vector<std::string> codes;
  for (const PairAct& act : history.acts()) codes.push_back(act.code);
  EXPECT_THAT(codes, testing::ElementsAre("03", "042", "12", "13"));
}

TEST(GammaPoisson, AgreesWithTheClosedForm) {
  // shape 2, 10 days; 3 acts in 20 days; 5 days ahead: 1 - (30 / 35)^5
  EXPECT_NEAR((GammaPoisson{2, 10}.probability(3, 20, 5)), 1 - std::pow(30.0 / 35.0, 5), 1e-12);
  const std::vector<RateCase> cases = {{0, 20, 10, 1}, {3, 20, 4, 3}};
  const double calm = 2 * std::log(30.0 / 35.0), busy = 5 * std::log(30.0 / 35.0);
  EXPECT_NEAR((GammaPoisson{2, 10}.log_likelihood(cases, 5)),
              std::log(1 - std::exp(calm)) + 9 * calm + 3 * std::log(1 - std::exp(busy)) + busy, 1e-12);
}

TEST(GammaPoisson, TheFitIsAPeak) {
  const std::vector<RateCase> cases = {{0, 100, 5000, 20}, {1, 100, 300, 15}, {5, 100, 40, 14}, {20, 100, 10, 9}};
  const GammaPoisson fit = fit_gamma_poisson(cases, 30);
  const double best = fit.log_likelihood(cases, 30);
  for (const double by : {0.97, 1.03}) {
    EXPECT_LT((GammaPoisson{fit.shape * by, fit.days}.log_likelihood(cases, 30)), best);
    EXPECT_LT((GammaPoisson{fit.shape, fit.days * by}.log_likelihood(cases, 30)), best);
  }
}

TEST(Hawkes, AgreesWithTheIntegralByHand) {
  PairHawkes model;
  model.base = 0.002;
  model.weights[1] = 0.3;  // its own acts, half-life 8 days
  model.weights[5] = 0.1;  // the other's acts, half-life 2 days
  Excitement excited{};
  excited[1] = 1.5;
  excited[5] = 2;
  // integral over 16 days: .002 * 16 + .3 * 1.5 * (1 - 2^-2) + .1 * 2 * (1 - 2^-8)
  const double expected = 0.032 + 0.3375 + 0.2 * (1 - 1.0 / 256);
  EXPECT_NEAR(model.expected(excited, 16), expected, 1e-12);
  EXPECT_NEAR(model.probability(excited, 16), 1 - std::exp(-expected), 1e-12);
  const std::vector<HawkesCase> cases = {{excited, 3, 2}, {{}, 100, 1}};
  EXPECT_NEAR(model.log_likelihood(cases, 16),
              2 * std::log(1 - std::exp(-expected)) - expected + std::log(1 - std::exp(-0.032)) - 99 * 0.032, 1e-10);
}

TEST(Hawkes, TheFitIsAPeakAmongWeightsNotBelowNought) {
  std::vector<HawkesCase> cases = {{{}, 5000, 25}};
  for (int at = 0; at < 60; ++at) {
    HawkesCase one{{}, 1, at % 3 == 0 ? 1.0 : 0.0};
    one.excited[static_cast<size_t>(at % 3)] = 1 + at % 5;
    one.excited[5 + static_cast<size_t>(at % 2)] = at % 4;
    cases.push_back(one);
  }
  const PairHawkes fit = fit_pair_hawkes(cases, 30);
  const double best = fit.log_likelihood(cases, 30);
  for (size_t kernel = 0; kernel < fit.weights.size(); ++kernel) {
    PairHawkes other = fit;
    EXPECT_GE(fit.weights[kernel], 0);
    other.weights[kernel] = fit.weights[kernel] * 1.05 + 1e-4;
    EXPECT_LE(other.log_likelihood(cases, 30), best + 1e-3) << kernel;
  }
}

TEST(BoostedTrees, LearnAStepAndSayWhichColumnItIs) {
  TreeRows rows;
  rows.width = 2;
  for (uint64_t at = 0; at < 4000; ++at) {
    const auto x = static_cast<float>(counted_random(1, at) % 100), y = static_cast<float>(counted_random(2, at) % 100);
    rows.values.insert(rows.values.end(), {x, y});
    const double p = x > 60 ? 0.5 : 0.05;
    rows.happened.push_back(static_cast<double>(counted_random(3, at) % 1000) < 1000 * p ? 1 : 0);
    rows.weights.push_back(1);
    rows.start.push_back(0);
  }
  const BoostedTrees trees = BoostedTrees::fit(rows, {.trees = 60, .column_share = 1});
  const std::vector<float> low = {10, 50}, high = {90, 50};
  EXPECT_NEAR(from_log_odds(trees.margin(low)), 0.05, 0.02);
  EXPECT_NEAR(from_log_odds(trees.margin(high)), 0.5, 0.05);
  std::vector<double> by_column(2, 0.0);
  trees.explain(high, by_column);
  EXPECT_GT(by_column[0], 1);
  EXPECT_LT(std::abs(by_column[1]), 0.3);
}

TEST(Pairs, AsManyActsAreExpectedAsHappenedLately) {
  const std::vector<Row> rows = small_world();
  const Result<PairModel> model = PairModel::train(history_of(rows), 180, force_options());
  ASSERT_TRUE(model);
  double expected = 0;
  for (const PairModel::Active& one : model->forecast_active()) expected += one.probability;
  std::set<std::tuple<int64_t, std::string, std::string>> happened;  // by window of 15 days
  for (const Row& row : rows) {
    if (row.code == "190" && row.day >= 120 && row.day < 180) happened.emplace(row.day / 15, row.source, row.target);
  }
  ASSERT_GT(happened.size(), 100U);
  EXPECT_NEAR(expected / (static_cast<double>(happened.size()) / 4), 1, 0.15);
}

TEST(Backtest, AsksAboutActivePairsAndRefusesUncoveredWindows) {
  const PairHistory history = history_of(small_world());
  PairBacktestOptions options;
  options.origins = {140, 160};
  options.horizon_days = 15;
  options.acts = {*act_class_named("force")};
  const Result<std::vector<PairActScores>> scores = backtest_pairs(history, options);
  ASSERT_TRUE(scores);
  ASSERT_EQ(scores->front().methods.size(), 4U);
  ASSERT_EQ(scores->front().by_origin.size(), 2U);
  const ProbabilityScores& model = scores->front().methods.back().scores;
  EXPECT_EQ(model.questions,
            scores->front().by_origin[0].scores.questions + scores->front().by_origin[1].scores.questions);
  EXPECT_GT(model.skill, 0);
  options.origins = {190};
  const auto uncovered = backtest_pairs(history, options);
  ASSERT_FALSE(uncovered);
  EXPECT_EQ(uncovered.error().code, ErrorCode::usage);
  EXPECT_THAT(uncovered.error().message, testing::HasSubstr("not covered"));
}

}  // namespace
}  // namespace entente
