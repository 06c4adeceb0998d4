// Series, trends, breaks and the network of a day, from coded events.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "base/date.h"
#include "base/random.h"
#include "relations/relations.h"

namespace {

using namespace entente;
using testing::ElementsAre;

int64_t day(int year, int month, int date) {
  return first_day(Date::of_day(year, month, date));
}

EventKind kind(const char* code, Quad quad, double intensity, Domain domain = Domain::political) {
  EventKind out;
  out.code = code;
  out.quad = quad;
  out.intensity = intensity;
  out.domain = domain;
  return out;
}

TEST(Periods, AreThoseOfTheCalendar) {
  const auto months = periods_between({day(2014, 1, 15), day(2014, 3, 1)}, PeriodUnit::month);
  ASSERT_EQ(months.size(), 3u);
  EXPECT_EQ(months[0].first, day(2014, 1, 1));
  EXPECT_EQ(months[1].last, day(2014, 2, 28));
  const auto weeks = periods_between({day(2014, 1, 1), day(2014, 1, 6)}, PeriodUnit::week);
  ASSERT_EQ(weeks.size(), 2u);
  EXPECT_EQ(weeks[0].first, day(2013, 12, 30));  // a Monday
  EXPECT_EQ(periods_between({day(2013, 12, 31), day(2014, 1, 1)}, PeriodUnit::year).size(), 2u);
  EXPECT_EQ(periods_between({5, 7}, PeriodUnit::day).size(), 3u);
}

TEST(Series, NotCoveredNothingAndZeroAreThreeThings) {
  const std::vector<EventKind> kinds = {kind("040", Quad::verbal_cooperation, 1),
                                        kind("190", Quad::material_conflict, -10)};
  SeriesTally tally(periods_between({0, 3}, PeriodUnit::day), kinds, 2);
  const std::vector<int32_t> days = {0, 0, 9};
  const std::vector<uint32_t> what = {0, 0, 1}, who = {0, 1, 1};
  tally.add(days, what, who, true);
  const auto series = tally.finish({{0, 1}, {3, 3}});
  ASSERT_EQ(series.size(), 4u);
  EXPECT_EQ(series[0].state(), PeriodState::events);
  EXPECT_EQ(series[0].events, 2u);
  EXPECT_EQ(series[0].forth, 2u);
  EXPECT_EQ(series[0].publishers, 2u);
  EXPECT_EQ(series[0].goldstein, 2);
  EXPECT_EQ(series[0].quads[static_cast<size_t>(Quad::material_conflict)], 0u);  // a true zero
  EXPECT_EQ(series[1].state(), PeriodState::nothing);
  EXPECT_EQ(series[2].state(), PeriodState::not_covered);
  EXPECT_EQ(series[3].state(), PeriodState::nothing);
}

TEST(Series, DaysOutsideOfThePeriodsArePassedOver) {
  const std::vector<EventKind> kinds = {kind("040", Quad::verbal_cooperation, 1)};
  SeriesTally tally(periods_between({10, 12}, PeriodUnit::day), kinds, 1);
  const std::vector<int32_t> days = {7, 9, 10, 10, 12, 13, 40};
  const std::vector<uint32_t> zeros(days.size());
  tally.add(days, zeros, zeros, false);
  std::vector<uint64_t> events;
  for (const PeriodCount& period : tally.finish({{10, 12}})) events.push_back(period.events);
  EXPECT_THAT(events, ElementsAre(2u, 0u, 1u));
}

TEST(Trend, QuantilesOfTheGammaDistribution) {
  EXPECT_NEAR(gamma_quantile(1, 1, 0.9), std::log(10), 1e-9);         // exponential
  EXPECT_NEAR(gamma_quantile(1, 2, 0.5), std::log(2) / 2, 1e-9);      // and its rate
  EXPECT_NEAR(gamma_quantile(0.5, 0.5, 0.95), 3.841458821, 1e-7);     // chi-square with 1 degree (tables)
  EXPECT_NEAR(gamma_quantile(50, 0.5, 0.95), 124.3421134, 1e-5);      // and with 100
  EXPECT_NEAR(gamma_quantile(0.05, 1, 0.1), 5.844632057e-21, 1e-27);  // far below every other one
  EXPECT_NEAR(gamma_quantile(500, 0.5, 0.95), 1074.679448803, 1e-7);  // with 1000, by the expansion
}

TEST(Trend, QuantilesOfLargeShapesGoOnFromThoseBelow) {
  for (const double probability : {0.1, 0.5, 0.9}) {
    const double below = gamma_quantile(199.999999, 1, probability), above = gamma_quantile(200.000001, 1, probability);
    EXPECT_NEAR(above, below, 1e-5) << probability;
    EXPECT_GT(above, below);
  }
}

TEST(Trend, AConstantRateKeepsThePastAndTheBandHoldsIt) {
  const Trend trend = rate_trend(std::vector<uint64_t>(40, 30), std::vector<int64_t>(40, 30));
  EXPECT_EQ(trend.discount, 1);
  EXPECT_NEAR(trend.points.back().mean, 1, 0.01);
  EXPECT_LT(trend.points.back().low, 1);
  EXPECT_GT(trend.points.back().high, 1);
  EXPECT_LT(trend.points.back().high - trend.points.back().low, 0.1);
}

TEST(Trend, PeriodsThatAreNotCoveredWidenTheBand) {
  std::vector<uint64_t> events = {30, 90, 20, 100, 30, 0, 0, 0};
  std::vector<int64_t> covered = {30, 30, 30, 30, 30, 0, 0, 0};
  const Trend trend = rate_trend(events, covered);
  const auto width = [&](size_t at) { return trend.points[at].high - trend.points[at].low; };
  EXPECT_LT(trend.discount, 1);
  EXPECT_GT(width(7), width(4));
  EXPECT_NEAR(trend.points[7].mean, trend.points[4].mean, 1e-9);
}

/// Counts around a rate, the same on every machine.
std::vector<uint64_t> noisy(const std::vector<double>& rates) {
  std::vector<uint64_t> out;
  for (size_t i = 0; i < rates.size(); ++i) {
    const double u = static_cast<double>(counted_random(5, i) % 1000) / 1000 - 0.5;
    out.push_back(static_cast<uint64_t>(std::max(0.0, rates[i] + u * 3 * std::sqrt(rates[i]))));
  }
  return out;
}

TEST(Breaks, AreFoundWhereTheRateChanges) {
  std::vector<double> rates(60, 10);
  for (size_t i = 25; i < 60; ++i) rates[i] = 40;
  const auto found = rate_breaks(noisy(rates), std::vector<int64_t>(60, 1));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].period, 25u);
  EXPECT_NEAR(found[0].before, 10, 2);
  EXPECT_NEAR(found[0].after, 40, 4);
  EXPECT_GT(found[0].evidence, 3);
}

TEST(Breaks, AreNotSeenInScatter) {
  EXPECT_TRUE(rate_breaks(noisy(std::vector<double>(80, 20)), std::vector<int64_t>(80, 1)).empty());
  std::vector<uint64_t> clusters;  // reports in bursts, but always the same bursts
  for (size_t i = 0; i < 60; ++i) clusters.push_back(i % 2 == 0 ? 2 : 60);
  EXPECT_TRUE(rate_breaks(clusters, std::vector<int64_t>(60, 1)).empty());
  EXPECT_TRUE(rate_breaks(std::vector<uint64_t>(10, 0), std::vector<int64_t>(10, 1)).empty());
}

TEST(Breaks, GapsInTheCoverageAreNone) {
  std::vector<uint64_t> events(40, 20);
  std::vector<int64_t> covered(40, 1);
  for (size_t i = 15; i < 25; ++i) events[i] = covered[i] = 0;
  EXPECT_TRUE(rate_breaks(events, covered).empty());
}

/// The best parting by trying all of a short series: what the fast way must find.
TEST(Breaks, AgreeWithTheirOwnEvidence) {
  for (uint64_t seed = 0; seed < 20; ++seed) {
    std::vector<uint64_t> events;
    for (uint64_t i = 0; i < 12; ++i) events.push_back(counted_random(seed, i) % 30 + (i > seed % 10 ? 60 : 0));
    for (const RateBreak& one : rate_breaks(events, std::vector<int64_t>(12, 1))) {
      EXPECT_GT(one.evidence, 0);
      EXPECT_LT(one.period, 12u);
    }
  }
}

TEST(Network, EvidenceHalvesWithEveryHalfLife) {
  const std::vector<EventKind> kinds = {kind("057", Quad::verbal_cooperation, 8),
                                        kind("190", Quad::material_conflict, -10, Domain::military)};
  NetworkTally tally(100, 50, kinds);
  const std::vector<int32_t> days = {0, 50, 100, 101};
  const std::vector<uint32_t> what = {1, 0, 1, 1};
  tally.add(0, 1, days, what);
  const auto pairs = tally.finish({"B", "A"});
  ASSERT_EQ(pairs.size(), 1u);
  EXPECT_EQ(pairs[0].a, "A");
  EXPECT_EQ(pairs[0].events, 3u);
  EXPECT_NEAR(pairs[0].positive, 0.4, 1e-6);
  EXPECT_NEAR(pairs[0].negative, 1.25, 1e-6);
  EXPECT_NEAR(pairs[0].domain_negative[static_cast<size_t>(Domain::military)], 1.25, 1e-6);
  EXPECT_EQ(pairs[0].sign(), Sign::negative);
  EXPECT_NEAR(pairs[0].balance(), (0.4 - 1.25) / 2.65, 1e-6);
}

TEST(Network, NoOrderChangesASum) {
  const std::vector<EventKind> kinds = {kind("a", Quad::verbal_cooperation, 3.3),
                                        kind("b", Quad::verbal_conflict, -1.7)};
  std::vector<int32_t> days(1000);
  std::vector<uint32_t> what(1000);
  for (size_t i = 0; i < 1000; ++i) {
    days[i] = static_cast<int32_t>(i);
    what[i] = static_cast<uint32_t>(counted_random(1, i) % 2);
  }
  NetworkTally one(1000, 77, kinds), other(1000, 77, kinds);
  one.add(0, 1, days, what);
  for (size_t i = 1000; i-- > 0;) {
    other.add(0, 1, std::span(days).subspan(i, 1), std::span(what).subspan(i, 1));
  }
  EXPECT_EQ(one.finish({"A", "B"})[0].positive, other.finish({"A", "B"})[0].positive);
  EXPECT_EQ(one.finish({"A", "B"})[0].negative, other.finish({"A", "B"})[0].negative);
}

TEST(Network, OnlySureTiesAreEdges) {
  PairEvidence sure, thin;
  sure.a = "A";
  sure.b = "B";
  sure.negative = 30;
  thin.a = "A";
  thin.b = "C";
  thin.positive = 0.05;
  const auto edges = sure_edges({sure, thin});
  ASSERT_EQ(edges.size(), 1u);
  EXPECT_LT(edges[0].weight, 0);
}

}  // namespace
