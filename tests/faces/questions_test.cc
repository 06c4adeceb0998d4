// entente ask, resolve and forecast backtest, as a user types them: words of likelihood beside numbers, horizons, and a
// manual that has every key of what they print.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "faces/program.h"

namespace entente::faces {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

/// A year of quads: couples talk at their own pace, Russia arms Iran now and then. And an article that expects it not
/// to.
class Desk {
 public:
  Desk() {
    const std::vector<std::string> states = {"Russia", "Iran", "China", "Japan", "Israel", "France"};
    std::string entities, facts;
    for (size_t i = 0; i < states.size(); ++i) entities += states[i] + "\t" + std::to_string(i) + "\n";
    for (int t = 0; t < 365; ++t) {
      const auto add = [&](int s, int r, int o) {
        facts +=
            std::to_string(s) + "\t" + std::to_string(r) + "\t" + std::to_string(o) + "\t" + std::to_string(t) + "\n";
      };
      for (int s = 0; s < 6; ++s) {
        for (int o = 0; o < 6; ++o) {
          if (s != o && (t * (s + 2) + 5 * o) % (7 + 3 * s + o) == 0) add(s, 0, o);
        }
      }
      if (t % 60 == 30) add(0, 1, 1);
    }
    folder_.write("quads/entity2id.txt", entities);
    folder_.write("quads/relation2id.txt", "Consult\t0\nProvide_military_aid\t1\n");
    folder_.write("quads/train.txt", facts);
    folder_.write("article.txt",
                  "On Russia and Iran\n\n2014-08-20\n\nRussia is unlikely to provide military aid to Iran.\n");
  }

  [[nodiscard]] Outcome type(std::vector<std::string> words) const {
    words.insert(words.end(), {"--db", folder_.file("ledger.db")});
    return run(words);
  }
  [[nodiscard]] Outcome type_on_quads(std::vector<std::string> words) const {
    words.insert(words.end(), {"--data", folder_.file("quads"), "--origin", "2014-01-01"});
    return type(words);
  }
  [[nodiscard]] std::string file(const std::string& name) const { return folder_.file(name); }

 private:
  Folder folder_;
};

void gather_keys(const json& value, std::set<std::string>& keys) {
  if (value.is_object()) {
    for (const auto& [key, below] : value.items()) {
      keys.insert(key);
      gather_keys(below, keys);
    }
  } else if (value.is_array()) {
    for (const json& below : value) gather_keys(below, keys);
  }
}

/// The manual from one heading to the next of the same depth.
std::string manual_part(const std::string& heading) {
  const std::string manual = slurp(ENTENTE_SOURCE "/docs/manual.md");
  const size_t begin = manual.find(heading);
  if (begin == std::string::npos) return {};
  return manual.substr(begin, manual.find("\n" + heading.substr(0, heading.find(' ') + 1), begin + 1) - begin);
}

void expect_every_key_told(const json& answer, const std::string& part) {
  ASSERT_FALSE(part.empty());
  std::set<std::string> keys;
  gather_keys(answer, keys);
  for (const std::string& key : keys) EXPECT_THAT(part, HasSubstr("`" + key + "`"));
}

TEST(Questions, WordsStandBesideTheNumberAndLaterItIsToldWhoWasCloser) {
  const Desk desk;
  ASSERT_EQ(desk.type({"read", desk.file("article.txt")}).code, 0);
  const std::vector<std::string> asking = {"ask", "Will Russia provide military aid to Iran within 40 days?", "--at",
                                           "2014-08-21", "--save"};
  const Outcome asked = desk.type_on_quads(asking);
  ASSERT_EQ(asked.code, 0) << asked.err;
  EXPECT_THAT(asked.out, HasSubstr("words of likelihood in texts"));
  EXPECT_THAT(asked.out, HasSubstr("a text says 'unlikely' (Kent 1964 20 to 40 %; ICD 203, 2015 20 to 45 %"));
  EXPECT_THAT(asked.out, HasSubstr("Russia is unlikely to provide"));
  std::vector<std::string> as_json = asking;
  as_json.emplace_back("--json");
  const Outcome told = desk.type_on_quads(as_json);
  ASSERT_EQ(told.code, 0) << told.err;
  const json answer = json::parse(told.out);
  ASSERT_EQ(answer["words"].size(), 1U);
  EXPECT_EQ(answer["words"][0]["said"], "unlikely");
  EXPECT_TRUE(answer["words"][0]["scales"][0]["closer"].is_null());
  expect_every_key_told(answer, manual_part("### An answer (`ask`)") + manual_part("### Evidence"));

  const Outcome settled = desk.type_on_quads({"resolve", "--at", "2014-12-15"});
  ASSERT_EQ(settled.code, 0) << settled.err;
  EXPECT_THAT(settled.out, HasSubstr("yes, 2014-09-28"));
  EXPECT_THAT(settled.out, HasSubstr("who was closer"));
  EXPECT_THAT(settled.out, HasSubstr("too few to tell"));
  EXPECT_THAT(settled.out, HasSubstr("31 to 90 days"));
  const Outcome scored = desk.type_on_quads({"resolve", "--at", "2014-12-15", "--days", "60,365", "--json"});
  ASSERT_EQ(scored.code, 0) << scored.err;
  const json end = json::parse(scored.out);
  EXPECT_EQ(end["scores"].back()["of"], "up to 60 days");
  const double p = answer["probability"];
  const json& kent = end["questions"][0]["words"][0]["scales"][0];
  EXPECT_EQ(kent["closer"], p < 0.2 ? "word" : p > 0.4 ? "number" : "neither");
  EXPECT_NEAR(kent["middle_brier"], 0.49, 1e-9);
  EXPECT_NEAR(kent["edge_brier"], 0.36, 1e-9);
  EXPECT_EQ(end["word_scores"][0]["questions"], 1);
  EXPECT_EQ(end["word_scores"][0]["tells"], false);
  expect_every_key_told(end, manual_part("### Stored questions (`resolve`)") + manual_part("### An answer (`ask`)") +
                                 manual_part("### Evidence"));
  EXPECT_EQ(desk.type_on_quads({"resolve", "--days", "7,soon"}).code, 2);
}

TEST(Backtest, TellsScoresByHorizon) {
  const Desk desk;
  const std::vector<std::string> words = {"forecast", "backtest",   "--data",    desk.file("quads"),
                                          "--origin", "2014-01-01", "--origins", "2014-07..2014-08",
                                          "--act",    "consult"};
  const auto with = [&](std::vector<std::string> more) {
    std::vector<std::string> all = words;
    all.insert(all.end(), more.begin(), more.end());
    return run(all);
  };
  const Outcome table = with({"--days", "30,7", "--svg", desk.file("drawn")});
  ASSERT_EQ(table.code, 0) << table.err;
  EXPECT_THAT(table.out, HasSubstr("consult, 7 days ahead"));
  EXPECT_THAT(table.out, HasSubstr("consult, 30 days ahead"));
  EXPECT_THAT(table.out, HasSubstr("by act and horizon"));
  EXPECT_THAT(slurp(desk.file("drawn/reliability-consult-7.svg")), HasSubstr("within 7 days"));
  const Outcome one = with({"--horizon", "30"});
  EXPECT_THAT(one.out, Not(HasSubstr("by act and horizon")));
  const Outcome told = with({"--days", "7,30", "--json"});
  ASSERT_EQ(told.code, 0) << told.err;
  const json scores = json::parse(told.out);
  EXPECT_EQ(scores["horizons"], json({7, 30}));
  ASSERT_EQ(scores["acts"].size(), 2U);
  EXPECT_EQ(scores["acts"][0]["horizon_days"], 7);
  EXPECT_LT(scores["acts"][0]["methods"][3]["happened"], scores["acts"][1]["methods"][3]["happened"]);
  expect_every_key_told(scores, manual_part("## entente forecast backtest"));
  const Outcome uncovered = with({"--days", "30,300"});
  EXPECT_EQ(uncovered.code, 2);
  EXPECT_THAT(uncovered.err, HasSubstr("not covered"));
  EXPECT_EQ(with({"--days", "0"}).code, 2);
}

}  // namespace
}  // namespace entente::faces
