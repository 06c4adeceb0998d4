// Events in CAMEO's terms.
#include <gmock/gmock.h>

#include "coding/coder_fixture.h"

namespace entente {
namespace {

using testing::Contains;
using testing::IsEmpty;

std::vector<std::string> events(const std::string& text) {
  std::vector<std::string> out;
  for (const Claim& event : coder().events(code_text(text).claims))
    out.push_back(std::string(name_of(event.type)) + " " + parties_of(event));
  return out;
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
