// The forecaster learns what recurs, tells reasons that are there, and gives the same bytes for the same seed. What it
// must not see is in leaks_test.cc.
#include "foresight/events/forecaster.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "foresight/forecaster_runs.h"
#include "foresight/small_graph.h"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

TEST(Forecaster, LearnsWhatRecursAndWhatReplies) {
  const FactSet facts = small_graph();
  const EventScores scores = event_scores(ranked(trained(facts), facts));
  const auto baseline = rank_by_recurrency(facts, Split::test, {.hooks = {}});
  ASSERT_TRUE(baseline);
  EXPECT_GT(scores.mrr, event_scores(*baseline).mrr + 0.04);
}

TEST(Forecaster, TheSameSeedGivesTheSameBytesOnAnyNumberOfThreads) {
  const FactSet facts = small_graph();
  const EventForecaster one = trained(facts, 5, 1), two = trained(facts, 5, 2);
  EXPECT_EQ(one.bytes(), two.bytes());
  EXPECT_NE(one.bytes(), trained(facts, 6, 1).bytes());
  const auto first = ranked(one, facts, Split::test, 1), second = ranked(two, facts, Split::test, 2);
  ASSERT_EQ(first.size(), second.size());
  for (size_t i = 0; i < first.size(); ++i) {
    EXPECT_EQ(first[i].score, second[i].score);
    EXPECT_EQ(first[i].rank, second[i].rank);
  }
}

TEST(Forecaster, TheModelIsAFileThatIsCheckedWhenItIsRead) {
  const FactSet facts = small_graph();
  const EventForecaster forecaster = trained(facts);
  const std::string path = (std::filesystem::temp_directory_path() / "entente-small.forecaster").string();
  const auto problem = [&](const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
    const auto loaded = EventForecaster::load(path);
    return loaded.ok() ? "none" : loaded.error().message;
  };
  std::string bytes = forecaster.bytes();
  EXPECT_EQ(problem(bytes), "none");
  EXPECT_EQ(EventForecaster::load(path)->bytes(), bytes);
  EXPECT_THAT(problem(bytes.substr(0, 20)), HasSubstr("too short"));
  EXPECT_THAT(problem(bytes.substr(0, bytes.size() - 4)), HasSubstr("wrong size"));
  std::string other = bytes;
  other[8] = 99;
  EXPECT_THAT(problem(other), HasSubstr("version 99"));
  bytes.back() = static_cast<char>(bytes.back() ^ 1);
  EXPECT_THAT(problem(bytes), HasSubstr("wrong hash"));
  std::filesystem::remove(path);
  EXPECT_THAT(EventForecaster::load(path).error().message, HasSubstr("entente forecast train"));
}

TEST(Forecaster, FamiliesOfFeaturesCanBeLeftOut) {
  const FactSet facts = small_graph();
  const auto without = EventForecaster::train(facts, {.without = {"rules", "walks"}, .hooks = {}});
  ASSERT_TRUE(without);
  EXPECT_NE(without->bytes(), trained(facts).bytes());
  const auto wrong = EventForecaster::train(facts, {.without = {"luck"}, .hooks = {}});
  ASSERT_FALSE(wrong);
  EXPECT_THAT(wrong.error().message, HasSubstr("there are triple, pair, rules"));
}

TEST(Forecaster, TellsWhatWasKnownBefore) {
  FactSet facts = small_graph();
  const Fact& old = facts.train.front();
  const Fact recurrent{facts.test.back().step, old.subject, old.relation, old.object};
  const Fact pair{recurrent.step, old.object, 2, old.subject};
  facts.test = {recurrent, pair};
  const auto baseline = rank_by_recurrency(facts, Split::test, {.hooks = {}});
  ASSERT_TRUE(baseline);
  EXPECT_EQ((*baseline)[0].before, Acquaintance::recurrent);
  EXPECT_EQ((*baseline)[1].before, Acquaintance::recurrent);
  EXPECT_EQ((*baseline)[2].before, Acquaintance::pair);
  EXPECT_EQ(event_scores(*baseline, Acquaintance::pair).queries, 2U);
  EXPECT_EQ(event_scores(*baseline, Acquaintance::cold).queries, 0U);
}

TEST(Forecaster, AnotherSetIsRefused) {
  const EventForecaster forecaster = trained(small_graph());
  FactSet other = small_graph();
  other.relations.emplace_back("Praise");
  const auto ranks = forecaster.rank(other, Split::test, {.hooks = {}});
  ASSERT_FALSE(ranks);
  EXPECT_THAT(ranks.error().message, HasSubstr("3 relations, the data have 4"));
}

TEST(Forecaster, ReasonsOfAPredictionAreFoundInTheData) {
  const FactSet facts = small_graph();
  const EventForecaster forecaster = trained(facts);
  const Fact& asked = facts.test.front();
  const auto events = forecaster.predict(
      facts, {.subject = asked.subject, .relation = asked.relation, .step = asked.step, .top = 5}, {.hooks = {}});
  ASSERT_TRUE(events) << events.error().message;
  ASSERT_THAT(*events, SizeIs(5));
  double sum = 0;
  size_t told = 0;
  for (const ForeseenEvent& event : *events) {
    sum += event.probability;
    for (const EventReason& reason : event.reasons) {
      if (reason.kind != EventReason::Kind::same_fact && reason.kind != EventReason::Kind::rule) continue;
      const bool inverse = reason.relation >= 3;
      const int32_t s = inverse ? event.entity : asked.subject, o = inverse ? asked.subject : event.entity;
      int64_t times = 0;
      int32_t last = -1;
      for (const std::vector<Fact>* part : {&facts.train, &facts.valid}) {
        std::vector<Fact> once = *part;
        std::sort(once.begin(), once.end());
        once.erase(std::unique(once.begin(), once.end()), once.end());
        for (const Fact& fact : once) {
          if (fact.subject != s || fact.object != o || fact.relation != reason.relation % 3) continue;
          ++times;
          last = fact.step;
        }
      }
      EXPECT_EQ(reason.times, times);
      EXPECT_EQ(reason.last_step, last);
      ++told;
    }
  }
  EXPECT_GT(told, 0U);
  EXPECT_LE(sum, 1 + 1e-9);
  EXPECT_FALSE(forecaster.predict(facts, {.step = 0}, {.hooks = {}}));
}

}  // namespace
}  // namespace entente
