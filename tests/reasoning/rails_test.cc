// Routing over rails: small networks whose answer is plain, and brute force over ways.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reasoning/reasoning.h"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

RailEdge edge(const std::string& a, const std::string& b, double reach, double cost, double delay = 0) {
  return {a, b, "link", "live", "", "", reach, cost, delay, 0, false, "test"};
}

/// A and B each on a system of their own and on a common one.
RailTable table() {
  RailTable out;
  for (const char* id : {"HUB", "NETA", "NETB", "CARDS"}) {
    out.systems.push_back(
        {id, id, "", "messaging", id == std::string("CARDS") ? "retail" : "bank", "live", "", "test"});
  }
  out.edges = {edge("AAA", "HUB", 1, .01, 1), edge("BBB", "HUB", .5, .01, 1), edge("AAA", "NETA", 1, 0),
               edge("BBB", "NETB", 1, 0),     edge("AAA", "CARDS", 1, 0),     edge("BBB", "CARDS", 1, 0)};
  return out;
}

RailScenario scenario() {
  RailScenario out;
  out.path = "r.toml";
  out.as_of = "2025-01-01";
  out.count = {"live", "limited"};
  out.day_cost = .001;
  out.demands = {{"AAA", "BBB", "bank", 3650, false, ""}};
  out.new_link.cost = .003;
  return out;
}

RailChange link(const std::string& a, const std::string& b, double reach, double cost) {
  RailChange out;
  out.a = a, out.b = b, out.reach = reach, out.cost = cost;
  return out;
}

TEST(Rails, ReachLimitsAndUseParts) {
  const auto effects = run_rails(table(), scenario());
  ASSERT_TRUE(effects) << effects.error().message;
  EXPECT_NEAR(effects->before.settled, .5, 1e-6);  // half of BBB's banks are on the hub; cards carry no cargo
  EXPECT_NEAR(effects->before.cost, .02, 1e-9);
  EXPECT_NEAR(effects->before.delay, 2, 1e-9);
  ASSERT_EQ(effects->before.flows[0].routes.size(), 1u);
  EXPECT_THAT(effects->before.flows[0].routes[0].stops, ElementsAre("AAA", "HUB", "BBB"));
}

TEST(Rails, ALinkIsTakenWhereItIsCheaperAndForWhatIsLeft) {
  RailScenario s = scenario();
  s.changes = {link("NETA", "NETB", .7, .005)};
  const auto effects = run_rails(table(), s);
  ASSERT_TRUE(effects) << effects.error().message;
  EXPECT_NEAR(effects->after.settled, 1, 1e-6);
  ASSERT_EQ(effects->after.flows[0].routes.size(), 2u);
  EXPECT_NEAR(effects->after.flows[0].routes[0].share, .7, 1e-6);
  EXPECT_THAT(effects->after.flows[0].routes[0].stops, ElementsAre("AAA", "NETA", "NETB", "BBB"));
  EXPECT_NEAR(effects->after.cost, .7 * .005 + .3 * .02, 1e-6);
}

TEST(Rails, LossesGainsAndCurves) {
  RailScenario s = scenario();
  s.changes = {link("NETA", "NETB", .7, .005)};
  const auto effects = run_rails(table(), s);
  ASSERT_FALSE(effects->critical.empty());
  EXPECT_NEAR(effects->critical[0].settled, .5, 1e-6);  // without the link, or either net: the hub's half
  EXPECT_THAT(effects->curve_before.lost, ElementsAre("all rails", "HUB"));
  EXPECT_THAT(effects->curve_before.settled, ElementsAre(testing::DoubleNear(.5, 1e-6), 0.));
  EXPECT_EQ(effects->curve_after.settled.back(), 0);
  ASSERT_FALSE(effects->gains.empty());
  EXPECT_NEAR(effects->gains[0].settled, 1, 1e-6);
}

TEST(Rails, WhatIsLostOrBarredCarriesNothing) {
  RailScenario s = scenario();
  RailChange lose;
  lose.kind = RailChange::Kind::lose;
  lose.a = "HUB";
  s.changes = {lose};
  EXPECT_EQ(run_rails(table(), s)->after.settled, 0);
  RailChange bar;
  bar.kind = RailChange::Kind::bar;
  bar.a = "HUB", bar.b = "BBB";
  s.changes = {bar};
  EXPECT_EQ(run_rails(table(), s)->after.settled, 0);
}

TEST(Rails, DatesAndStatusesCount) {
  RailTable t = table();
  t.edges.push_back({"NETA", "NETB", "link", "live", "2024-06", "2024-12", 1, 0, 0, 0, false, "test"});
  t.edges.push_back({"NETA", "NETB", "link", "announced", "2024-12", "", 1, 0, 0, 0, false, "test"});
  RailScenario s = scenario();
  const auto settled_at = [&](const std::string& day) {
    s.as_of = day;
    return run_rails(t, s)->before.settled;
  };
  EXPECT_NEAR(settled_at("2024-01-01"), .5, 1e-6);
  EXPECT_NEAR(settled_at("2024-08-01"), 1, 1e-6);
  EXPECT_NEAR(settled_at("2025-01-01"), .5, 1e-6);
  s.count = {"live", "announced"};
  EXPECT_NEAR(settled_at("2025-01-01"), 1, 1e-6);
}

TEST(Rails, CapacityIsSharedInTheOrderOfDemands) {
  RailTable t = table();
  t.edges[0].capacity = 8;  // million a day, of AAA to the hub; the demand is 10
  t.edges[1].reach = 1;
  RailScenario s = scenario();
  s.demands.push_back(s.demands[0]);
  const auto effects = run_rails(t, s);
  EXPECT_NEAR(effects->before.flows[0].settled, .8, 1e-6);
  EXPECT_NEAR(effects->before.flows[1].settled, 0, 1e-6);
}

TEST(Rails, OthersPassPaymentsOnOnlyWhereAllowed) {
  RailTable t;
  t.systems = {{"X", "X", "", "messaging", "bank", "live", "", "t"},
               {"Y", "Y", "", "messaging", "bank", "live", "", "t"}};
  t.edges = {edge("AAA", "X", 1, .01), edge("CCC", "X", 1, .01), edge("CCC", "Y", 1, .01), edge("BBB", "Y", 1, .01)};
  RailScenario s = scenario();
  EXPECT_EQ(run_rails(t, s)->before.settled, 0);
  s.transit = {"CCC"};
  const auto effects = run_rails(t, s);
  EXPECT_EQ(effects->before.settled, 1);
  EXPECT_THAT(effects->before.flows[0].routes[0].stops, ElementsAre("AAA", "X", "CCC", "Y", "BBB"));
}

TEST(Rails, WhatIsNotThereIsNamed) {
  RailScenario s = scenario();
  s.changes = {link("NETA", "NETZ", 1, 0)};
  s.changes[0].line = 9;
  EXPECT_THAT(run_rails(table(), s).error().message, HasSubstr("r.toml:9: no 'NETZ' in the tables"));
  s.changes.clear();
  s.demands[0].to = "ZZZ";
  EXPECT_THAT(run_rails(table(), s).error().message, HasSubstr("no bank of ZZZ"));
  s.demands.clear();
  EXPECT_THAT(run_rails(table(), s).error().message, HasSubstr("nothing to be paid"));
}

}  // namespace
}  // namespace entente
