// Shared stances towards third parties, and words against deeds.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "relations/claims.h"
#include "relations/relations.h"

namespace entente {
namespace {

using test::claim;
using testing::IsEmpty;
using testing::SizeIs;

TEST(SharedStance, SameSideIsAlikeOtherSideIsOpposed) {
  const std::vector<Claim> claims = {claim(0, "A", ClaimType::oppose, "X"), claim(1, "B", ClaimType::oppose, "X"),
                                     claim(2, "C", ClaimType::support, "X")};
  const SharedStance ab = shared_stance({ActorId("A"), ActorId("B")}, claims);
  ASSERT_THAT(ab.on, SizeIs(1));
  EXPECT_TRUE(ab.on[0].same_side());
  EXPECT_DOUBLE_EQ(ab.similarity, 1);
  EXPECT_THAT(ab.on[0].grounds, SizeIs(2));
  const SharedStance ac = shared_stance({ActorId("C"), ActorId("A")}, claims);
  EXPECT_EQ(ac.pair.from, ActorId("A"));
  EXPECT_FALSE(ac.on[0].same_side());
  EXPECT_LT(ac.similarity, ab.similarity);
  EXPECT_THAT(shared_stances(claims), SizeIs(3));
}

TEST(SharedStance, NeedsWordsOfBothOnAThird) {
  const std::vector<Claim> claims = {claim(0, "A", ClaimType::oppose, "B"), claim(1, "B", ClaimType::oppose, "A"),
                                     claim(2, "A", ClaimType::assault, "X"), claim(3, "B", ClaimType::accuse, "X")};
  EXPECT_THAT(shared_stances(claims), IsEmpty());  // of each other, or by deeds alone
  EXPECT_EQ(shared_stance({ActorId("A"), ActorId("B")}, claims).similarity, 0);
}

TEST(SharedStance, StrongWordsWeighMoreThanWeakOnes) {
  std::vector<Claim> claims = {claim(0, "A", ClaimType::threaten, "X"), claim(1, "B", ClaimType::threaten, "X"),
                               claim(2, "A", ClaimType::oppose, "Y"), claim(3, "B", ClaimType::support, "Y")};
  EXPECT_GT(shared_stance({ActorId("A"), ActorId("B")}, claims).similarity, 0);
}

TEST(WordsAndDeeds, TellsThemApart) {
  EXPECT_EQ(manner_of(claim(0, "A", ClaimType::accuse, "B")), Manner::words);
  EXPECT_EQ(manner_of(claim(0, "A", ClaimType::support, "B")), Manner::words);
  EXPECT_EQ(manner_of(claim(0, "A", ClaimType::aid, "B")), Manner::deeds);
  EXPECT_EQ(manner_of(claim(0, "A", ClaimType::aid, "B", Domain::military, Modality::promised)), Manner::words);
  EXPECT_EQ(manner_of(claim(0, "A", ClaimType::supplier, "B")), Manner::deeds);
  EXPECT_EQ(manner_of(claim(0, "A", ClaimType::partner, "B")), Manner::neither);
  EXPECT_EQ(manner_of(claim(0, "A", ClaimType::likely, "B")), Manner::neither);
}

TEST(WordsAndDeeds, HostileWordsAndFriendlyDeedsAreAtOdds) {
  const auto found = words_and_deeds({claim(0, "A", ClaimType::accuse, "B"), claim(1, "A", ClaimType::cooperate, "B"),
                                      claim(2, "B", ClaimType::accuse, "A")});  // no deed of B
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].dyad, (Dyad{ActorId("A"), ActorId("B")}));
  EXPECT_TRUE(found[0].at_odds());
  EXPECT_LT(found[0].gap(), 0);
  EXPECT_THAT(found[0].word_grounds, SizeIs(1));
  EXPECT_THAT(found[0].deed_grounds, SizeIs(1));
}

}  // namespace
}  // namespace entente
