// The protocol of single-step forecasting, by hand.
#include "foresight/events/ranking.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "foresight/events/recurrency.h"

namespace entente {
namespace {

using testing::DoubleEq;
using testing::ElementsAre;
using testing::SizeIs;

TEST(FilteredRank, CountsTheBetterAndHalfOfTheEqual) {
  const std::vector<float> scores = {0.5F, 0.9F, 0.5F, 0.1F, 0.5F};
  EXPECT_THAT(filtered_rank(scores, 1, {}), DoubleEq(1));
  EXPECT_THAT(filtered_rank(scores, 0, {}), DoubleEq(3));  // one better, two equal
  EXPECT_THAT(filtered_rank(scores, 3, {}), DoubleEq(5));
}

TEST(FilteredRank, LeavesOutOtherAnswersButNotTheAnswerItself) {
  const std::vector<float> scores = {0.5F, 0.9F, 0.5F, 0.1F, 0.5F};
  const std::vector<int32_t> others = {1, 2, 3};
  EXPECT_THAT(filtered_rank(scores, 3, others), DoubleEq(3));
  EXPECT_THAT(filtered_rank(scores, 0, others), DoubleEq(1.5));
}

TEST(TimeSlices, HoldEachFactOnceInBothDirections) {
  const std::vector<Fact> facts = {{24, 0, 0, 1}, {0, 2, 1, 0}, {24, 0, 0, 1}};
  EXPECT_EQ(step_unit(facts), 24);
  const std::vector<TimeSlice> slices = time_slices(facts, 2, 24);
  ASSERT_THAT(slices, SizeIs(2));
  EXPECT_THAT(slices[0].facts, ElementsAre(Fact{0, 0, 3, 2}, Fact{0, 2, 1, 0}));
  EXPECT_THAT(slices[1].facts, ElementsAre(Fact{1, 0, 0, 1}, Fact{1, 1, 2, 0}));
}

/// Notes what it was shown before each query.
class Witness : public EventScorer {
 public:
  explicit Witness(size_t entities) : entities_(entities) {}
  void learn(const TimeSlice& slice) override { learnt.push_back(slice.step); }
  void score(int32_t step, std::span<const EventQuery> queries, const TakeScores& take) override {
    before[step] = learnt;
    for (size_t i = 0; i < queries.size(); ++i) {
      std::vector<float> scores(entities_);
      for (size_t j = 0; j < entities_; ++j) scores[j] = -static_cast<float>(j);
      take(i, scores);
    }
  }
  std::vector<int32_t> learnt;
  std::map<int32_t, std::vector<int32_t>> before;

 private:
  size_t entities_;
};

TEST(RankEvents, ShowsEveryEarlierStepAndNoLaterOne) {
  Witness witness(4);
  const std::vector<Fact> history = {{0, 0, 0, 1}, {1, 0, 0, 2}};
  const std::vector<Fact> asked = {{4, 3, 0, 2}, {2, 0, 0, 1}, {2, 0, 0, 3}};
  const auto ranked = rank_events(witness, history, asked, 1, 1, {});
  ASSERT_TRUE(ranked);
  EXPECT_THAT(witness.before[2], ElementsAre(0, 1));
  EXPECT_THAT(witness.before[4], ElementsAre(0, 1, 2));
  ASSERT_THAT(*ranked, SizeIs(6));
  EXPECT_EQ((*ranked)[0].fact, asked[0]);  // in the order asked
  EXPECT_TRUE((*ranked)[0].object);
  EXPECT_FALSE((*ranked)[1].object);
  EXPECT_THAT((*ranked)[0].rank, DoubleEq(3));
  EXPECT_THAT((*ranked)[1].rank, DoubleEq(4));
  EXPECT_THAT((*ranked)[4].rank, DoubleEq(3));  // of 0, 1, 2, 3 the other answer, 1, is left out
}

TEST(RankEvents, RecurrencyPutsTheLatestFirst) {
  RecurrencyScorer scorer(5, 1, 1);
  const std::vector<Fact> history = {{0, 0, 0, 1}, {0, 0, 0, 2}, {5, 0, 0, 2}, {5, 4, 0, 3}};
  const std::vector<Fact> asked = {{6, 0, 0, 1}, {6, 0, 0, 3}};
  const auto ranked = rank_events(scorer, history, asked, 1, 1, {});
  ASSERT_TRUE(ranked);
  EXPECT_THAT((*ranked)[0].rank, DoubleEq(2));  // behind 2
  EXPECT_THAT((*ranked)[2].rank, DoubleEq(2));  // behind 2, the asked-for 1 is left out; ahead of those never seen
}

TEST(EventScores, AreMeansOverQueries) {
  std::vector<RankedQuery> ranked(4);
  ranked[0].rank = 1;
  ranked[1].rank = 2;
  ranked[2].rank = 10;
  ranked[3].rank = 1.5;
  const EventScores scores = event_scores(ranked);
  EXPECT_THAT(scores.mrr, DoubleEq((1 + 0.5 + 0.1 + 1 / 1.5) / 4));
  EXPECT_THAT(scores.hits1, DoubleEq(0.25));
  EXPECT_THAT(scores.hits3, DoubleEq(0.75));
  EXPECT_THAT(scores.hits10, DoubleEq(1));
}

}  // namespace
}  // namespace entente
