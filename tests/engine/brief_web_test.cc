// What a brief tells of time and of the web: the chart's marks, changes, need, words against deeds, ties that ended.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "engine/brief_claims.h"
#include "engine/ended_ties.h"

namespace entente {
namespace {

using test::ToldStory;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const BriefSubject pair_of_both = BriefSubject::of_pair(ActorId("AAA"), ActorId("BBB"));

ToldStory& on(ToldStory& story, int year, int month, int day) {
  story.latest().when = Date::of_day(year, month, day);
  return story;
}

/// Help, a refusal, then an attack by a third, all dated.
ToldStory dated_story() {
  ToldStory story("Dated");
  on(story.sentence("AAA gave BBB drones.").claim("AAA", ClaimType::aid, "BBB"), 2020, 1, 5);
  story.latest().good = "drones";
  on(story.sentence("AAA refused BBB fighter jets.").claim("AAA", ClaimType::refused, "BBB"), 2020, 6, 5);
  story.latest().good = "fighter-jets";
  on(story.sentence("AAA accused BBB.").claim("AAA", ClaimType::accuse, "BBB", Domain::diplomatic), 2021, 3, 5);
  on(story.sentence("CCC attacked BBB.").claim("CCC", ClaimType::assault, "BBB"), 2021, 3, 9);
  on(story.sentence("AAA gave CCC fighter jets.").claim("AAA", ClaimType::aid, "CCC"), 2021, 4, 1);
  story.latest().good = "fighter-jets";
  story.sentence("BBB depends on AAA.").claim("BBB", ClaimType::dependence, "AAA");
  return story;
}

Brief brief_of(ToldStory& story, const BriefWishes& wishes) {
  story.article.id = ArticleId("story");
  const ActorNamer namer = [](const ActorId& id) {
    Actor actor;
    actor.id = id;
    actor.name = "Name-" + id.str();
    return actor;
  };
  return make_brief(pair_of_both, {story.article}, story.claims, namer, wishes);
}

bool any_has(const std::vector<BriefLine>& lines, const std::string& words) {
  return std::any_of(lines.begin(), lines.end(),
                     [&](const BriefLine& line) { return line.text.find(words) != std::string::npos; });
}

TEST(Timeline, HasPeriodsMarksAndWhatIsUndated) {
  ToldStory story = dated_story();
  const Brief b = brief_of(story, {});
  EXPECT_EQ(b.timeline.history.step, Precision::month);
  EXPECT_THAT(b.timeline.history.bins, SizeIs(15));
  ASSERT_FALSE(b.timeline.marks.empty());
  EXPECT_THAT(b.timeline.marks[0].line.text, HasSubstr("2020-01-05: Name-AAA → Name-BBB: AID, drones"));
  EXPECT_FALSE(b.timeline.marks[0].line.notes.empty());
  EXPECT_TRUE(any_has(b.timeline.lines, "1 claim without a day is not in the chart"));
}

TEST(Timeline, NewLeadersAreMarkedWithTheYearBeforeAndAfter) {
  ToldStory story = dated_story();
  BriefWishes wishes;
  wishes.leaders = [](const ActorId& state) {
    std::vector<LeaderChange> out;
    if (state == ActorId("AAA")) out.push_back({state, "head of state", "Somebody", Date::of_day(2020, 12, 1)});
    if (state == ActorId("AAA")) out.push_back({state, "head of state", "Too Early", Date::of_day(1990, 12, 1)});
    return out;
  };
  const Brief b = brief_of(story, wishes);
  const auto leader = std::find_if(b.timeline.marks.begin(), b.timeline.marks.end(),
                                   [](const TimelineMark& m) { return m.kind == TimelineMark::Kind::leader; });
  ASSERT_NE(leader, b.timeline.marks.end());
  EXPECT_THAT(leader->line.text, HasSubstr("Somebody becomes head of state of Name-AAA"));
  EXPECT_THAT(leader->line.text, HasSubstr("in the year before +"));
  EXPECT_THAT(leader->line.text, HasSubstr("in the year after −"));
}

TEST(Timeline, OnePeriodAloneHasNoMarks) {
  ToldStory story("Undated");
  story.sentence("AAA gave BBB drones.").claim("AAA", ClaimType::aid, "BBB");
  story.latest().when = Date::of_year(2005);
  BriefWishes wishes;
  wishes.leaders = [](const ActorId& state) {
    return std::vector<LeaderChange>{{state, "head of state", "Somebody", Date::of_day(2005, 6, 1)}};
  };
  EXPECT_THAT(brief_of(story, wishes).timeline.marks, IsEmpty());
}

TEST(Changes, CompareWithWhatWasToldUntilThen) {
  ToldStory story = dated_story();
  BriefWishes wishes;
  wishes.since = Date::of_day(2020, 3, 1);
  const Brief b = brief_of(story, wishes);
  EXPECT_TRUE(any_has(b.changes, "tell of days after 2020-03-01"));
  EXPECT_TRUE(any_has(b.changes, "Newly refused, withheld or ruled out by Name-AAA towards Name-BBB: advanced arms"));
  wishes.since = Date::of_day(2030, 1, 1);
  EXPECT_TRUE(any_has(brief_of(story, wishes).changes, "Nothing else has changed"));
  EXPECT_THAT(brief_of(story, {}).changes, IsEmpty());
}

TEST(BriefWeb, TellsNeedWordsAndPrecedents) {
  ToldStory story = dated_story();
  const Brief b = brief_of(story, {});
  ASSERT_FALSE(b.dependence.empty());
  EXPECT_THAT(b.dependence[0].line.text, HasSubstr("Name-BBB needs Name-AAA more"));
  EXPECT_THAT(b.dependence[0].line.text, HasSubstr("is said to depend on Name-AAA"));
  ASSERT_FALSE(b.words_and_deeds.empty());
  EXPECT_THAT(b.words_and_deeds[0].line.text, HasSubstr("it does what its words would not suggest"));
  ASSERT_FALSE(b.ladders.empty());
  EXPECT_TRUE(any_has(b.ladders[0].lines, "Given to others: advanced arms to Name-CCC"));
  EXPECT_TRUE(any_has(b.ladders[0].lines, "That it stops there is told of first on 2020-06-05"));
}

TEST(BriefWeb, APairStandsAmongItsNearest) {
  ToldStory story = dated_story();
  const Brief b = brief_of(story, {});
  EXPECT_THAT(b.standings, SizeIs(1));
  EXPECT_THAT(b.around, SizeIs(3));
  EXPECT_EQ(b.name(ActorId("CCC")), "Name-CCC");
  EXPECT_THAT(story.brief().around, IsEmpty());  // an article shows its own pairs
}

TEST(EndedTies, ALaterDenialEndsATieAndNothingElse) {
  ToldStory story("Pacts");
  const auto tie = [&](int year, Modality modality, ClaimType type = ClaimType::ally) {
    story.sentence("A sentence.").claim("AAA", type, "BBB", Domain::military, modality);
    story.latest().when = Date::of_year(year);
    return story.latest();
  };
  const Claim began = tie(1990, Modality::asserted), ended = tie(1995, Modality::denied);
  const Claim again = tie(2000, Modality::asserted), other = tie(1990, Modality::asserted, ClaimType::partner);
  const std::vector<Claim> left = without_ended_ties({began, ended, again, other});
  ASSERT_THAT(left, SizeIs(3));
  EXPECT_TRUE(std::none_of(left.begin(), left.end(), [&](const Claim& c) { return c.id() == began.id(); }));
}

}  // namespace
}  // namespace entente
