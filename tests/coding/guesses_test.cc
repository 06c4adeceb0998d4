// What is not guessed, and what may be: sides of an act that a sentence does not name outright.
#include <gmock/gmock.h>

#include "coding/coder_fixture.h"

namespace entente {
namespace {

using testing::Contains;
using testing::Each;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(Things, OfTheMarketNeitherActNorReceive) {
  EXPECT_THAT(told("Brazilian juice imports have hurt American growers."), Each(Not(HasSubstr("BRA >"))));
  EXPECT_THAT(told("The meeting gave support for the Australian dollar."), Each(Not(HasSubstr("> AUS"))));
}

TEST(Force, IsNotMeantWhereTradeIsSpokenOf) {
  EXPECT_THAT(told("Canada launched a sales campaign in Japan to promote its timber exports."),
              Each(Not(HasSubstr("ASSAULT"))));
  EXPECT_THAT(told("Ghana vowed to fight the Nigerian proposal."), Each(Not(HasSubstr("ASSAULT"))));
  EXPECT_THAT(told("Libya launched a campaign against Chad in which forty soldiers died."),
              Contains("ASSAULT LBY > TCD asserted"));
}

TEST(Partners, OfTradeAndTalksStandInTheirOwnPhrases) {
  EXPECT_THAT(told("Mali called on Niger to talk at a summit in Lima."), Each(Not(HasSubstr("PER"))));
  EXPECT_THAT(told("General Widgets sold cars through a dealer near the Swiss border."), Each(Not(HasSubstr("CHE"))));
}

TEST(Home, UnnamedPeopleActForTheOnlyStateToldOf) {
  EXPECT_THAT(told("Students in Jakarta protested against the government's prices."), Contains(HasSubstr("PROTEST")));
  EXPECT_THAT(told("President Abel Okoro threatened to impose a curfew in Algiers."),
              Contains("THREATEN DZA > DZA asserted"));
}

TEST(Home, WhoAccusesAStateIsNotThereforeItsCitizen) {
  EXPECT_THAT(told("Archbishop Abel Okoro accused Nigeria of murder."), Each(Not(HasSubstr("NGA > NGA"))));
  EXPECT_THAT(told("A human rights group accused Sudan of torture."), Contains("ACCUSE NGO > SDN asserted"));
}

TEST(Home, AStateIsTheGovernmentToItsOwnPeople) {
  const auto claims = code_text("Swedish farmers protested against Sweden's decision.").claims;
  ASSERT_THAT(claims, Not(IsEmpty()));
  EXPECT_EQ(claims.front().source.front().str(), "SWE:CVL");
  EXPECT_EQ(claims.front().target.front().str(), "SWE:GOV");
}

TEST(Denial, ByTheObjectOrByAVerbOverAPromise) {
  EXPECT_THAT(told("The Saudis buy nothing from Brazil."), Contains("COOPERATE SAU > BRA denied"));
  EXPECT_THAT(told("Japan did not honour its promise to open its market to America."),
              Contains("COOPERATE JPN > USA denied"));
}

TEST(Threats, AreWhatIsToFollowOnACondition) {
  EXPECT_THAT(told("Ghana said it will close its border with Togo if the raids go on."),
              Contains("THREATEN GHA > TGO asserted"));
}

TEST(Two, HeadsOfStateUnderOneOfficeAreTwo) {
  EXPECT_THAT(told("Libyan leader Muammar Gaddafi and Chadian President Hissene Habre signed a treaty."),
              Contains("SUPPORT LBY+TCD > LBY+TCD asserted"));
}

TEST(Laws, DoWhatTheirMakersDo) {
  EXPECT_THAT(told("The Serbian parliament approved a law recognising the independence of Kosovo."),
              Contains("SUPPORT SRB > XKX asserted"));
}

}  // namespace
}  // namespace entente
