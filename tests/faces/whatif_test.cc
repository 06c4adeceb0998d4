// entente whatif as typed: the list, scenarios in every format, estimates, and what is said of mistakes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "faces/program.h"

namespace {

using entente::faces::Folder;
using entente::faces::run;
using entente::faces::slurp;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

const std::string scenarios = std::string(ENTENTE_SOURCE) + "/scenarios/";

/// Every key of the JSON stands in the manual.
void expect_keys_told(const nlohmann::json& value, const std::string& manual) {
  if (value.is_array() && !value.empty()) expect_keys_told(value.front(), manual);
  if (!value.is_object()) return;
  for (const auto& [key, inner] : value.items()) {
    const bool band = key.ends_with("_low") || key.ends_with("_high");
    const bool country = key.size() == 3 && key == "RUS";
    if (!band && !country) {
      EXPECT_THAT(manual, HasSubstr("`" + key + "`")) << key;
    }
    if (key != "countries" && key != "closing" && key != "revenue_forgone") expect_keys_told(inner, manual);
  }
}

TEST(WhatIf, AloneListsTheModelsWithAnExampleEach) {
  const auto outcome = run({"whatif"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("trade: "), HasSubstr("rails: "), HasSubstr("entente whatif trade ")));
  EXPECT_EQ(run({"whatif", "magic"}).code, 2);
}

TEST(WhatIf, TradeInEveryFormat) {
  const std::string file = scenarios + "tariff-cut.toml";
  const std::string manual = slurp(std::string(ENTENTE_SOURCE) + "/docs/manual.md");
  const auto json = run({"whatif", "trade", file, "--json"});
  ASSERT_EQ(json.code, 0) << json.err;
  const auto told = nlohmann::json::parse(json.out);
  EXPECT_TRUE(told.at("converged").get<bool>());
  for (const char* key : {"exports_pct", "price_pct", "real_income_pct", "welfare_pct"}) {
    EXPECT_TRUE(told.at("countries").at("IRN").contains(key)) << key;
  }
  EXPECT_FALSE(told.at("imputed").empty());
  expect_keys_told(told, manual);
  for (const auto& [key, value] : told.at("countries").at("RUS").items()) {
    if (!key.ends_with("_low") && !key.ends_with("_high")) {
      EXPECT_THAT(manual, HasSubstr("`" + key + "`")) << key;
    }
  }
  EXPECT_EQ(json.out, run({"whatif", "trade", file, "--json", "--threads", "3"}).out);
  EXPECT_THAT(run({"whatif", "trade", file}).out, AllOf(HasSubstr("RUS → IRN"), HasSubstr("How sure is it")));
  EXPECT_THAT(run({"whatif", "trade", file, "--format", "md"}).out, StartsWith("# Russia and Iran cut tariffs"));
  const Folder folder;
  const std::string page = folder.file("cut.html");
  EXPECT_EQ(run({"whatif", "trade", file, "-o", page}).code, 0);
  EXPECT_THAT(slurp(page), AllOf(StartsWith("<!DOCTYPE html>"), HasSubstr("<svg")));
}

TEST(WhatIf, RailsInEveryFormat) {
  const std::string manual = slurp(std::string(ENTENTE_SOURCE) + "/docs/manual.md");
  for (const char* name : {"rails-linked.toml", "rails-no-swift.toml", "settlement.toml"}) {
    const auto json = run({"whatif", "rails", scenarios + name, "--json"});
    ASSERT_EQ(json.code, 0) << json.err;
    expect_keys_told(nlohmann::json::parse(json.out), manual);
    EXPECT_EQ(run({"whatif", "rails", scenarios + name}).code, 0);
    EXPECT_THAT(run({"whatif", "rails", scenarios + name, "--format", "html"}).out, HasSubstr("</html>"));
  }
}

TEST(WhatIf, EstimatesGravity) {
  const std::string data = std::string(ENTENTE_SOURCE) + "/world/trade.csv";
  const auto outcome = run({"whatif", "trade", "--estimate", data, "--formula",
                            "trade ~ log(distance) + contiguity + exporter!=importer | exporter + importer", "--json"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const auto told = nlohmann::json::parse(outcome.out);
  EXPECT_LT(told.at("coefficients")[0].at("value").get<double>(), 0);  // distance keeps trade down
  EXPECT_GT(told.at("coefficients")[1].at("value").get<double>(), 0);
}

TEST(WhatIf, OfAPairWithoutAFile) {
  const auto trade = run({"whatif", "trade", "--between", "RUS", "IRN"});
  EXPECT_EQ(trade.code, 0) << trade.err;
  EXPECT_THAT(trade.out, AllOf(HasSubstr("A trade agreement between RUS and IRN"), HasSubstr("How sure is it")));
  const auto rails = run({"whatif", "rails", "--between", "RUS", "IRN"});
  EXPECT_EQ(rails.code, 0) << rails.err;
  EXPECT_THAT(rails.out, HasSubstr("What RUS and IRN can pay each other"));
  EXPECT_EQ(run({"whatif", "trade", "--between", "RUS"}).code, 2);
  EXPECT_EQ(run({"whatif", "trade", "--between", "RUS", "\"]"}).code, 1);
  EXPECT_EQ(run({"whatif", "rails", scenarios + "rails-linked.toml", "--between", "RUS", "IRN"}).code, 2);
}

/// Real income of a country in a scenario over a table of the shared data.
double real_income(const std::string& table, const std::string& settings, const char* country) {
  const Folder folder;
  const std::string file = folder.write(
      "s.toml", "data = \"" + std::string(ENTENTE_SHARED_DATA) + "/models/4-trade/" + table + "\"\n" + settings);
  const auto outcome = run({"whatif", "trade", file, "--json"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  return nlohmann::json::parse(outcome.out).at("countries").at(country).at("real_income_pct").get<double>();
}

TEST(WhatIf, PublishedEquilibriaAsTyped) {
  if (!std::filesystem::exists(ENTENTE_SHARED_DATA "/models/4-trade")) GTEST_SKIP() << "no shared data beside us";
  const std::string borders =
      "closure = \"book\"\nsigma = 7\nreference = \"DEU\"\n"
      "formula = \"trade ~ log(DIST) + CNTG + exporter!=importer | exporter + importer\"\n"
      "[[change]]\nkind = \"variable\"\ncolumn = \"exporter!=importer\"\nvalue = 0\n";
  EXPECT_NEAR(real_income("agtpa/twb_2006.csv", borders, "IRN"), 49.726, 1e-3);
  const std::string agreement =
      "closure = \"held\"\nsigma = 5\nreference = \"DEU\"\n"
      "formula = \"trade ~ lndist + contiguity + common_language + pta + international | exporter + importer\"\n"
      "[[change]]\nkind = \"variable\"\ncolumn = \"pta\"\nbetween = [\"CAN\", \"JPN\"]\nvalue = 1\n";
  EXPECT_NEAR(real_income("gegravity/sample_data_set.dlm", agreement, "CAN"), .418261, 1e-6);
}

TEST(WhatIf, BargainsAreProposedEditedAndRun) {
  const Folder folder;
  const std::string db = folder.file("l.db"), table = folder.file("actors.csv"), page = folder.file("bargain.html");
  const std::string article = std::string(ENTENTE_SOURCE) + "/examples/russia-iran.txt";
  ASSERT_EQ(run({"read", "-q", article, "--db", db}).code, 0);
  const auto proposed = run({"whatif", "bargain", "--propose", "Iran", "--json", "--db", db});
  ASSERT_EQ(proposed.code, 0) << proposed.err;
  const auto told = nlohmann::json::parse(proposed.out);
  EXPECT_EQ(told.at("supported"), "IRN");
  EXPECT_GE(told.at("actors").size(), 2u);
  expect_keys_told(told, slurp(std::string(ENTENTE_SOURCE) + "/docs/manual.md"));
  EXPECT_EQ(run({"whatif", "bargain", "--propose", "Iran", "-o", table, "--db", db}).code, 0);
  EXPECT_THAT(slurp(table), StartsWith("actor,capability,position,salience,basis"));
  EXPECT_EQ(run({"whatif", "bargain", table, "-o", page, "--title", "Support for <Iran>"}).code, 0);
  EXPECT_THAT(slurp(page),
              AllOf(StartsWith("<!DOCTYPE html>"), HasSubstr("Support for &lt;Iran&gt;"), HasSubstr("<svg"),
                    HasSubstr("nine runs in ten"), HasSubstr("National Material Capabilities")));
  EXPECT_THAT(run({"whatif", "bargain", table, "--format", "md"}).out,
              AllOf(StartsWith("# Where the parties end up"), HasSubstr("How sure is it")));
  EXPECT_EQ(run({"whatif", "bargain"}).code, 2);
}

TEST(WhatIf, MistakesAreClear) {
  const Folder folder;
  const std::string wrong = folder.write("w.toml", "title = \"x\"\n[[change]]\nkind = \"agrement\"\n");
  const auto outcome = run({"whatif", "trade", wrong});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("w.toml:3: kind 'agrement' is none of"));
  EXPECT_EQ(run({"whatif", "trade"}).code, 2);
  EXPECT_EQ(run({"whatif", "trade", "--estimate", "x.csv"}).code, 2);
  EXPECT_EQ(run({"whatif", "rails", folder.file("none.toml")}).code, 1);
  EXPECT_EQ(run({"whatif", "rails", wrong, "--format", "pdf"}).code, 2);
}

}  // namespace
