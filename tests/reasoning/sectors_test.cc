// The sector model against the tables of Caliendo and Parro (2015), "Estimates of the trade and welfare effects of
// NAFTA", and its identities.
#include "reasoning/trade/sectors.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "reasoning/shared_sectors.h"

namespace entente {
namespace {

using testing::HasSubstr;

/// Two regions, two sectors, made up; accounts add up.
SectorEconomy made_up() {
  SectorEconomy e;
  e.regions = {"A", "B"};
  e.sectors = {"goods", "services"};
  e.trade = {80, 20, 30, 170, 100, 0, 0, 200};
  e.tariff = {0, .1, .2, 0, 0, 0, 0, 0};
  e.value_added = {60, 70, 100, 140};
  e.inputs = {30, 10, 20, 20, 50, 20, 40, 40};
  e.final_use = {62, 60, 137, 120};
  e.theta = {4, 8};
  e.deficit = {-10, 10};
  return e;
}

TEST(Sectors, NaftaAsPublished) {
  if (!shared_data_there()) GTEST_SKIP() << "no shared data beside the checkout";
  const auto nafta = shared_nafta();
  ASSERT_TRUE(nafta) << nafta.error().message;
  SectorPolicy before = policy_of(nafta->economy), after = before;
  before.tariff = nafta->tariff_before;
  after.tariff = nafta->tariff_after;
  before.deficit.assign(31, 0);  // section 5.1: aggregate deficits eliminated in both states
  after.deficit = before.deficit;
  const auto outcome = sector_equilibrium(nafta->economy, before, after);
  ASSERT_TRUE(outcome) << outcome.error().message;
  const auto percent = [&](const std::vector<double>& values, const std::string& region) {
    const auto& all = nafta->economy.regions;
    return 100 * values[static_cast<size_t>(std::find(all.begin(), all.end(), region) - all.begin())];
  };
  const std::vector<std::tuple<std::string, double, double, double, double>> published = {
      {"Mexico", 1.31, -.41, 1.72, 1.72}, {"Canada", -.06, -.11, .04, .32}, {"USA", .08, .04, .04, .11}};
  for (const auto& [region, welfare, terms, volume, real_wage] : published) {
    EXPECT_NEAR(percent(outcome->welfare, region), welfare, .00501) << region;
    EXPECT_NEAR(percent(outcome->terms_of_trade, region), terms, .00501) << region;
    EXPECT_NEAR(percent(outcome->volume, region), volume, .00501) << region;
    EXPECT_NEAR(percent(outcome->real_wage, region), real_wage, .00501) << region;
  }
  EXPECT_LE(outcome->residual, 1e-10);
}

TEST(Sectors, NaftaWithDeficitsHeld) {
  if (!shared_data_there()) GTEST_SKIP() << "no shared data beside the checkout";
  const auto nafta = shared_nafta();
  SectorPolicy before = policy_of(nafta->economy), after = before;
  before.tariff = nafta->tariff_before;
  after.tariff = nafta->tariff_after;
  const auto outcome = sector_equilibrium(nafta->economy, before, after);
  ASSERT_TRUE(outcome) << outcome.error().message;
  const size_t n = 31;
  for (size_t r = 0; r < n; ++r) {  // imports less exports are what was asked for
    double net = 0;
    for (size_t j = 0; j < nafta->economy.sectors.size(); ++j) {
      for (size_t i = 0; i < n; ++i) {
        net += outcome->trade_after[nafta->economy.pair(j, r, i)] - outcome->trade_after[nafta->economy.pair(j, i, r)];
      }
    }
    EXPECT_NEAR(net / after.deficit[r], 1, 1e-5) << nafta->economy.regions[r];
  }
}

TEST(Sectors, NothingChangesWhereNothingChanges) {
  const SectorEconomy e = made_up();
  const auto outcome = sector_equilibrium(e, policy_of(e), policy_of(e));
  ASSERT_TRUE(outcome) << outcome.error().message;
  for (size_t r = 0; r < 2; ++r) {
    EXPECT_EQ(outcome->welfare[r], 0);
    EXPECT_EQ(outcome->real_wage[r], 0);
    EXPECT_EQ(outcome->revenue_before[r], outcome->revenue_after[r]);
  }
}

TEST(Sectors, SmallChangesOfWelfareAreThoseOfRealIncome) {
  const SectorEconomy e = made_up();
  SectorPolicy before = policy_of(e);
  before.deficit = {0, 0};
  SectorPolicy after = before;
  after.tariff[1] += 1e-4;
  after.cost[2] = 1 - 1e-4;
  const auto outcome = sector_equilibrium(e, before, after, {1e-13, 5000});
  ASSERT_TRUE(outcome) << outcome.error().message;
  for (size_t r = 0; r < 2; ++r) EXPECT_NEAR(outcome->welfare[r] / outcome->real_income[r], 1, 5e-3);
}

TEST(Sectors, BadAccountsAreAClearError) {
  SectorEconomy e = made_up();
  const auto message = [&] {
    const auto outcome = sector_equilibrium(e, policy_of(e), policy_of(e));
    return outcome ? std::string("none") : outcome.error().message;
  };
  e.trade[1] = -3;
  EXPECT_THAT(message(), HasSubstr("trade has a value that is negative"));
  e = made_up();
  e.theta[1] = 0;
  EXPECT_THAT(message(), HasSubstr("theta of services"));
  e = made_up();
  e.value_added = {0, 0, 100, 140};
  EXPECT_THAT(message(), HasSubstr("A has no value added"));
  e = made_up();
  e.inputs.pop_back();
  EXPECT_THAT(message(), HasSubstr("inputs has 7 values, not 8"));
}

}  // namespace
}  // namespace entente
