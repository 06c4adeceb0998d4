// balancing, ladder and redlines: what they print, in text and JSON, and the ways in which they are asked.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>

#include "faces/program.h"

namespace entente::faces {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// A ledger with a story in two articles: a warning, and what followed.
class Web : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new Folder();
    folder_->write(
        "news/1.jsonl",
        R"({"title": "Between Iran and Israel", "date": "2020-03-01", "text": "Russia warned the United States not to attack Iran. Russia sells arms to Iran. Russia is a trade partner of Israel. Israel attacked Iran on 2 March 2020. Russia refused to give Iran fighter jets on 3 March 2020. Russia offered to mediate between Iran and Israel."})"
        "\n"
        R"({"title": "America strikes", "date": "2020-05-10", "text": "The United States attacked Iran on 10 May 2020. Russia imposed sanctions on the United States on 20 May 2020."})"
        "\n");
    ASSERT_EQ(run({"read", folder_->file("news"), "--db", db()}).code, 0);
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }
  static std::string db() { return folder_->file("l.db"); }
  static json ask(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--json", "--db", db()});
    const Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    return json::parse(outcome.out, nullptr, false);
  }

 private:
  static Folder* folder_;
};

Folder* Web::folder_ = nullptr;

TEST_F(Web, BalancingNamesBothSidesWithEvidence) {
  const json answer = ask({"balancing", "Russia"});
  ASSERT_FALSE(answer["balancing"].empty()) << answer.dump();
  const json& first = answer["balancing"][0];
  EXPECT_EQ(first["actor"], "RUS");
  EXPECT_EQ(first["between"], json({"IRN", "ISR"}));
  EXPECT_THAT(first["ties_to"][0]["sentence"].get<std::string>(), HasSubstr("Israel"));
  ASSERT_FALSE(answer["mediations"].empty());
  EXPECT_EQ(answer["mediations"][0]["mediator"], "RUS");
}

TEST_F(Web, TheLadderTellsWhatWasRefusedAndSinceWhen) {
  const json answer = ask({"ladder", "RUS", "iran"});
  EXPECT_EQ(answer["reached"], "arms");
  EXPECT_EQ(answer["ceiling"]["rung"], "advanced arms");
  EXPECT_EQ(answer["ceiling"]["since"], "2020-03-03");
  EXPECT_THAT(answer["ceiling"]["evidence"][0]["sentence"].get<std::string>(), HasSubstr("fighter jets"));
  const Outcome text = run({"ladder", "RUS", "IRN", "--db", db()});
  EXPECT_THAT(text.out, HasSubstr("the ceiling is below advanced arms"));
}

TEST_F(Web, ARedLineIsCrossedAndAnswered) {
  const json answer = ask({"redlines", "RUS"});
  ASSERT_EQ(answer["red_lines"].size(), 1U) << answer.dump();
  const json& line = answer["red_lines"][0];
  EXPECT_EQ(line["issuer"], "RUS");
  EXPECT_EQ(line["addressees"], json({"USA"}));
  EXPECT_EQ(line["forbids"], "ASSAULT");
  EXPECT_EQ(line["fate"], "crossed");
  EXPECT_EQ(line["crossing"]["date"], "2020-05-10");
  EXPECT_EQ(line["crossing"]["deed"]["type"], "SANCTION");
  EXPECT_EQ(line["crossing"]["deed"]["days"], 10);
  EXPECT_EQ(answer["records"][0]["follow_through"], 1.0);
}

TEST_F(Web, OddsWithoutEventsSayThatThereAreNone) {
  const json answer = ask({"redlines", "RUS", "--odds", "--until", "2020-04"});
  ASSERT_EQ(answer["red_lines"][0]["odds"].size(), 1U) << answer.dump();
  EXPECT_THAT(answer["red_lines"][0]["odds"][0]["why_none"].get<std::string>(), HasSubstr("holds no event data"));
  EXPECT_TRUE(answer["red_lines"][0]["odds"][0]["challenge"].is_null());
  EXPECT_THAT(answer["odds"]["why_none"].get<std::string>(), HasSubstr("entente import"));
  EXPECT_FALSE(ask({"redlines", "RUS"}).contains("odds"));
  const Outcome text = run({"redlines", "RUS", "--odds", "--coefficients", "--db", db()});
  EXPECT_EQ(text.code, 0);
  EXPECT_THAT(text.out, HasSubstr("odds of a challenge: none"));
  EXPECT_EQ(run({"redlines", "--coefficients", "--db", db()}).code, 2);
  EXPECT_EQ(run({"redlines", "--odds", "--within", "0", "--db", db()}).code, 2);
  EXPECT_EQ(run({"redlines", "--backtest", "soon", "--db", db()}).code, 2);
}

TEST_F(Web, WhatWasNotYetToldIsNotYetCrossed) {
  const json answer = ask({"redlines", "RUS", "--until", "2020-04"});
  ASSERT_EQ(answer["red_lines"].size(), 1U);
  EXPECT_NE(answer["red_lines"][0]["fate"], "crossed");
}

TEST_F(Web, AMarkBeforeEverythingShowsNothing) {
  EXPECT_EQ(run({"balancing", "--as-of", "0", "--db", db()}).code, 0);
  EXPECT_THAT(ask({"redlines", "--as-of", "0"})["red_lines"], IsEmpty());
}

TEST_F(Web, MistakesAreToldInOneLine) {
  const Outcome nobody = run({"ladder", "RUS", "Atlantis", "--db", db()});
  EXPECT_EQ(nobody.code, 1);
  EXPECT_THAT(nobody.err, HasSubstr("Atlantis"));
  EXPECT_EQ(count_lines(nobody.err), 1U);
  EXPECT_EQ(run({"balancing", "--since", "soon", "--db", db()}).code, 2);
  EXPECT_EQ(run({"ladder", "RUS", "--db", db()}).code, 2);
  EXPECT_EQ(run({"redlines", "--db", db() + ".none"}).code, 1);
}

TEST_F(Web, TheManualHasEveryKey) {
  const std::string manual = slurp(std::string(ENTENTE_SOURCE) + "/docs/manual.md");
  const std::function<void(const json&)> check = [&](const json& value) {
    if (value.is_array()) std::for_each(value.begin(), value.end(), check);
    if (!value.is_object()) return;
    for (const auto& [key, inner] : value.items()) {
      EXPECT_THAT(manual, HasSubstr("`" + key + "`"));
      check(inner);
    }
  };
  check(ask({"balancing"}));
  check(ask({"ladder", "RUS", "IRN"}));
  check(ask({"redlines"}));
  check(ask({"redlines", "--odds"}));
  check(ask({"redlines", "--backtest", "2020-02"}));
}

}  // namespace
}  // namespace entente::faces
