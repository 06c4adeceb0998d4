// Tables of votes, right and wrong.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sources/sources.h"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

std::string roll_call_problem(const std::string& text) {
  const auto votes = roll_calls_in(text, "t.csv");
  return votes.ok() ? "none" : votes.error().message;
}

TEST(RollCalls, TheCodingOfVoeten) {
  const auto votes = roll_calls_in("rcid,session,iso2,vote\n10,2,RU,1\n9,2,US,3\n9,2,RU,2\n9,2,IL,8\n", "t");
  ASSERT_TRUE(votes) << votes.error().message;
  EXPECT_THAT(votes->voters, ElementsAre("IL", "RU", "US"));
  ASSERT_THAT(votes->votes, SizeIs(3));
  EXPECT_EQ(votes->calls[0].id, "9");  // numbers by their size
  EXPECT_EQ(votes->votes[0].choice, 0);
  EXPECT_EQ(votes->votes[1].choice, -1);
  EXPECT_EQ(votes->votes[2].choice, 1);
  EXPECT_EQ(votes->absent, 1u);
}

TEST(RollCalls, TheTablesOfTheUnitedNations) {
  const auto votes =
      roll_calls_in("undl_id,ms_code,ms_name,ms_vote,session\nA/1,USA,x,N,75\nA/1,RUS,y,Y,75\nA/1,IRN,z,X,75\n", "t");
  ASSERT_TRUE(votes) << votes.error().message;
  EXPECT_THAT(votes->votes, SizeIs(2));
}

TEST(RollCalls, SignsAreTakenAsTheyAre) {
  const auto votes = roll_calls_in("rcid,session,country,vote\n1,1,A,1\n1,1,B,0\n1,1,C,-1\n", "t");
  ASSERT_TRUE(votes) << votes.error().message;
  EXPECT_EQ(votes->votes[2].choice, -1);
}

TEST(RollCalls, NobodyKnowsWhoseVoteItIs) {
  const auto votes =
      roll_calls_in("rcid,session,iso2,vote\n1,1,NA,1\n1,1,,1\n1,1,US,2\n1,1,US,3\n2,1,US,1\n3,46,NA,1\n", "t");
  ASSERT_TRUE(votes) << votes.error().message;
  EXPECT_EQ(votes->unknown, 4u);
  EXPECT_THAT(votes->votes, SizeIs(2));
}

TEST(RollCalls, TheOrderOfRowsDoesNotMatter) {
  const auto one = roll_calls_in("rcid,session,iso2,vote\n1,1,A,1\n1,1,B,2\n2,1,A,3\n", "t");
  const auto two = roll_calls_in("rcid,session,iso2,vote\n2,1,A,3\n1,1,B,2\n1,1,A,1\n", "t");
  ASSERT_TRUE(one && two);
  EXPECT_EQ(one->voters, two->voters);
  for (size_t i = 0; i < 3; ++i) EXPECT_EQ(one->votes[i].choice, two->votes[i].choice);
}

TEST(RollCalls, MistakesAreNamedWithTheirLine) {
  const std::string head = "rcid,session,iso2,vote\n";
  EXPECT_THAT(roll_call_problem(""), HasSubstr("empty file"));
  EXPECT_THAT(roll_call_problem("a,b\n1,2\n"), HasSubstr("t.csv:1: the columns are a,b"));
  EXPECT_THAT(roll_call_problem(head + "1,x,US,1\n"), HasSubstr(":2: a vote needs"));
  EXPECT_THAT(roll_call_problem(head + "1,1,US,maybe\n"), HasSubstr(":2: 'maybe' is no vote"));
  EXPECT_THAT(roll_call_problem(head + "1,1,US,17\n"), HasSubstr(":2: '17' is no vote"));
  EXPECT_THAT(roll_call_problem(head + "1,1,US,1\n1,2,RU,1\n"),
              HasSubstr(":3: the roll call '1' stands in two sessions"));
  EXPECT_THAT(roll_call_problem(head + "1,1,US,9\n"), HasSubstr("no votes in it"));
}

}  // namespace
}  // namespace entente
