// Sides that the syntax does not give: unknown people of a place, acts within one state, deeds of nobody known.
#include <gmock/gmock.h>

#include "coding/coder_fixture.h"

namespace entente {
namespace {

using testing::Contains;
using testing::Each;
using testing::Not;
using testing::StartsWith;

TEST(Sides, PeopleOfThePlaceAct) {
  EXPECT_THAT(told("Students throughout Chile staged a protest against the president."),
              Contains(StartsWith("PROTEST CHL > CHL")));
  EXPECT_THAT(told("A group of teachers in Kenya demanded higher wages from the Kenyan government."),
              Contains(StartsWith("REQUEST KEN > KEN")));
}

TEST(Sides, EthnicKinOfAStateArePeopleOfTheirHome) {
  EXPECT_THAT(told("Ethnic Russians demonstrated in Latvia on Monday."), Each(Not(StartsWith("PROTEST RUS"))));
  EXPECT_THAT(told("Hungarians in western Romania demanded autonomy from the Romanian government."),
              Contains(StartsWith("REQUEST ROU > ROU")));
}

TEST(Sides, ADeedOfNobodyKnownIsToldWithoutASource) {
  EXPECT_THAT(told("Two French soldiers were killed in northern Mali."), Contains(StartsWith("ASSAULT - > FRA")));
  EXPECT_THAT(told("French soldiers may be killed in Mali."), Each(Not(StartsWith("ASSAULT"))));
}

TEST(Sides, TheyAreThePluralSubjectBefore) {
  EXPECT_THAT(told("The Colombian rebels said they will release the French hostages."),
              Contains(StartsWith("RETREAT COL > FRA")));
}

TEST(Titles, AFamilyNameCountsBehindItsOffice) {
  const auto first_source = [](const Date& day) {
    const auto claims = code_text("President Bush praised France.", day).claims;
    return claims.empty() || claims.front().source.empty() ? std::string() : claims.front().source.front().str();
  };
  EXPECT_EQ(first_source(Date::of_day(1990, 3, 1)), "USA:George H. W. Bush");
  EXPECT_EQ(first_source(Date::of_day(2003, 3, 1)), "USA:George W. Bush");
  EXPECT_TRUE(code_text("The bush praised France.").claims.empty());
}

TEST(Commitments, AnActWithoutAnEntryIsAnAgreement) {
  EXPECT_THAT(told("China pledged to modernise Kenyan ports."), Contains(StartsWith("AGREE CHN > KEN")));
  EXPECT_THAT(told("China pledged to send aid to Kenya."), testing::SizeIs(1));
}

}  // namespace
}  // namespace entente
