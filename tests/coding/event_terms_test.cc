// What users of other coders complain of, one test or more for each; and events in CAMEO's terms.
#include <gmock/gmock.h>

#include "coding/coder_fixture.h"

namespace entente {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> events(const std::string& text) {
  std::vector<std::string> out;
  for (const Claim& event : coder().events(code_text(text).claims))
    out.push_back(std::string(name_of(event.type)) + " " + parties_of(event));
  return out;
}

TEST(Complaints, PassiveKeepsItsRoles) {
  EXPECT_THAT(told("Syria was attacked by Israel."), Contains("ASSAULT ISR > SYR asserted"));
}

TEST(Complaints, PlansAreNoDeeds) {
  for (const std::string& event : told("Germany will send tanks to Ukraine."))
    EXPECT_THAT(event, Not(testing::EndsWith("asserted")));
}

TEST(Complaints, NothingFoundGivesNoDefaultCode) {
  EXPECT_THAT(told("Iran and Iraq are countries in Asia."), IsEmpty());
  EXPECT_THAT(told("The weather in France was mild."), IsEmpty());
}

TEST(Complaints, ActorCodesAreNotRepeated) {
  for (const Claim& claim : code_text("The US army attacked the Syrian army.").claims) {
    for (const ActorId& actor : claim.source)
      EXPECT_EQ(std::count(actor.str().begin(), actor.str().end(), ':'), 1) << actor;
  }
}

TEST(Complaints, LastYearsMinisterIsDated) {
  const auto claims = code_text("The British prime minister praised France.", Date::of_day(2004, 5, 1)).claims;
  ASSERT_FALSE(claims.empty());
  EXPECT_EQ(claims.front().source.front().str(), "GBR:Tony Blair");
}

TEST(Complaints, EveryClaimSaysWhy) {
  for (const Claim& claim : code_text("Turkey condemned the Israeli strikes on Syria.").claims)
    EXPECT_FALSE(claim.why.empty());
}

TEST(Terms, AnAnnouncedActIsAnAgreement) {
  EXPECT_THAT(told("Japan said that it will send aid to Nepal."), Contains("AID JPN > NPL promised"));
  EXPECT_THAT(events("Japan said that it will send aid to Nepal."), Contains("AGREE JPN > NPL"));
}

TEST(Terms, AnAnnouncedHostileActIsAThreat) {
  EXPECT_THAT(events("Iran said that it will attack Israel."), Contains("THREATEN IRN > ISR"));
}

TEST(Terms, WhatIsRuledOutIsRejected) {
  EXPECT_THAT(events("Austria said it would not send weapons to Mali."), Contains("REJECT AUT > MLI"));
}

TEST(Terms, TheFutureSeenFromThePastIsAPromise) {
  EXPECT_THAT(events("Norway announced it would send aid to Nepal."), Contains("AGREE NOR > NPL"));
  EXPECT_THAT(events("Norway announced it would send aid to Nepal if asked."), IsEmpty());
}

TEST(Terms, ThoughtsAreNoEvents) {
  for (const Claim& event : coder().events(code_text("If Russia attacked Finland, Sweden would help.").claims)) {
    EXPECT_NE(event.modality, Modality::conditional);
  }
}

TEST(Language, OtherLanguagesAreNotCoded) {
  Article article;
  article.text = "Russland verurteilte Israel.";
  article.language = "de";
  EXPECT_THAT(coder().code(article).claims, IsEmpty());
}

}  // namespace
}  // namespace entente
