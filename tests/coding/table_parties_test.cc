// Names and codes of tables of states, by the lexicon that ships.
#include "coding/tables/table_parties.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coding/coding.h"

namespace entente {
namespace {

const TableParties& parties() {
  static const Result<TableParties> loaded = TableParties::load(ENTENTE_SOURCE "/lexicon");
  return *loaded;
}

std::string named(std::string_view name, int year = 0) {
  const auto id = parties().named(name, year);
  return id ? id->str() : "";
}

TEST(TableParties, KnowNamesAsTablesWriteThem) {
  EXPECT_EQ(named("Iran"), "IRN");
  EXPECT_EQ(named("Viet Nam"), "VNM");
  EXPECT_EQ(named("Turkiye"), "TUR");
  EXPECT_EQ(named("Bosnia & Herzegovina"), "BIH");
  EXPECT_EQ(named("St. Lucia"), "LCA");
  EXPECT_EQ(named("Congo - Kinshasa"), "COD");
  EXPECT_EQ(named("Hezbollah (Lebanon)*"), "HEZ");
  EXPECT_EQ(named("Ukraine Rebels*", 2015), "UKR:REB");
  EXPECT_EQ(named("unknown recipient(s)"), "");
  EXPECT_EQ(named(""), "");
}

TEST(TableParties, KnowCodes) {
  EXPECT_EQ(parties().coded("cow", "365")->str(), "RUS");
  EXPECT_EQ(parties().coded("cow", "255")->str(), "DEU");
  EXPECT_EQ(parties().coded("cow", "260")->str(), "DEU");
  EXPECT_EQ(parties().coded("cow", "345")->str(), "SRB");
  EXPECT_EQ(parties().coded("iso2", "NA")->str(), "NAM");
  EXPECT_EQ(parties().coded("iso2", "eu")->str(), "EUR");
  EXPECT_FALSE(parties().coded("iso2", "zz"));
}

TEST(ActorCodes, StandWithoutTheirDates) {
  const auto codes = actor_codes(std::string(ENTENTE_SOURCE) + "/lexicon");
  ASSERT_TRUE(codes.ok()) << codes.error().message;
  EXPECT_EQ(codes->at(ActorId("DEU")).at("cow"), "255");
  EXPECT_EQ(codes->at(ActorId("SRB")).at("gw"), "340");
  EXPECT_EQ(codes->at(ActorId("RUS")).at("iso2"), "RU");
}

TEST(TableParties, KnowVendorsOfReactors) {
  EXPECT_EQ(parties().vendor("VVER V-446")->str(), "RUS");
  EXPECT_EQ(parties().vendor("APR-1400")->str(), "KOR");
  EXPECT_FALSE(parties().vendor("BWR-5"));
  EXPECT_FALSE(parties().vendor("Prototype"));
}

TEST(TableParties, AMissingFileIsTold) {
  EXPECT_FALSE(TableParties::load("/nowhere"));
}

}  // namespace
}  // namespace entente
