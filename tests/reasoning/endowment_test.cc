// The endowment economy against published results, and its properties where nothing is published.
#include "reasoning/trade/endowment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "base/random.h"
#include "reasoning/reasoning.h"
#include "reasoning/shared_tables.h"

namespace entente {
namespace {

using testing::HasSubstr;

/// A square table of a file: countries sorted, and columns laid out by exporter and importer.
struct Square {
  std::vector<std::string> countries;
  std::map<std::string, std::vector<double>> of;  // n x n each

  [[nodiscard]] size_t size() const { return countries.size(); }
  [[nodiscard]] size_t index(const std::string& country) const {
    return static_cast<size_t>(std::find(countries.begin(), countries.end(), country) - countries.begin());
  }
};

Square square_of(const DataFrame& data, const std::map<std::string, std::vector<double>>& more = {}) {
  Square out;
  out.countries = data.text.at("exporter");
  std::sort(out.countries.begin(), out.countries.end());
  out.countries.erase(std::unique(out.countries.begin(), out.countries.end()), out.countries.end());
  auto columns = data.numbers;
  columns.insert(more.begin(), more.end());
  for (const auto& [name, values] : columns) {
    out.of[name].resize(out.size() * out.size());
    for (size_t row = 0; row < data.rows; ++row) {
      const size_t i = out.index(data.text.at("exporter")[row]), j = out.index(data.text.at("importer")[row]);
      out.of[name][i * out.size() + j] = values[row];
    }
  }
  return out;
}

/// Output and spending are the sums of trade.
EndowmentBase base_of(const std::vector<double>& trade, std::vector<double> access, size_t n) {
  EndowmentBase base{std::vector<double>(n, 0.0), std::vector<double>(n, 0.0), std::move(access)};
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j < n; ++j) base.output[i] += trade[i * n + j], base.spending[j] += trade[i * n + j];
  }
  return base;
}

// The published sheet of application 1 of the Advanced Guide (see ppml_test.cc), for all 69 countries.
TEST(Endowment, BookModeGivesTheBooksNumbers) {
  if (!shared_data_there()) GTEST_SKIP() << "no shared data beside the checkout";
  const DataFrame data = shared_table("agtpa/twb_2006.csv", {"trade", "DIST", "CNTG"}, {"exporter", "importer"});
  const auto formula = parse_formula("trade ~ log(DIST) + CNTG + exporter!=importer | exporter + importer");
  const auto fit = ppml(*problem_of(*formula, data, "twb"));
  ASSERT_TRUE(fit) << fit.error().message;
  const Square table = square_of(data);
  const size_t n = table.size();
  ASSERT_EQ(n, 69u);
  EndowmentBase base = base_of(table.of.at("trade"), std::vector<double>(n * n), n);
  EndowmentChange change{std::vector<double>(n * n)};
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j < n; ++j) {
      const size_t at = i * n + j;
      change.access[at] = std::exp(fit->coefficients[0].value * std::log(table.of.at("DIST")[at]) +
                                   fit->coefficients[1].value * table.of.at("CNTG")[at]);
      base.access[at] = change.access[at] * (i == j ? 1 : std::exp(fit->coefficients[2].value));
    }
  }
  EndowmentOptions options{7, Closure::book, table.index("DEU")};
  const auto outcome = endowment_equilibrium(base, change, options);
  ASSERT_TRUE(outcome) << outcome.error().message;

  const DataFrame published = shared_table(
      "agtpa/TWB_FULL.csv",
      {"change_Xi_CDL", "change_Xi_FULL", "change_price_FULL", "change_IMR_FULL", "change_rGDP_FULL"}, {"country"});
  ASSERT_EQ(published.rows, 69u);
  for (size_t row = 0; row < published.rows; ++row) {
    const std::string& country = published.text.at("country")[row];
    const size_t i = table.index(country);
    ASSERT_LT(i, n) << country;
    EXPECT_NEAR(100 * outcome->conditional_exports[i], published.numbers.at("change_Xi_CDL")[row], 1e-3) << country;
    EXPECT_NEAR(100 * outcome->exports[i], published.numbers.at("change_Xi_FULL")[row], 1e-3) << country;
    EXPECT_NEAR(100 * outcome->price[i], published.numbers.at("change_price_FULL")[row], 1e-3) << country;
    EXPECT_NEAR(100 * outcome->inward[i], published.numbers.at("change_IMR_FULL")[row], 1e-3) << country;
    EXPECT_NEAR(100 * outcome->real_output[i], published.numbers.at("change_rGDP_FULL")[row], 1e-3) << country;
  }
  EXPECT_NEAR(100 * outcome->exports[table.index("USA")], 438.31, .005);
  EXPECT_NEAR(100 * outcome->real_output[table.index("IRN")], 49.726, .0005);
  EXPECT_EQ(outcome->iterations, 5);

  options.closure = Closure::proper;
  const auto proper = endowment_equilibrium(base, change, options);
  ASSERT_TRUE(proper) << proper.error().message;
  EXPECT_LE(proper->residual, 1e-10);
  EXPECT_GT(outcome->residual, 1e-4) << "the book's loop stops before markets clear";
}

// gegravity 0.3 on its own example: Canada and Japan agree on a preference; sigma 5; the coefficients of its example.
TEST(Endowment, HeldSharesGiveGegravitysNumbers) {
  if (!shared_data_there()) GTEST_SKIP() << "no shared data beside the checkout";
  const DataFrame data = shared_table(
      "gegravity/sample_data_set.dlm",
      {"trade", "Y", "E", "pta", "contiguity", "common_language", "lndist", "international"}, {"exporter", "importer"});
  const Square table = square_of(data);
  const size_t n = table.size();
  ASSERT_EQ(n, 30u);
  const auto formula =
      parse_formula("trade ~ lndist + contiguity + common_language + pta + international | exporter + importer");
  const auto fit = ppml(*problem_of(*formula, data, "sample"));
  ASSERT_TRUE(fit) << fit.error().message;
  EndowmentBase base{std::vector<double>(n), std::vector<double>(n), std::vector<double>(n * n)};
  for (size_t at = 0; at < n * n; ++at) {
    double cost = 0;
    for (const PpmlCoefficient& c : fit->coefficients) cost += c.value * table.of.at(c.name)[at];
    base.access[at] = std::exp(cost);
    base.output[at / n] = table.of.at("Y")[at];
    base.spending[at % n] = table.of.at("E")[at];
  }
  const size_t can = table.index("CAN"), jpn = table.index("JPN");
  EndowmentChange change{base.access};
  const double pta = std::exp(fit->coefficients[3].value);
  change.access[can * n + jpn] *= pta;
  change.access[jpn * n + can] *= pta;
  const auto outcome = endowment_equilibrium(base, change, {5, Closure::held, table.index("DEU")});
  ASSERT_TRUE(outcome) << outcome.error().message;

  const DataFrame expected =
      shared_table("gegravity/expected_country_results_CAN_JPN_pta.csv",
                   {"GDP change (percent)", "factory gate price change (percent)", "imr change (percent)",
                    "foreign exports change (percent)", "foreign imports change (percent)"},
                   {"country"});
  ASSERT_EQ(expected.rows, 30u);
  for (size_t row = 0; row < expected.rows; ++row) {
    const std::string& country = expected.text.at("country")[row];
    const size_t i = table.index(country);
    EXPECT_NEAR(100 * outcome->real_output[i], expected.numbers.at("GDP change (percent)")[row], 2e-6) << country;
    EXPECT_NEAR(100 * outcome->price[i], expected.numbers.at("factory gate price change (percent)")[row], 2e-6);
    EXPECT_NEAR(100 * outcome->inward[i], expected.numbers.at("imr change (percent)")[row], 2e-6);
    EXPECT_NEAR(100 * outcome->exports[i], expected.numbers.at("foreign exports change (percent)")[row], 2e-5);
    EXPECT_NEAR(100 * outcome->imports[i], expected.numbers.at("foreign imports change (percent)")[row], 2e-5);
  }
  EXPECT_NEAR(100 * outcome->real_output[can], .418261, 2e-6);
  EXPECT_NEAR(100 * outcome->real_output[jpn], .053755, 2e-6);
}

/// Made-up trade between n countries, mostly at home.
std::vector<double> made_up_trade(size_t n, uint64_t seed) {
  std::vector<double> trade(n * n);
  for (size_t at = 0; at < n * n; ++at) {
    const double draw = static_cast<double>(counted_random(seed, at) >> 11) * 0x1p-53;
    trade[at] = at / n == at % n ? 50 + 200 * draw : (draw < .1 ? 0 : 10 * draw);
  }
  return trade;
}

TEST(Endowment, MarketsClearAndOutputOfTheWorldIsHeld) {
  for (uint64_t seed = 1; seed <= 20; ++seed) {
    const size_t n = 2 + seed % 7;
    const std::vector<double> trade = made_up_trade(n, seed);
    const EndowmentBase base = base_of(trade, trade, n);
    EndowmentChange change{trade};
    for (size_t at = 0; at < n * n; ++at) {
      const double draw = static_cast<double>(counted_random(seed + 1000, at) >> 11) * 0x1p-53;
      if (at / n != at % n) change.access[at] *= .2 + 3 * draw;
    }
    const auto outcome = endowment_equilibrium(base, change, {4, Closure::proper, 0});
    ASSERT_TRUE(outcome) << outcome.error().message;
    double world = 0, after = 0;
    for (size_t i = 0; i < n; ++i) {
      const double output = base.output[i] * (1 + outcome->price[i]);
      double sold = 0, bought = 0;
      for (size_t j = 0; j < n; ++j) {
        sold += outcome->flow_after[i * n + j];
        bought += outcome->flow_after[j * n + i];
      }
      EXPECT_NEAR(sold / output, 1, 1e-9);
      EXPECT_NEAR(bought, output + base.spending[i] - base.output[i], 1e-7 * bought);  // the deficit is what it was
      world += base.output[i];
      after += output;
    }
    EXPECT_NEAR(after / world, 1, 1e-9);
  }
}

TEST(Endowment, NothingChangesWhereNothingChanges) {
  const std::vector<double> trade = made_up_trade(5, 3);
  const auto outcome = endowment_equilibrium(base_of(trade, trade, 5), {trade}, {5, Closure::proper, 0});
  ASSERT_TRUE(outcome);
  for (size_t i = 0; i < 5; ++i) {
    EXPECT_NEAR(outcome->price[i], 0, 1e-9);
    EXPECT_NEAR(outcome->real_spending[i], 0, 1e-9);
  }
}

// Arkolakis, Costinot and Rodriguez-Clare (2012): without deficits the gain of autarky's opposite is known exactly.
TEST(Endowment, LeavingAllTradeCostsWhatTheHomeShareSays) {
  const std::vector<double> trade = {90, 10, 10, 190};
  const EndowmentBase base = base_of(trade, trade, 2);
  EndowmentChange change{trade};
  change.access[1] = change.access[2] = 0;
  const auto outcome = endowment_equilibrium(base, change, {5, Closure::proper, 0});
  ASSERT_TRUE(outcome) << outcome.error().message;
  EXPECT_NEAR(outcome->real_spending[0], std::pow(.9, 1. / 4) - 1, 1e-9);
  EXPECT_NEAR(outcome->real_spending[1], std::pow(.95, 1. / 4) - 1, 1e-9);
  EXPECT_EQ(outcome->exports[0], -1);
}

TEST(Endowment, BadInputIsAClearError) {
  const std::vector<double> trade = {90, 10, 10, 190};
  const EndowmentBase base = base_of(trade, trade, 2);
  const auto message = [&](const EndowmentBase& b, const EndowmentChange& c, const EndowmentOptions& o) {
    const auto outcome = endowment_equilibrium(b, c, o);
    return outcome ? std::string("none") : outcome.error().message;
  };
  EXPECT_THAT(message(base, {trade}, {1, Closure::proper, 0}), HasSubstr("sigma must be above 1"));
  EXPECT_THAT(message(base, {{1, 2}}, {5}), HasSubstr("same countries"));
  EXPECT_THAT(message(base, {{90, -1, 10, 190}}, {5}), HasSubstr("0 or above"));
  EXPECT_THAT(message(base, {{0, 0, 10, 190}}, {5}), HasSubstr("sell to nobody"));
  EndowmentBase unequal = base;
  unequal.spending[0] = 500;
  EXPECT_THAT(message(unequal, {trade}, {5}), HasSubstr("spends more or less than it sells"));
}

}  // namespace
}  // namespace entente
