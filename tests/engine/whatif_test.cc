// Scenarios that ship, over the tables that ship, from the file to what is printed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/engine.h"

namespace entente {
namespace {

using testing::Contains;

Engine engine(int threads = 1) {
  EngineOptions options;
  options.data_folder = ENTENTE_SOURCE;
  options.threads = threads;
  return Engine(std::move(options));
}

std::string scenario(const std::string& name) {
  return std::string(ENTENTE_SOURCE) + "/scenarios/" + name;
}

const CountryEffect& effect_on(const TradeAnswer& answer, const std::string& country) {
  for (const CountryEffect& c : answer.effects.countries) {
    if (c.country == country) return c;
  }
  throw std::runtime_error(country);
}

TEST(WhatIfTrade, ATariffCutBetweenRussiaAndIran) {
  const auto answer = engine().whatif_trade(scenario("tariff-cut.toml"));
  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_LE(answer->effects.residual, 1e-10);
  for (const char* country : {"RUS", "IRN"}) {
    const CountryEffect& c = effect_on(*answer, country);
    EXPECT_GT(c.real_income.value, 0) << country;
    EXPECT_LT(c.real_income.value, .01) << country;  // four billion of trade move no economy by a percent
    EXPECT_LT(c.real_income.low, c.real_income.high);
  }
  EXPECT_GT(effect_on(*answer, "IRN").real_income.value, effect_on(*answer, "RUS").real_income.value);
  ASSERT_EQ(answer->effects.pairs.size(), 2u);
  for (const PairEffect& pair : answer->effects.pairs) {
    EXPECT_TRUE(pair.imputed);
    EXPECT_GT(pair.trade.value, 0);
  }
  EXPECT_THAT(answer->imputed, Contains(std::make_pair(std::string("RUS"), std::string("IRN"))));
  EXPECT_EQ(answer->effects.imputed_effects.size(), 2u);
}

TEST(WhatIfTrade, TheOthersRunToo) {
  for (const char* name : {"agreement.toml", "corridor.toml", "sanctions.toml"}) {
    const auto answer = engine(2).whatif_trade(scenario(name));
    EXPECT_TRUE(answer) << answer.error().message;
  }
  const auto sanctions = engine().whatif_trade(scenario("sanctions.toml"));
  EXPECT_LT(effect_on(*sanctions, "RUS").real_income.value, 0);
}

TEST(WhatIfRails, NetworksLinkedWithAndWithoutSwift) {
  const auto with = engine().whatif_rails(scenario("rails-linked.toml"));
  ASSERT_TRUE(with) << with.error().message;
  const auto without = engine().whatif_rails(scenario("rails-no-swift.toml"));
  ASSERT_TRUE(without) << without.error().message;
  EXPECT_EQ(with->effects->before.settled, 0);  // at the end of 2022 nothing led from one to the other
  EXPECT_GT(with->effects->after.settled, without->effects->after.settled);
  EXPECT_GT(without->effects->after.settled, 0);
}

TEST(WhatIfRails, ASettlementDay) {
  const auto answer = engine().whatif_rails(scenario("settlement.toml"));
  ASSERT_TRUE(answer) << answer.error().message;
  ASSERT_TRUE(answer->settlement);
  EXPECT_GT(answer->settlement->day.settled_value, answer->settlement->plain.settled_value);
}

}  // namespace
}  // namespace entente
