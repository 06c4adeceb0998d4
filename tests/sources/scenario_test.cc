// Scenarios and tables of the models, right and wrong: every mistake is named with its line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "sources/sources.h"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

template <class T>
std::string message(const Result<T>& result) {
  return result ? std::string("none") : result.error().message;
}

std::string trade_problem(const std::string& toml) {
  return message(trade_scenario_in(toml, "s.toml"));
}
std::string rails_problem(const std::string& toml) {
  return message(rail_scenario_in(toml, "r.toml"));
}

TEST(TradeScenarios, AreRead) {
  const auto scenario = trade_scenario_in(
      "title = \"cut\"\nsigma = 4\nsigma_range = [3, 6.5]\ndraws = 50\nshow = \"BLR\"\n"
      "[[change]]\nkind = \"tariff-cut\"\nbetween = [\"RUS\", \"IRN\"]\nshare = 0.9\ntariff = { RUS = 0.05, IRN = 0.2 "
      "}\n"
      "[[change]]\nkind = \"sanctions\"\nfrom = [\"USA\"]\nto = [\"RUS\"]\nban = true\n",
      "dir/s.toml");
  ASSERT_TRUE(scenario) << scenario.error().message;
  EXPECT_EQ(scenario->title, "cut");
  EXPECT_EQ(scenario->sigma_high, 6.5);
  EXPECT_THAT(scenario->show, ElementsAre("BLR"));
  ASSERT_EQ(scenario->changes.size(), 2u);
  EXPECT_EQ(scenario->changes[0].kind, TradeChange::Kind::tariff_cut);
  EXPECT_EQ(scenario->changes[0].tariff.at("IRN"), .2);
  EXPECT_EQ(scenario->changes[0].line, 6u);
  EXPECT_TRUE(scenario->changes[1].ban);
}

TEST(TradeScenarios, WhatIsNotSaidHasItsUsualValue) {
  const auto scenario = trade_scenario_in("[[change]]\nkind = \"agreement\"\nbetween = [\"A\", \"B\"]\n", "my/s.toml");
  ASSERT_TRUE(scenario) << scenario.error().message;
  EXPECT_EQ(scenario->title, "s");
  EXPECT_EQ(scenario->closure, "proper");
  EXPECT_LT(scenario->sigma_low, scenario->sigma);
  EXPECT_NEAR(scenario->changes[0].effect, .5571853, 1e-9);
  EXPECT_GT(scenario->changes[0].effect_error, 0);
}

TEST(TradeScenarios, PathsAreMeantFromWhereTheScenarioLies) {
  const auto scenario = trade_scenario_in(
      "data = \"flows.csv\"\n[[change]]\nkind = \"agreement\"\nbetween = [\"A\", \"B\"]\n", "my/s.toml");
  ASSERT_TRUE(scenario);
  EXPECT_EQ(scenario->data, "my/flows.csv");
}

TEST(TradeScenarios, MistakesAreNamedWithTheirLine) {
  const std::string change = "[[change]]\nkind = \"agreement\"\nbetween = [\"A\", \"B\"]\n";
  EXPECT_THAT(trade_problem("title = \n"), HasSubstr("s.toml:1: "));
  EXPECT_THAT(trade_problem(""), HasSubstr("needs a [[change]]"));
  EXPECT_THAT(trade_problem("\nsigmma = 4\n" + change), HasSubstr("s.toml:2: the scenario has no 'sigmma'; it knows"));
  EXPECT_THAT(trade_problem("sigma = \"four\"\n" + change), HasSubstr("s.toml:1: sigma must be a number"));
  EXPECT_THAT(trade_problem("sigma = 0.5\n" + change), HasSubstr("sigma must lie from 1.01 to 100"));
  EXPECT_THAT(trade_problem("sigma = 4\nsigma_range = [5, 6]\n" + change), HasSubstr("with sigma between them"));
  EXPECT_THAT(trade_problem("model = \"magic\"\n" + change), HasSubstr("'magic' is none of gravity, sectors"));
  EXPECT_THAT(trade_problem("model = \"sectors\"\n" + change), HasSubstr("needs data"));
  EXPECT_THAT(trade_problem("[[change]]\nkind = \"tarif\"\n"),
              HasSubstr("s.toml:2: kind 'tarif' is none of tariff-cut"));
  EXPECT_THAT(trade_problem("[[change]]\nkind = \"agreement\"\nbetween = [\"A\"]\n"), HasSubstr("needs between"));
  EXPECT_THAT(trade_problem("[[change]]\nkind = \"sanctions\"\nbetween = [\"A\", \"B\"]\n"), HasSubstr("either ban"));
  EXPECT_THAT(trade_problem("[[change]]\nkind = \"corridor\"\nbetween = [\"A\", \"B\"]\n"),
              HasSubstr("either distance"));
  EXPECT_THAT(trade_problem("[[change]]\nkind = \"agreement\"\nbetween = [\"A\", \"B\"]\nshare = 1.5\n"),
              HasSubstr("s.toml:4: share must lie from 0 to 1"));
  EXPECT_THAT(trade_problem("change = 3\n"), HasSubstr("change must be written as [[change]]"));
}

TEST(RailScenarios, AreReadAndMistakesNamed) {
  const auto scenario = rail_scenario_in(
      "as_of = 2022-12-31\nbetween = [\"RUS\", \"IRN\"]\n[[change]]\nkind = \"link\"\na = \"SPFS\"\nb = "
      "\"SEPAM\"\nreach = 0.5\n",
      "r.toml");
  ASSERT_TRUE(scenario) << scenario.error().message;
  EXPECT_EQ(scenario->as_of, "2022-12-31");
  EXPECT_THAT(scenario->count, ElementsAre("live", "limited"));
  EXPECT_EQ(scenario->changes[0].reach, .5);
  EXPECT_THAT(rails_problem("title = \"x\"\n"), HasSubstr("needs between"));
  EXPECT_THAT(rails_problem("as_of = \"soon\"\nbetween = [\"A\", \"B\"]\n"), HasSubstr("as_of must be a day"));
  EXPECT_THAT(rails_problem("between = [\"A\", \"B\"]\ncount = [\"rumoured\"]\n"), HasSubstr("count may hold live"));
  EXPECT_THAT(rails_problem("between = [\"A\", \"B\"]\n[[change]]\nkind = \"lose\"\n"), HasSubstr("needs system"));
  EXPECT_THAT(rails_problem("[[demand]]\nfrom = \"A\"\nto = \"B\"\n"), HasSubstr("needs amount"));
  EXPECT_THAT(rails_problem("banks = \"b.csv\"\n"), HasSubstr("banks and payments"));
}

class ModelTables : public testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& text) {
    std::filesystem::create_directories(folder_);
    const std::string path = folder_ + "/" + name;
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

 private:
  std::string folder_ = (std::filesystem::temp_directory_path() /
                         (std::string("tables-") + testing::UnitTest::GetInstance()->current_test_info()->name()))
                            .string();
};

TEST_F(ModelTables, TradeIsASquare) {
  const std::string path = write("t.csv", "exporter,importer,trade,imputed\nB,A,3,1\nA,A,90,0\nA,B,2,0\nB,B,80,1\n");
  const auto grid = read_trade_grid(path, {}, {});
  ASSERT_TRUE(grid) << grid.error().message;
  EXPECT_THAT(grid->table.countries, ElementsAre("A", "B"));
  EXPECT_THAT(grid->table.flow, ElementsAre(90, 2, 3, 80));
  EXPECT_THAT(grid->table.imputed, ElementsAre(0, 0, 1, 1));
}

TEST_F(ModelTables, MistakesInTradeAreNamed) {
  const auto problem = [&](const std::string& rows) {
    return message(read_trade_grid(write("t.csv", "exporter,importer,trade\n" + rows), {}, {}));
  };
  EXPECT_THAT(problem("A,A,1\nA,B,1\nB,B,1\n"), HasSubstr("B to A is missing; a missing flow is not 0"));
  EXPECT_THAT(problem("A,A,1\nA,B,1\nB,A,1\n"), HasSubstr("sales at home output less exports"));
  EXPECT_THAT(problem("A,A,1\nA,B,-1\n"), HasSubstr("t.csv:3: negative trade from A to B"));
  EXPECT_THAT(problem("A,A,1\nA,A,2\nA,B,1\n"), HasSubstr("t.csv:3: A to A stands on line 2 already"));
  EXPECT_THAT(problem("A,A,much\n"), HasSubstr("t.csv:2: trade: 'much' is no number"));
  EXPECT_THAT(problem("A,A\n"), HasSubstr("t.csv:2: 2 fields"));
  EXPECT_THAT(message(read_trade_grid(write("u.csv", "from,to\nA,B\n"), {}, {})), HasSubstr("no column 'trade'"));
}

TEST_F(ModelTables, AColumnAskedForTwiceIsThereOnce) {
  const std::string path = write("t.csv", "exporter,importer,trade\nA,A,9\nA,B,1\nB,A,2\nB,B,8\n");
  const auto grid = read_trade_grid(path, {"trade"}, {"exporter", "importer", "exporter"});
  ASSERT_TRUE(grid) << grid.error().message;
  EXPECT_EQ(grid->frame.text.at("exporter").size(), 4u);
  EXPECT_EQ(grid->frame.numbers.at("trade").size(), 4u);
}

TEST_F(ModelTables, RailsAreCheckedRowByRow) {
  const std::string systems_head = "id,name,country,kind,use,status,since,source\n";
  const std::string links_head = "a,b,what,status,since,until,reach,cost,delay,source\n";
  const std::string systems = write("s.csv", systems_head + "S,S,,messaging,bank,live,1977,x\n");
  const auto problem = [&](const std::string& rows) {
    return message(read_rail_table(systems, write("l.csv", links_head + rows)));
  };
  EXPECT_EQ(problem("AAA,S,member,live,2001,,1,0.01,1,x\n"), "none");
  EXPECT_THAT(problem("AAA,BBB,member,live,,,1,0,0,x\n"), HasSubstr("l.csv:2: neither 'AAA' nor 'BBB' is a system"));
  EXPECT_THAT(problem("AAA,S,member,alive,,,1,0,0,x\n"), HasSubstr("status is live"));
  EXPECT_THAT(problem("AAA,S,member,live,spring,,1,0,0,x\n"), HasSubstr("days, months or years"));
  EXPECT_THAT(problem("AAA,S,member,live,,,2,0,0,x\n"), HasSubstr("reach lies from 0 to 1"));
  const std::string twice = write("d.csv", systems_head + "S,S,,x,bank,live,,x\nS,S,,x,bank,live,,x\n");
  EXPECT_THAT(message(read_rail_table(twice, "none.csv")), HasSubstr("d.csv:3: S stands there already"));
}

TEST_F(ModelTables, SettlementDays) {
  const std::string banks = write("b.csv", "bank,opening\nA,1.50\nB,0\n");
  const auto good = read_settlement(banks, write("p.csv", "from,to,amount\nA,B,0.75\n"));
  ASSERT_TRUE(good) << good.error().message;
  EXPECT_EQ(good->opening[0], 150);
  EXPECT_EQ(good->payments[0].amount, 75);
  EXPECT_THAT(message(read_settlement(banks, write("q.csv", "from,to,amount\nA,C,1\n"))),
              HasSubstr("q.csv:2: no bank 'C'"));
  EXPECT_THAT(message(read_settlement(banks, write("r.csv", "from,to,amount,at\nA,B,1,0.5\n"))),
              HasSubstr("at is a tick"));
}

TEST(ShippedTables, AreSound) {
  const std::string world = ENTENTE_SOURCE "/world/";
  const auto grid = read_trade_grid(world + "trade.csv", {"distance", "contiguity"}, {});
  ASSERT_TRUE(grid) << grid.error().message;
  EXPECT_GE(grid->table.size(), 40u);
  for (const char* country : {"RUS", "IRN", "BLR", "SYR"}) {
    EXPECT_THAT(grid->table.countries, testing::Contains(country));
  }
  for (const std::string& source : grid->frame.text.at("source")) EXPECT_FALSE(source.empty());
  const auto rails = read_rail_table(world + "payment_systems.csv", world + "payment_links.csv");
  ASSERT_TRUE(rails) << rails.error().message;
  EXPECT_GE(rails->systems.size(), 30u);
  for (const PaymentSystem& system : rails->systems) EXPECT_FALSE(system.source.empty()) << system.id;
  for (const RailEdge& edge : rails->edges) EXPECT_FALSE(edge.source.empty()) << edge.a << " " << edge.b;
}

}  // namespace
}  // namespace entente
