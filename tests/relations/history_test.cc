// A relation over time: periods, what is spread over them, landmarks, windows.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "relations/claims.h"
#include "relations/relations.h"

namespace entente {
namespace {

using test::claim;
using test::undated;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const DyadTest a_and_b = [](const Dyad& d) { return unordered(d) == Dyad{ActorId("A"), ActorId("B")}; };

Claim on(Claim claim, const Date& day) {
  claim.when = day;
  return claim;
}

TEST(History, NothingDatedHasNoPeriods) {
  const RelationHistory h = relation_history({claim(0, "A", ClaimType::aid, "B")}, undated, a_and_b);
  EXPECT_THAT(h.bins, IsEmpty());
  EXPECT_EQ(h.undated, 1U);
}

TEST(History, PeriodsFollowTheSpanAndSilentOnesAreThere) {
  const auto steps = [](const Date& from, const Date& to) {
    return relation_history(
        {on(claim(0, "A", ClaimType::aid, "B"), from), on(claim(1, "B", ClaimType::accuse, "A"), to)}, undated,
        a_and_b);
  };
  const RelationHistory days = steps(Date::of_day(2020, 1, 1), Date::of_day(2020, 1, 10));
  EXPECT_EQ(days.step, Precision::day);
  EXPECT_THAT(days.bins, SizeIs(10));
  EXPECT_THAT(days.bins[4].cells, IsEmpty());
  EXPECT_EQ(steps(Date::of_day(2020, 1, 1), Date::of_day(2021, 1, 10)).step, Precision::month);
  const RelationHistory years = steps(Date::of_day(1990, 1, 1), Date::of_day(2021, 1, 10));
  EXPECT_EQ(years.step, Precision::year);
  EXPECT_THAT(years.bins, SizeIs(32));
  EXPECT_GT(years.bins.front().cells.at(0).cooperation, 0);
  EXPECT_GT(years.bins.back().cells.at(0).conflict, 0);
}

TEST(History, PeriodsAreNoFinerThanWhatIsTold) {
  const RelationHistory h = relation_history({on(claim(0, "A", ClaimType::aid, "B"), Date::of_year(2020)),
                                              on(claim(1, "A", ClaimType::aid, "B"), Date::of_year(2021))},
                                             undated, a_and_b);
  EXPECT_EQ(h.step, Precision::year);
  EXPECT_THAT(h.bins, SizeIs(2));
}

TEST(History, WhatTellsOfAYearIsSpreadOverItsMonths) {
  const RelationHistory h =
      relation_history({on(claim(0, "A", ClaimType::aid, "B"), Date::of_year(2020)),
                        on(claim(1, "A", ClaimType::aid, "B", Domain::economic), Date::of_month(2021, 1))},
                       undated, a_and_b);
  ASSERT_THAT(h.bins, SizeIs(13));
  EXPECT_NEAR(h.bins[0].cells.at(0).cooperation * 12, h.bins[12].cells.at(0).cooperation, 1e-12);
}

TEST(History, OtherPairsAndWeightlessClaimsDoNotCount) {
  const Date day = Date::of_day(2020, 1, 1);
  const RelationHistory h = relation_history(
      {on(claim(0, "A", ClaimType::aid, "C"), day), on(claim(1, "A", ClaimType::likely, "B"), day)}, undated, a_and_b);
  EXPECT_THAT(h.bins, IsEmpty());
  EXPECT_EQ(h.undated, 0U);
}

TEST(History, LandmarksAreTheWeightiestEventsByDay) {
  const Claim strike = on(claim(0, "A", ClaimType::assault, "B"), Date::of_day(2020, 1, 9));
  const Claim aid = on(claim(1, "A", ClaimType::aid, "B"), Date::of_day(2020, 1, 3));
  const Claim talk = on(claim(2, "A", ClaimType::consult, "B"), Date::of_day(2020, 1, 5));  // too light
  const RelationHistory h = relation_history({strike, aid, talk}, undated, a_and_b);
  EXPECT_THAT(h.marks, ElementsAre(aid.id(), strike.id()));
}

TEST(WindowBalance, CountsOnlyWhatLiesWithin) {
  const std::vector<Claim> claims = {on(claim(0, "A", ClaimType::aid, "B"), Date::of_day(2020, 1, 3)),
                                     on(claim(1, "A", ClaimType::assault, "B"), Date::of_day(2020, 3, 3)),
                                     on(claim(2, "A", ClaimType::assault, "B"), Date::of_year(2020))};
  const auto window = [&](const Date& first, const Date& last) {
    return window_balance(claims, undated, a_and_b, first_day(first), last_day(last));
  };
  EXPECT_GT(window(Date::of_month(2020, 1), Date::of_month(2020, 1)).balance, 0);
  EXPECT_LT(window(Date::of_month(2020, 3), Date::of_month(2020, 3)).balance, 0);
  EXPECT_THAT(window(Date::of_year(2020), Date::of_year(2020)).grounds, SizeIs(3));
  EXPECT_THAT(window(Date::of_year(2019), Date::of_year(2019)).grounds, IsEmpty());
}

}  // namespace
}  // namespace entente
