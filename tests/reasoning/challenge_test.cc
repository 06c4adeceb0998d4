// Challenges and answers read off events: windows by hand, what must change nothing, and fits to worlds of known odds.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/random.h"
#include "reasoning/reasoning.h"

namespace entente {
namespace {

using testing::HasSubstr;

enum Kind : uint16_t { talks, threat, strike, sanction };
constexpr uint16_t ann = 0, bob = 1, cat = 2;

StateActs three_states() {
  StateActs out;
  out.states = {ActorId("AAA"), ActorId("BBB"), ActorId("CCC")};
  out.capabilities = {0.3, 0.1, 0.2};
  out.kinds = {{"040", ClaimType::consult, Quad::verbal_cooperation, Domain::diplomatic, 1},
               {"130", ClaimType::threaten, Quad::verbal_conflict, Domain::political, -4.4},
               {"190", ClaimType::assault, Quad::material_conflict, Domain::military, -10},
               {"163", ClaimType::sanction, Quad::material_conflict, Domain::economic, -8}};
  out.covers = {{0, 400}};
  return out;
}

ChallengeRules force_by(int64_t day, bool extended = false) {
  return {day, 30, 30, {"18", "19", "20"}, false, extended};
}

/// The case of a window that begins on that day.
ChallengeCase case_from(const ChallengeField& field, int64_t from, uint16_t challenger, uint16_t about,
                        uint16_t defender) {
  for (const ChallengeCase& one : field.cases()) {
    if (one.from == from && one.challenger == challenger && one.about == about && one.defender == defender) return one;
  }
  ADD_FAILURE() << "no case from " << from;
  return {};
}

double regressor(const ChallengeCase& one, std::string_view name) {
  const auto& names = challenge_regressor_names();
  return one.x.at(static_cast<size_t>(std::find(names.begin(), names.end(), name) - names.begin()));
}

/// A struck B on day 100 and 150; B imposed sanctions on A on day `answered`.
StateActs two_strikes(int32_t answered) {
  StateActs acts = three_states();
  acts.acts = {{100, ann, bob, strike}, {150, ann, bob, strike}, {answered, bob, ann, sanction}};
  return acts;
}

TEST(Challenges, WindowsAreCountedBackFromTheDay) {
  const ChallengeField field(two_strikes(160), force_by(200));
  ASSERT_EQ(field.windows().size(), 2U);  // one that began on day 80 would have less than 90 days before it
  EXPECT_EQ(field.windows()[0], (DayRange{110, 139}));
  EXPECT_EQ(field.windows()[1], (DayRange{140, 169}));
  StateActs gap = two_strikes(160);
  gap.covers = {{0, 150}, {190, 400}};
  EXPECT_TRUE(ChallengeField(gap, force_by(200)).windows().size() < 2);
}

TEST(Challenges, ACaseByHand) {
  const ChallengeField field(two_strikes(160), force_by(200));
  const ChallengeCase one = case_from(field, 140, ann, bob, bob);
  EXPECT_EQ(one.outcome, ChallengeOutcome::answered);
  EXPECT_NEAR(regressor(one, "before"), std::log1p(std::exp2(-40.0 / 60)), 1e-12);  // the strike of day 100
  EXPECT_NEAR(regressor(one, "power"), 0.75, 1e-12);
  EXPECT_EQ(regressor(one, "answers"), 0);
  EXPECT_EQ(regressor(one, "warned"), 0);
  const ChallengeCase quiet = case_from(field, 110, ann, bob, bob);
  EXPECT_EQ(quiet.outcome, ChallengeOutcome::quiet);
  EXPECT_FALSE(quiet.deed_anyway);
  const ChallengeCase now = field.now(ann, bob, bob);
  EXPECT_EQ(now.from, 200);
  EXPECT_NEAR(regressor(now, "answers"), std::log1p(std::exp2(-40.0 / 60)), 1e-12);  // the sanctions of day 160
  EXPECT_NEAR(regressor(now, "record"), 1, 1e-12);                                   // one met, one answered
  const OwnChallenges own = field.own(ann, bob, bob);
  EXPECT_EQ(own.windows, 2U);
  EXPECT_EQ(own.challenges, 1U);
  EXPECT_EQ(own.answered, 1U);
}

TEST(Challenges, AnAnswerComesAfterTheDayAndWithinTheDays) {
  const auto outcome = [](int32_t answered) {
    return case_from(ChallengeField(two_strikes(answered), force_by(200)), 140, ann, bob, bob).outcome;
  };
  EXPECT_EQ(outcome(149), ChallengeOutcome::given_way);
  EXPECT_EQ(outcome(150), ChallengeOutcome::given_way);  // of two acts of a day nobody knows which came first
  EXPECT_EQ(outcome(151), ChallengeOutcome::answered);
  EXPECT_EQ(outcome(180), ChallengeOutcome::answered);
  EXPECT_EQ(outcome(181), ChallengeOutcome::given_way);
}

TEST(Challenges, WithoutAChallengeTheDeedIsNoAnswer) {
  StateActs acts = three_states();
  acts.acts = {{100, ann, bob, talks}, {115, bob, ann, sanction}, {120, bob, ann, threat}};
  const ChallengeField field(acts, force_by(200));
  const ChallengeCase one = case_from(field, 110, ann, bob, bob);
  EXPECT_EQ(one.outcome, ChallengeOutcome::quiet);
  EXPECT_TRUE(one.deed_anyway);
  EXPECT_EQ(regressor(one, "warned"), 0);
  EXPECT_EQ(regressor(case_from(field, 140, ann, bob, bob), "warned"), 1);
}

TEST(Challenges, OfAThirdPartyTheDefenderIsItsFriend) {
  StateActs acts = three_states();
  acts.acts = {{100, ann, bob, talks},
               {101, cat, bob, talks},
               {102, cat, ann, talks},
               {145, ann, bob, strike},
               {170, cat, ann, sanction}};
  const ChallengeField field(acts, force_by(200, true));
  const ChallengeCase one = case_from(field, 140, ann, bob, cat);
  EXPECT_EQ(one.outcome, ChallengeOutcome::answered);
  EXPECT_NEAR(regressor(one, "stake"), std::log1p(std::exp2(-39.0 / 60)), 1e-12);
  EXPECT_NEAR(regressor(one, "power"), 0.6, 1e-12);
}

TEST(Challenges, OfHelpTheDefenderIsARivalOfWhomItIsGivenTo) {
  StateActs acts = three_states();
  acts.kinds.push_back({"072", ClaimType::aid, Quad::material_cooperation, Domain::military, 8.3});
  constexpr uint16_t arms = 4;
  acts.acts = {{100, cat, bob, threat}, {102, cat, ann, talks}, {103, ann, bob, talks}, {145, ann, bob, arms}};
  const ChallengeField field(acts, {200, 30, 30, {"07"}, true, true});
  const ChallengeCase one = case_from(field, 140, ann, bob, cat);
  EXPECT_EQ(one.outcome, ChallengeOutcome::given_way);
  EXPECT_NEAR(regressor(one, "stake"), std::log1p(std::exp2(-40.0 / 60)), 1e-12);
}

// --- a world of known odds ------------------------------------------------------------------------------------------

constexpr uint16_t world_states = 14;
constexpr int32_t world_days = 900;

double unit(uint64_t seed, uint64_t a, uint64_t b, uint64_t c) {
  return counted_inside(seed, (a * 4096 + b) * 64 + c);
}

/// Pairs of different tempers: every day a strike with the pair's own chance, answered two days later with the other's.
StateActs world(uint64_t seed) {
  StateActs out = three_states();
  out.states.clear();
  out.capabilities.clear();
  for (uint16_t s = 0; s < world_states; ++s) {
    out.states.emplace_back("S" + std::string(1, static_cast<char>('A' + s)));
    out.capabilities.push_back(0.01 + 0.1 * unit(seed, 9000, s, 0));
  }
  out.covers = {{0, world_days - 1}};
  for (uint16_t a = 0; a < world_states; ++a) {
    for (uint16_t b = 0; b < world_states; ++b) {
      if (a == b) continue;
      const uint64_t pair = a * 64U + b;
      const double temper = 0.02 * std::pow(unit(seed, 8000, pair, 0), 4), firmness = unit(seed, 8000, pair, 1);
      for (int32_t day = 0; day < world_days; ++day) {
        const auto at = static_cast<uint64_t>(day);
        if (unit(seed, pair, at, 0) < 0.02) out.acts.push_back({day, a, b, talks});
        if (unit(seed, pair, at, 1) >= temper) continue;
        out.acts.push_back({day, a, b, strike});
        if (unit(seed, pair, at, 2) < firmness && day + 2 < world_days) out.acts.push_back({day + 2, b, a, sanction});
      }
    }
  }
  return out;
}

TEST(ChallengeFit, RightOnAverageAndBetterThanTheBaseRateLaterOn) {
  const StateActs acts = world(3);
  const auto fit = fit_challenges(ChallengeField(acts, force_by(600)));
  ASSERT_TRUE(fit) << fit.error().message;
  for (const DeterrenceTerm& term : fit->fit.terms) EXPECT_NE(term.name, "warned");  // nobody threatens here
  const auto check = check_challenges(*fit, ChallengeField(acts, force_by(world_days)), 600);
  ASSERT_TRUE(check) << check.error().message;
  for (const ChanceCheck* one : {&check->challenge, &check->answer}) {
    ASSERT_EQ(one->fifths.size(), 5U);
    EXPECT_LT(one->fifths.front().frequency, one->fifths.back().frequency);
    double expected = 0, happened = 0, cases = 0;
    for (const ReliabilityBin& bin : one->fifths) {
      const auto n = static_cast<double>(bin.questions);
      expected += bin.forecast * n;
      happened += static_cast<double>(bin.happened);
      cases += n;
    }
    const double rate = happened / cases;
    EXPECT_NEAR(expected / cases, rate, 4 * std::sqrt(rate * (1 - rate) / cases) + 0.01);
  }
  EXPECT_LT(check->challenge.brier, check->challenge.base_brier);
  EXPECT_GT(check->challenge.ranked, 0.6);
}

TEST(ChallengeFit, NeitherTheOrderOfActsNorTheirRepetitionChangesAByte) {
  const StateActs acts = world(5);
  StateActs shuffled = acts;
  std::reverse(shuffled.acts.begin(), shuffled.acts.end());
  shuffled.acts.insert(shuffled.acts.end(), acts.acts.begin(), acts.acts.begin() + 200);
  const auto one = fit_challenges(ChallengeField(acts, force_by(600))),
             other = fit_challenges(ChallengeField(shuffled, force_by(600)));
  ASSERT_TRUE(one && other);
  ASSERT_EQ(one->fit.terms.size(), other->fit.terms.size());
  for (size_t k = 0; k < one->fit.terms.size(); ++k) {
    EXPECT_EQ(one->fit.terms[k].value, other->fit.terms[k].value);
    EXPECT_EQ(one->fit.terms[k].error, other->fit.terms[k].error);
  }
}

TEST(ChallengeFit, WhatComesLaterChangesNothing) {
  const StateActs acts = world(7);
  StateActs cut = acts;
  std::erase_if(cut.acts, [](const StateAct& act) { return act.day >= 600; });
  ASSERT_LT(cut.acts.size(), acts.acts.size());
  const ChallengeField with(acts, force_by(600)), without(cut, force_by(600));
  const auto one = fit_challenges(with), other = fit_challenges(without);
  ASSERT_TRUE(one && other);
  const DeterrenceForecast told = expect(*one, with.now(0, 1, 1)), again = expect(*other, without.now(0, 1, 1));
  EXPECT_EQ(told.challenge, again.challenge);
  EXPECT_EQ(told.answer, again.answer);
  EXPECT_EQ(told.challenge_band.low, again.challenge_band.low);
  EXPECT_EQ(told.answer_band.high, again.answer_band.high);
  // and what came within a window is not among its regressors
  const ChallengeField earlier(acts, force_by(570));
  const int64_t last = with.windows().back().first;
  ASSERT_EQ(last, 540);
  EXPECT_EQ(case_from(with, 510, 0, 1, 1).x, case_from(earlier, 510, 0, 1, 1).x);
}

TEST(ChallengeFit, TooLittleIsToldWithItsNumbers) {
  const auto few = fit_challenges(ChallengeField(two_strikes(160), force_by(200)));
  ASSERT_FALSE(few);
  EXPECT_EQ(few.error().code, ErrorCode::missing);
  EXPECT_THAT(few.error().message, HasSubstr("1 challenges in 4 windows of pairs, 1 of them answered"));
  const auto none = fit_challenges(ChallengeField(two_strikes(160), force_by(100)));
  ASSERT_FALSE(none);
  EXPECT_THAT(none.error().message, HasSubstr("cover no window of 30 days"));
}

}  // namespace
}  // namespace entente
