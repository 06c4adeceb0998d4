// The ladder over time: states, ceilings and how long they held, where they broke, precedents.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "relations/claims.h"
#include "relations/relations.h"

namespace entente {
namespace {

using test::about;
using test::claim;
using test::undated;
using test::with_good;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const Dyad pair{ActorId("A"), ActorId("B")};
Claim told_on(Claim claim, int year, int month = 0, int day = 0) {
  claim.when =
      day > 0 ? Date::of_day(year, month, day) : (month > 0 ? Date::of_month(year, month) : Date::of_year(year));
  return claim;
}

LadderStory story_of(const std::vector<Claim>& claims) {
  return ladder_story(pair, claims, undated);
}

TEST(LadderStory, NothingSaidIsAnEmptyLadder) {
  const LadderStory story = story_of({claim(0, "A", ClaimType::assault, "B")});
  EXPECT_THAT(story.ladder.rungs, SizeIs(rung_count));
  EXPECT_THAT(story.entries, IsEmpty());
  EXPECT_FALSE(story.ceiling);
}

TEST(LadderStory, EntriesComeHighestRungFirstThenByDayAndTellPromisesFromOffers) {
  const LadderStory story =
      story_of({told_on(claim(0, "A", ClaimType::aid, "B"), 2020), claim(1, "A", ClaimType::aid, "B"),
                told_on(claim(2, "A", ClaimType::aid, "B"), 2019), claim(3, "A", ClaimType::refused, "B"),
                claim(4, "A", ClaimType::aid, "B", Domain::economic, Modality::promised),
                claim(5, "A", ClaimType::aid, "B", Domain::economic, Modality::offered)});
  std::vector<RungState> states;
  for (const RungEntry& entry : story.entries) states.push_back(entry.state);
  ASSERT_THAT(story.entries, SizeIs(6));
  EXPECT_EQ(to_iso(story.entries[0].day), "2019");
  EXPECT_EQ(to_iso(story.entries[1].day), "2020");
  EXPECT_EQ(story.entries[0].rung, Rung::arms);
  EXPECT_THAT(states, testing::UnorderedElementsAre(RungState::reached, RungState::reached, RungState::reached,
                                                    RungState::refused, RungState::promised, RungState::offered));
  EXPECT_EQ(story.entries.back().rung, Rung::economic);
}

TEST(LadderStory, TheCeilingHoldsFromItsFirstDayToTheLastThatIsTold) {
  const Claim jets = with_good(claim(1, "A", ClaimType::refused, "B"), "fighter-jets");
  const LadderStory story =
      story_of({told_on(claim(0, "A", ClaimType::aid, "B"), 2020, 1, 1), told_on(jets, 2021, 3, 1),
                told_on(with_good(claim(2, "A", ClaimType::withheld, "B"), "fighter-jets"), 2022, 3, 1),
                told_on(claim(3, "A", ClaimType::aid, "B"), 2023, 3, 1)});
  ASSERT_TRUE(story.ceiling);
  EXPECT_EQ(story.ceiling->rung, Rung::advanced_arms);
  EXPECT_EQ(to_iso(story.ceiling->since), "2021-03-01");
  EXPECT_EQ(to_iso(story.ceiling->until), "2023-03-01");
  EXPECT_EQ(story.ceiling->days, 730);
  EXPECT_THAT(story.ceiling->grounds, SizeIs(2));
  ASSERT_THAT(story.domains, SizeIs(1));
  EXPECT_EQ(story.domains[0].ceiling->rung, Rung::advanced_arms);
  EXPECT_THAT(story.broken, IsEmpty());
}

TEST(LadderStory, UndatedCeilingsHaveNoDuration) {
  const LadderStory story = story_of({claim(1, "A", ClaimType::refused, "B")});
  ASSERT_TRUE(story.ceiling);
  EXPECT_FALSE(story.ceiling->since.known());
  EXPECT_FALSE(story.ceiling->days);
}

TEST(LadderStory, ADeedAfterADenialBreaksTheCeiling) {
  const LadderStory story =
      story_of({told_on(with_good(claim(0, "A", ClaimType::refused, "B"), "fighter-jets"), 2022, 5, 1),
                told_on(with_good(claim(1, "A", ClaimType::aid, "B"), "fighter-jets"), 2023, 5, 1)});
  EXPECT_FALSE(story.ceiling);
  ASSERT_THAT(story.broken, SizeIs(1));
  EXPECT_EQ(story.broken[0].rung, Rung::advanced_arms);
  EXPECT_EQ(story.broken[0].days, 365);
  // the other way round nothing broke: what was given was later denied
  EXPECT_THAT(story_of({told_on(claim(0, "A", ClaimType::aid, "B"), 2021),
                        told_on(claim(1, "A", ClaimType::refused, "B"), 2022)})
                  .broken,
              IsEmpty());
}

TEST(LadderStory, PrecedentsAreRungsGivenToOthersThatThisOneWasDenied) {
  const LadderStory story = story_of({claim(0, "A", ClaimType::refused, "B"), claim(1, "A", ClaimType::aid, "C"),
                                      claim(2, "A", ClaimType::aid, "D"), claim(3, "E", ClaimType::assault, "D"),
                                      claim(4, "A", ClaimType::support, "F"),                  // lower
                                      claim(5, "A", ClaimType::aid, "G", Domain::economic)});  // another domain
  ASSERT_THAT(story.precedents, SizeIs(2));
  EXPECT_EQ(story.precedents[0].to, ActorId("D"));  // under attack: the like case first
  EXPECT_THAT(story.precedents[0].attacked_by, ElementsAre(ActorId("E")));
  EXPECT_EQ(story.precedents[1].to, ActorId("C"));
  EXPECT_THAT(story.precedents[1].attacked_by, IsEmpty());
}

TEST(LadderStory, IsTheSameInAnyOrder) {
  std::vector<Claim> claims = {told_on(claim(0, "A", ClaimType::aid, "B"), 2020),
                               claim(1, "A", ClaimType::refused, "B"),
                               told_on(claim(2, "A B", ClaimType::ally, "B A"), 2021),
                               claim(3, "A", ClaimType::aid, "C"), claim(4, "C", ClaimType::assault, "B")};
  const auto ids = [&](const std::vector<Claim>& given) {
    std::vector<ClaimId> out;
    for (const RungEntry& entry : story_of(given).entries) out.push_back(entry.claim);
    for (const Precedent& p : story_of(given).precedents) out.insert(out.end(), p.grounds.begin(), p.grounds.end());
    return out;
  };
  const std::vector<ClaimId> expected = ids(claims);
  EXPECT_FALSE(expected.empty());
  std::mt19937 random(3);
  for (int round = 0; round < 20; ++round) {
    std::shuffle(claims.begin(), claims.end(), random);
    EXPECT_EQ(ids(claims), expected);
  }
}

}  // namespace
}  // namespace entente
