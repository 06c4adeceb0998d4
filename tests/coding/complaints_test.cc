// What users of other coders complain of, one test or more for each. That one event is told in many reports, and old
// ones again, is in relations/stories_test.cc; that an article without claims says why, in engine/why_none_test.cc.
#include <gmock/gmock.h>

#include "coding/coder_fixture.h"

namespace entente {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

TEST(TooManyEvents, OneActIsOneEvent) {
  EXPECT_THAT(told("The Turkish foreign minister met his Greek counterpart in Athens on Monday, a spokesman said."),
              SizeIs(1));
  EXPECT_THAT(told("France condemned the raid and denounced the raid by Libya on Chad."), SizeIs(testing::Le(3)));
}

TEST(EveryObjectATarget, OnlyWhoIsActedOn) {
  EXPECT_THAT(told("Israel bombed a Syrian town near the Jordanian border."),
              ElementsAre("ASSAULT ISR > SYR asserted"));
  EXPECT_THAT(told("France sold Egypt planes with British engines."), ElementsAre("AID FRA > EGY asserted"));
}

TEST(PassiveAndPrepositions, KeepTheirRoles) {
  EXPECT_THAT(told("Syria was attacked by Israel."), Contains("ASSAULT ISR > SYR asserted"));
  EXPECT_THAT(told("Turkey was accused by Greece of spying."), Contains("ACCUSE GRC > TUR asserted"));
  EXPECT_THAT(told("Wheat was sold by Canada to China."), Contains("AID CAN > CHN asserted"));
}

TEST(PassiveAndPrepositions, HeadlinesLeaveOutTheAuxiliary) {
  EXPECT_THAT(told("Kenyan banks asked to help Uganda"), Not(Contains(HasSubstr("REQUEST KEN > UGA"))));
}

TEST(PlansAsDeeds, WhatIsAheadIsNotAsserted) {
  for (const char* text : {"Germany will send tanks to Ukraine.", "Germany would send tanks to Ukraine.",
                           "Germany plans to send tanks to Ukraine.", "Germany hopes to send tanks to Ukraine."}) {
    EXPECT_THAT(told(text), Each(Not(EndsWith("asserted")))) << text;
  }
}

TEST(DefaultCode, NothingFoundGivesNothing) {
  EXPECT_THAT(told("Iran and Iraq are countries in Asia."), IsEmpty());
  EXPECT_THAT(told("The weather in France was mild."), IsEmpty());
  EXPECT_THAT(told("The French franc rose while the Japanese yen fell against the American dollar."), IsEmpty());
}

TEST(ActorCodes, AreNotRepeated) {
  for (const Claim& claim : code_text("The US army attacked the Syrian army.").claims) {
    for (const ActorId& actor : claim.source)
      EXPECT_EQ(std::count(actor.str().begin(), actor.str().end(), ':'), 1) << actor;
  }
}

TEST(ActorCodes, AMinisterIsTheOneOfTheDay) {
  const auto source = [](const Date& day) {
    const auto claims = code_text("The British prime minister praised France.", day).claims;
    return claims.empty() ? std::string() : claims.front().source.front().str();
  };
  EXPECT_EQ(source(Date::of_day(2004, 5, 1)), "GBR:Tony Blair");
  EXPECT_EQ(source(Date::of_day(1987, 5, 1)), "GBR:Margaret Thatcher");
}

TEST(Explanations, EveryClaimSaysWhy) {
  const auto claims = code_text("Turkey condemned the Israeli strikes on Syria.").claims;
  EXPECT_THAT(claims, Not(IsEmpty()));
  for (const Claim& claim : claims) EXPECT_THAT(claim.why, HasSubstr(".txt:")) << "the entry that decided";
}

TEST(Explanations, ASideThatIsNotNamedSaysByWhatWordItWasFound) {
  const auto claims = code_text("France condemned the Israeli raid.").claims;
  ASSERT_THAT(claims, Not(IsEmpty()));
  EXPECT_THAT(claims.front().why, HasSubstr("'raid'"));
}

TEST(UnrelatedParts, ActorsActAndPlaceBelongTogether) {
  EXPECT_THAT(told("Iran and Iraq held talks in Geneva."), Each(Not(HasSubstr("CHE"))));
  EXPECT_THAT(told("Shares fell in Tokyo, and Britain condemned the raid by Libya."),
              ElementsAre("ACCUSE GBR > LBY asserted"));
  EXPECT_THAT(told("Kenya imposed tariffs because of a drought that also hit Sudan."), Each(Not(HasSubstr("SDN"))));
}

TEST(UnrelatedParts, APronounIsNotWhoeverWasNamedLast) {
  EXPECT_THAT(told("Norway praised Chad. A bank in the suburbs closed. It condemned Libya."),
              Each(Not(HasSubstr("ACCUSE"))));
  EXPECT_THAT(told("Norway praised Chad. The dealers said they bought Libyan oil."), Each(Not(HasSubstr("COOPERATE"))));
}

TEST(History, AnActKeepsItsOwnYear) {
  const auto claims = code_text("Egypt attacked Israel in 1973.", Date::of_day(2010, 3, 1)).claims;
  ASSERT_THAT(claims, Not(IsEmpty()));
  EXPECT_EQ(claims.front().when.year, 1973);
}

}  // namespace
}  // namespace entente
