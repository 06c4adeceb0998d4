// Parties and acts of event data sets in our own terms.
#include <gtest/gtest.h>

#include "coding/coding.h"

namespace {

using namespace entente;

class Codebook : public testing::Test {
 protected:
  static const EventCodebook& book() {
    static const Result<EventCodebook> loaded = EventCodebook::load(ENTENTE_SOURCE "/lexicon");
    EXPECT_TRUE(loaded.ok()) << (loaded.ok() ? "" : loaded.error().message);
    return *loaded;
  }
  static std::string actor(std::string_view name, std::string_view country = "", std::string_view code = "",
                           std::string_view sectors = "", int year = 2014) {
    const auto id = book().actor({name, country, code, sectors}, year);
    return id ? id->str() : "-";
  }
};

TEST_F(Codebook, StatesByNameAndCode) {
  EXPECT_EQ(actor("Russian Federation"), "RUS");
  EXPECT_EQ(actor("North_Korea"), "PRK");
  EXPECT_EQ(actor("", "", "ROM"), "ROU");
  EXPECT_EQ(actor("", "Namibia"), "NAM");
  EXPECT_EQ(actor("", "", "gw=652"), "SYR");
  EXPECT_EQ(actor("", "Palestinian Territory, Occupied"), "PSE");
  EXPECT_EQ(actor(""), "-");
}

TEST_F(Codebook, RolesBecomeOrgans) {
  EXPECT_EQ(actor("Police (India)", "India"), "IND:COP");
  EXPECT_EQ(actor("Citizen_(Nigeria)"), "NGA:CVL");
  EXPECT_EQ(actor("Foreign Affairs (Russia)", "Russian Federation", "", "Executive,Government"), "RUS:GOV");
  EXPECT_EQ(actor("Cabinet_/_Council_of_Ministers_/_Advisors_(United_States)"), "USA:GOV");
  EXPECT_EQ(actor("Juggler (India)"), "IND:CVL") << "people of unknown roles don't act for their state";
  EXPECT_EQ(actor("", "", "USA", "GOV"), "USA:GOV");
  EXPECT_EQ(actor("", "Syria", "", "civilians"), "SYR:CVL");
  EXPECT_EQ(actor("Government of Syria", "", "gw=652"), "SYR:GOV");
}

TEST_F(Codebook, GroupsPeopleAndNamesThatNobodyKnows) {
  EXPECT_EQ(actor("Hezbollah"), "HEZ");
  EXPECT_EQ(actor("Barack_Obama").substr(0, 4), "USA:");
  EXPECT_EQ(actor("", "NAT", "NAT"), "NATO");
  EXPECT_EQ(actor("Militant (Taliban)"), "TAL");
  EXPECT_EQ(actor("Kashmir insurgents: north"), "Kashmir insurgents north");
}

TEST_F(Codebook, ActsByCodeNameAndWord) {
  const auto visit = book().act(ActScheme::name, "Make_a_visit");
  ASSERT_TRUE(visit);
  EXPECT_EQ(visit->code, "042");
  EXPECT_EQ(visit->type, ClaimType::consult);
  EXPECT_EQ(book().act(ActScheme::name, "Consult")->code, "040");
  EXPECT_EQ(book().act(ActScheme::name, "Threaten_non-force")->code, "131");
  const auto statement = book().act(ActScheme::cameo, "010");
  ASSERT_TRUE(statement);
  EXPECT_FALSE(statement->type);
  EXPECT_EQ(statement->quad, Quad::verbal_cooperation);
  EXPECT_EQ(book().act(ActScheme::cameo, "0312")->domain, Domain::military);
  EXPECT_EQ(book().act(ActScheme::word, "Air/drone strike")->code, "195");
  EXPECT_EQ(book().act(ActScheme::word, "SANCTION")->code, "160");
  EXPECT_FALSE(book().act(ActScheme::cameo, "99"));
  EXPECT_FALSE(book().act(ActScheme::name, "wasBornIn"));
}

}  // namespace
