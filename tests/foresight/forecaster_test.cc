// The forecaster sees nothing of the step it is asked about, and gives the same bytes whatever is not its business.
#include "foresight/events/forecaster.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <numeric>
#include <tuple>

#include "foresight/small_graph.h"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

EventForecaster trained(const FactSet& facts, uint64_t seed = 1, int threads = 1) {
  Result<EventForecaster> forecaster = EventForecaster::train(facts, {.seed = seed, .threads = threads, .hooks = {}});
  EXPECT_TRUE(forecaster) << forecaster.error().message;
  return std::move(*forecaster);
}

std::vector<RankedQuery> ranked(const EventForecaster& forecaster, const FactSet& facts, Split split = Split::test,
                                int threads = 1) {
  Result<std::vector<RankedQuery>> ranks = forecaster.rank(facts, split, {.threads = threads, .hooks = {}});
  EXPECT_TRUE(ranks) << ranks.error().message;
  return std::move(*ranks);
}

/// Scores by query; facts may be there twice.
std::map<std::tuple<Fact, bool>, float> scores_of(const std::vector<RankedQuery>& ranks) {
  std::map<std::tuple<Fact, bool>, float> scores;
  for (const RankedQuery& query : ranks) scores[{query.fact, query.object}] = query.score;
  return scores;
}

/// The facts of each step in another order.
std::vector<Fact> shuffled_steps(std::vector<Fact> facts) {
  std::stable_sort(facts.begin(), facts.end(), [](const Fact& a, const Fact& b) {
    const auto mixed = [](const Fact& fact) {
      return counted_random(3, static_cast<uint64_t>(fact.subject * 1000 + fact.object * 10 + fact.relation));
    };
    return a.step != b.step ? a.step < b.step : mixed(a) < mixed(b);
  });
  return facts;
}

FactSet renamed(FactSet facts) {
  std::vector<int32_t> order(facts.entities.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [](int32_t a, int32_t b) {
    return counted_random(11, static_cast<uint64_t>(a)) < counted_random(11, static_cast<uint64_t>(b));
  });
  for (std::vector<Fact>* part : {&facts.train, &facts.valid, &facts.test}) {
    for (Fact& fact : *part) {
      fact.subject = order[static_cast<size_t>(fact.subject)];
      fact.object = order[static_cast<size_t>(fact.object)];
    }
  }
  const std::vector<std::string> names = facts.entities;
  for (size_t i = 0; i < names.size(); ++i) facts.entities[static_cast<size_t>(order[i])] = names[i];
  return facts;
}

FactSet without_names(FactSet facts) {
  for (size_t i = 0; i < facts.entities.size(); ++i) facts.entities[i] = std::to_string(i);
  return facts;
}

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

TEST(Forecaster, OtherFactsOfAStepChangeNoScore) {
  const FactSet facts = small_graph();
  const EventForecaster forecaster = trained(facts);
  for (const Split split : {Split::valid, Split::test}) {
    const auto all = scores_of(ranked(forecaster, facts, split));
    const std::vector<Fact>& asked = split == Split::valid ? facts.valid : facts.test;
    for (size_t i = 0; i < asked.size(); i += 5) {
      FactSet alone = facts;  // of this fact's step, nothing but itself
      std::vector<Fact>& part = split == Split::valid ? alone.valid : alone.test;
      std::erase_if(part, [&](const Fact& fact) { return fact.step == asked[i].step && fact != asked[i]; });
      for (const auto& [query, score] : scores_of(ranked(forecaster, alone, split))) {
        if (std::get<0>(query).step == asked[i].step) {
          EXPECT_EQ(score, all.at(query));
        }
      }
    }
  }
}

TEST(Forecaster, LaterFactsChangeNoScoreButEarlierOnesDo) {
  const FactSet facts = small_graph();
  const EventForecaster forecaster = trained(facts);
  const auto all = scores_of(ranked(forecaster, facts));
  const int32_t first = facts.test.front().step;
  FactSet cut = facts;
  std::erase_if(cut.test, [&](const Fact& fact) { return fact.step > first; });
  for (const auto& [query, score] : scores_of(ranked(forecaster, cut))) EXPECT_EQ(score, all.at(query));
  FactSet shortened = facts;
  std::erase_if(shortened.test, [&](const Fact& fact) { return fact.step == first; });
  size_t changed = 0;
  for (const auto& [query, score] : scores_of(ranked(forecaster, shortened))) changed += score != all.at(query) ? 1 : 0;
  EXPECT_GT(changed, shortened.test.size());  // the first test step is history of the others
}

TEST(Forecaster, TheOrderWithinAStepChangesNothing) {
  const FactSet facts = small_graph();
  FactSet shuffled = facts;
  for (std::vector<Fact>* part : {&shuffled.train, &shuffled.valid, &shuffled.test}) *part = shuffled_steps(*part);
  ASSERT_NE(shuffled.train, facts.train);
  const EventForecaster plain = trained(facts), other = trained(shuffled);
  EXPECT_EQ(plain.bytes(), other.bytes());
  EXPECT_EQ(scores_of(ranked(plain, facts)), scores_of(ranked(other, shuffled)));
}

TEST(Forecaster, NeedsNoNames) {
  const FactSet nameless = without_names(small_graph());
  const FactSet moved = renamed(small_graph());  // other ids, names given
  const FactSet both = without_names(moved);     // other ids, no names
  const double mrr = event_scores(ranked(trained(nameless), nameless)).mrr;
  EXPECT_NEAR(event_scores(ranked(trained(both), both)).mrr, mrr, 0.03);
  EXPECT_GT(event_scores(ranked(trained(moved), moved)).mrr, mrr - 0.05);
}

/// The first sixteen days of a published set, where it is there.
FactSet real_graph() {
  FactSet set;
  const std::string folder = ENTENTE_SHARED_DATA "/forecast/icews14s/";
  const auto read_names = [&](const std::string& file, std::vector<std::string>& names) {
    std::ifstream in(folder + file);
    for (std::string line; std::getline(in, line);) names.push_back(line.substr(0, line.find('\t')));
  };
  read_names("entity2id.txt", set.entities);
  read_names("relation2id.txt", set.relations);
  std::ifstream in(folder + "train.txt");
  for (Fact fact; in >> fact.subject >> fact.relation >> fact.object >> fact.step && fact.step < 16;) {
    (fact.step < 12 ? set.train : fact.step < 14 ? set.valid : set.test).push_back(fact);
  }
  return set;
}

TEST(Forecaster, OfRealEventsNeitherLeaksNorNeedsNames) {
  const FactSet facts = real_graph();
  if (facts.train.empty()) GTEST_SKIP() << "the shared data are not here";
  const EventForecaster forecaster = trained(facts);
  const auto all = ranked(forecaster, facts);
  const auto scores = scores_of(all);
  for (const size_t i : {size_t{3}, facts.test.size() - 7}) {
    FactSet alone = facts;
    std::erase_if(alone.test,
                  [&](const Fact& fact) { return fact.step == facts.test[i].step && fact != facts.test[i]; });
    const auto left = scores_of(ranked(forecaster, alone));
    for (const bool object : {true, false}) {
      EXPECT_EQ(left.at({facts.test[i], object}), scores.at({facts.test[i], object}));
    }
  }
  const FactSet nameless = without_names(facts), moved = without_names(renamed(facts));
  const double plain = event_scores(ranked(trained(nameless), nameless)).mrr;
  EXPECT_NEAR(event_scores(ranked(trained(moved), moved)).mrr, plain, 0.015);
  EXPECT_GT(event_scores(all).mrr, plain - 0.015);
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
