// Scenarios of trade: what each change does to costs, bands, and that threads make no difference.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "reasoning/reasoning.h"
#include "reasoning/shared_sectors.h"

namespace entente {
namespace {

using testing::HasSubstr;

GravityWorld world() {
  TradeTable table;
  table.countries = {"AAA", "BBB", "CCC"};
  table.flow = {90, 5, 5, 4, 80, 6, 8, 3, 200};
  table.imputed = {1, 1, 0, 0, 1, 0, 0, 0, 1};
  return *gravity_world(table);
}

TradeScenario scenario(const TradeChange& change) {
  TradeScenario out;
  out.path = "s.toml";
  out.model = "gravity";
  out.closure = "proper";
  out.sigma = out.sigma_low = out.sigma_high = 5;
  out.changes = {change};
  return out;
}

TradeChange change(TradeChange::Kind kind) {
  TradeChange out;
  out.kind = kind;
  out.line = 3;
  out.between = {"AAA", "BBB"};
  return out;
}

/// What the endowment economy says when access between A and B is multiplied.
EndowmentOutcome with_access(double factor) {
  const GravityWorld w = world();
  EndowmentChange after{w.base.access};
  after.access[1] *= factor;
  after.access[3] *= factor;
  return *endowment_equilibrium(w.base, after, {5, Closure::proper, 0});
}

void expect_as_access(const TradeChange& change, double factor) {
  const auto effects = run_gravity(world(), scenario(change), 1);
  ASSERT_TRUE(effects) << effects.error().message;
  const EndowmentOutcome expected = with_access(factor);
  for (size_t c = 0; c < 3; ++c) {
    EXPECT_NEAR(effects->countries[c].real_income.value, expected.real_output[c], 1e-12);
    EXPECT_NEAR(effects->countries[c].exports.value, expected.exports[c], 1e-12);
  }
}

TEST(TradeRuns, EachChangeMovesAccessAsToldInItsFormula) {
  using Kind = TradeChange::Kind;
  TradeChange cut = change(Kind::tariff_cut);
  cut.tariff = {{"AAA", .2}, {"BBB", .2}};
  cut.share = .9;
  expect_as_access(cut, .9 * std::pow(1 / 1.2, -4) + .1);
  TradeChange agreement = change(Kind::agreement);
  agreement.effect = .5;
  expect_as_access(agreement, std::exp(.5));
  TradeChange sanctions = change(Kind::sanctions);
  sanctions.cost = .3;
  expect_as_access(sanctions, std::pow(1.3, -4));
  sanctions.cost.reset();
  sanctions.ban = true;
  sanctions.share = .25;
  expect_as_access(sanctions, .75);
  TradeChange corridor = change(Kind::corridor);
  corridor.distance = -.2;
  corridor.distance_effect = -.8;
  expect_as_access(corridor, std::pow(.8, -.8));
}

TEST(TradeRuns, ATariffCutGainsItsPartnersAndCostsTheThird) {
  TradeChange cut = change(TradeChange::Kind::tariff_cut);
  cut.tariff = {{"AAA", .2}, {"BBB", .1}};
  const auto effects = run_gravity(world(), scenario(cut), 1);
  EXPECT_GT(effects->countries[0].real_income.value, 0);
  EXPECT_GT(effects->countries[1].real_income.value, 0);
  EXPECT_LT(effects->countries[2].real_income.value, 0);
  ASSERT_EQ(effects->pairs.size(), 2u);
  EXPECT_EQ(effects->pairs[0].from, "AAA");
  EXPECT_TRUE(effects->pairs[0].imputed);
  ASSERT_EQ(effects->revenue_forgone.size(), 2u);
  EXPECT_NEAR(effects->revenue_forgone[0].second, .2 * 4, 1e-12);
  ASSERT_EQ(effects->imputed_effects.size(), 2u);
  EXPECT_LT(effects->imputed_effects[0].at_half, effects->imputed_effects[0].at_double);
}

TEST(TradeRuns, BandsHoldTheValueAndDoNotDependOnThreads) {
  TradeChange agreement = change(TradeChange::Kind::agreement);
  agreement.effect = .5;
  agreement.effect_error = .1;
  TradeScenario s = scenario(agreement);
  s.sigma_low = 3, s.sigma_high = 8;
  s.draws = 64;
  const auto one = run_gravity(world(), s, 1), many = run_gravity(world(), s, 4);
  ASSERT_TRUE(one && many);
  EXPECT_EQ(one->draws, 64);
  for (size_t c = 0; c < 3; ++c) {
    const Banded &a = one->countries[c].real_income, &b = many->countries[c].real_income;
    EXPECT_LT(a.low, a.high);
    EXPECT_LE(a.low, a.value);
    EXPECT_GE(a.high, a.value);
    EXPECT_EQ(a.low, b.low);  // to the last bit
    EXPECT_EQ(a.high, b.high);
  }
  s.seed = 2;
  EXPECT_NE(run_gravity(world(), s, 1)->countries[0].real_income.low, one->countries[0].real_income.low);
}

TEST(TradeRuns, WhatIsNotThereIsNamedWithItsLine) {
  TradeChange bad = change(TradeChange::Kind::agreement);
  bad.between = {"AAA", "ZZZ"};
  EXPECT_THAT(run_gravity(world(), scenario(bad), 1).error().message,
              HasSubstr("s.toml:3: no 'ZZZ' in the trade table"));
  TradeChange cut = change(TradeChange::Kind::tariff_cut);
  cut.tariff = {{"AAA", .2}};
  EXPECT_THAT(run_gravity(world(), scenario(cut), 1).error().message, HasSubstr("what does BBB levy?"));
  EXPECT_THAT(run_gravity(world(), scenario(change(TradeChange::Kind::variable)), 1).error().message,
              HasSubstr("no regressor of the scenario's formula"));
}

TEST(SectorRuns, NaftaAsAScenario) {
  if (!shared_data_there()) GTEST_SKIP() << "no shared data beside the checkout";
  const auto nafta = shared_nafta();
  SectorWorld w{nafta->economy, shared_table("cp2015/trade.csv.gz", {"value", "tariff", "tariff_bln", "tariff_cfl"},
                                             {"sector", "exporter", "importer"})};
  TradeScenario s;
  s.path = "nafta.toml";
  s.model = "sectors";
  s.deficits = "eliminated";
  s.before = "tariff_bln";
  s.theta_low = s.theta_high = 1;
  TradeChange tariffs;
  tariffs.kind = TradeChange::Kind::tariff_column;
  tariffs.column = "tariff_cfl";
  s.changes = {tariffs};
  const auto effects = run_sectors(w, s, 1);
  ASSERT_TRUE(effects) << effects.error().message;
  for (const CountryEffect& c : effects->countries) {
    if (c.country == "Mexico") {
      EXPECT_NEAR(100 * c.welfare.value, 1.31, .00501);
    }
    if (c.country == "Canada") {
      EXPECT_NEAR(100 * c.welfare.value, -.06, .00501);
    }
    if (c.country == "USA") {
      EXPECT_NEAR(100 * c.welfare.value, .08, .00501);
    }
  }
  EXPECT_EQ(effects->pairs.size(), 115u);  // of 116 tariffs that differ, one is on goods that nobody sells
}

}  // namespace
}  // namespace entente
