// Forecasts at horizons longer than the past can test are carried on as the chances of the past add up: rightly where
// acts come one by one, and where they come in bursts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "base/random.h"
#include "foresight/foresight.h"

namespace entente {
namespace {

constexpr int64_t world_days = 260;
constexpr int64_t forecast_day = 160;
constexpr uint64_t world_actors = 70;

/// Couples with a rate of their own. In bursts, all acts of a couple fall into some of the spells of twenty days.
PairHistory world_of(bool bursts) {
  PairHistory history;
  for (uint64_t a = 0; a < world_actors; ++a) {
    for (uint64_t step = 1; step <= 8; ++step) {
      const uint64_t b = (a + step * step) % world_actors, couple = a * world_actors + b;
      if (a == b) continue;
      const double rate = 0.012 * counted_unit(1, couple) * counted_unit(1, couple);
      const std::string from = "A" + std::to_string(a), to = "A" + std::to_string(b);
      for (int64_t day = 0; day < world_days; ++day) {
        const auto key = couple * 1000 + static_cast<uint64_t>(day);
        const bool on = !bursts || counted_unit(2, couple * 100 + static_cast<uint64_t>(day / 20)) < 0.15;
        if (on && counted_unit(3, key) < (bursts ? rate / 0.15 : rate)) history.add(from, to, day, "040", 1);
        if (counted_unit(4, key) < 0.01) history.add(from, to, day, "010", 0);
      }
    }
  }
  history.settle();
  return history;
}

struct SaidAndHappened {
  double said = 0;  // mean probability
  double happened = 0;
  double questions = 0;
  /// So far apart are they by chance, if the probabilities are right; the cautious bound for pairs that are alike.
  [[nodiscard]] double noise() const { return std::sqrt(said / questions); }
};

SaidAndHappened at_horizon(const PairHistory& history, int days) {
  const ActClass act = *act_class_named("consult");
  const Result<PairModel> model = PairModel::train(history, forecast_day, {.act = act, .horizon_days = days});
  EXPECT_TRUE(model);
  std::set<std::pair<uint32_t, uint32_t>> did;
  for (const PairEvent& event : history.events()) {
    if (event.day < forecast_day || event.day >= forecast_day + days) continue;
    if (act.holds(history.acts()[event.act].code)) did.emplace(event.source, event.target);
  }
  SaidAndHappened out;
  for (const PairModel::Active& one : model->forecast_active()) {
    out.said += one.probability;
    out.happened += did.contains({one.source, one.target}) ? 1 : 0;
    ++out.questions;
  }
  out.said /= out.questions;
  out.happened /= out.questions;
  return out;
}

TEST(Horizons, AreRightOnAverageBeyondWhatThePastCanTest) {
  for (const bool bursts : {false, true}) {
    const PairHistory history = world_of(bursts);
    double before = 0;
    const double learnt = 0.1;                // growth and level are themselves learnt from some hundred pairs
    for (const int days : {7, 30, 50, 90}) {  // the last is fitted to windows of fifty days
      const SaidAndHappened one = at_horizon(history, days);
      EXPECT_GT(one.said, before) << "a longer window cannot hold less";
      EXPECT_NEAR(one.said, one.happened, 3 * one.noise() + learnt * one.happened)
          << days << (bursts ? " in bursts" : " one by one");
      before = one.said;
    }
  }
}

TEST(Horizons, WhatIsCarriedOnIsToldAsSuch) {
  const PairHistory history = world_of(false);
  const auto note_at = [&](int days) {
    const Result<PairModel> model =
        PairModel::train(history, forecast_day, {.act = *act_class_named("consult"), .horizon_days = days});
    EXPECT_TRUE(model);
    return model->forecast(history, *history.actor("A0"), *history.actor("A1")).note;
  };
  EXPECT_THAT(note_at(30), testing::Not(testing::HasSubstr("fitted to windows")));
  EXPECT_THAT(note_at(90), testing::HasSubstr("fitted to windows of 50 days"));
}

}  // namespace
}  // namespace entente
