// Tables of ties: rows become claims that point at them; traps of each table; damaged, shuffled and foreign tables.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "base/span.h"
#include "sources/sources.h"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// The few parties that the tables here speak of.
std::optional<ActorId> find(PartyScheme scheme, std::string_view text, int /*year*/) {
  static const std::map<std::string, std::string> known = {
      {"Russia", "RUS"}, {"Iran", "IRN"}, {"China", "CHN"},   {"365", "RUS"},       {"630", "IRN"},
      {"2", "USA"},      {"20", "CAN"},   {"us", "USA"},      {"ir", "IRN"},        {"ru", "RUS"},
      {"IR", "IRN"},     {"RU", "RUS"},   {"unsc", "UNO:SC"}, {"VVER V-446", "RUS"}};
  const auto found = known.find(std::string(text));
  const bool vendor = scheme == PartyScheme::reactor_model && !text.starts_with("VVER");
  return found == known.end() || vendor ? std::nullopt : std::optional(ActorId(found->second));
}

class TieTables : public testing::Test {
 protected:
  TieTables() : folder_(std::filesystem::temp_directory_path() / "entente-ties") {
    std::filesystem::create_directories(folder_);
  }
  ~TieTables() override { std::filesystem::remove_all(folder_); }

  Result<TieTable> read(TieFormat format, const std::string& text) const {
    const std::string path = (folder_ / "table.csv").string();
    std::ofstream(path, std::ios::binary) << text;
    return read_tie_table(format, path, find);
  }

  static std::string row_of(const TieTable& table, const Claim& claim) {
    return std::string(claim.first_evidence().passage.span.of(table.article.text));
  }

 private:
  std::filesystem::path folder_;
};

TEST_F(TieTables, TransfersHaveTheirVolumeAndPointAtTheirRow) {
  const auto table =
      read(TieFormat::sipri, "supplier,recipient,year,tiv_m\nRussia,Iran,2007,297.5\nIran,Russia,2022,8\n");
  ASSERT_TRUE(table) << table.error().message;
  ASSERT_THAT(table->claims, SizeIs(2));
  const Claim& claim = table->claims[0];
  EXPECT_EQ(claim.type, ClaimType::supplier);
  EXPECT_EQ(claim.source.at(0), ActorId("RUS"));
  EXPECT_EQ(claim.target.at(0), ActorId("IRN"));
  EXPECT_EQ(claim.amount, 297.5);
  EXPECT_EQ(claim.unit, "million TIV");
  EXPECT_EQ(to_iso(claim.when), "2007");
  EXPECT_EQ(row_of(*table, claim), "line 2: supplier Russia, recipient Iran, year 2007, tiv_m 297.5");
  EXPECT_EQ(claim.first_evidence().passage.article, table->article.id);
  EXPECT_EQ(claim.first_evidence().method, "sipri/1");
}

TEST_F(TieTables, WhoIsNotKnownIsCountedAndTheOthersGoOn) {
  const auto table = read(TieFormat::sipri,
                          "supplier,recipient,year,tiv_m\nAtlantis,Iran,2007,1\nRussia,unknown recipient(s),2007,1\n"
                          "Russia,Iran,2007,1\nAtlantis,Iran,2008,1\n");
  ASSERT_TRUE(table);
  EXPECT_THAT(table->claims, SizeIs(1));
  EXPECT_EQ(table->passed_over, 3U);
  EXPECT_EQ(table->unknown.at("Atlantis"), 2U);
}

TEST_F(TieTables, BadRowsAreToldWithTheirLine) {
  const auto table = read(TieFormat::sipri,
                          "supplier,recipient,year,tiv_m\nRussia,Iran,soon,1\nRussia,Iran,2007\nRussia,Iran,2008,much\n"
                          "Russia,Iran,2009,5\n");
  ASSERT_TRUE(table);
  EXPECT_THAT(table->claims, SizeIs(1));
  EXPECT_EQ(table->bad, 3U);
  ASSERT_THAT(table->errors, SizeIs(3));
  EXPECT_THAT(table->errors[0], HasSubstr("table.csv:2: 'soon' is no year"));
  EXPECT_THAT(table->errors[1], HasSubstr(":3: 3 fields"));
}

TEST_F(TieTables, ATruncatedTableGivesItsWholeRows) {
  const std::string whole = "supplier,recipient,year,tiv_m\nRussia,Iran,2007,297.5\nRussia,Iran,2008,12.25\n";
  for (size_t size = 31; size < whole.size(); ++size) {
    const auto table = read(TieFormat::sipri, whole.substr(0, size));
    ASSERT_TRUE(table) << size;
    EXPECT_LE(table->claims.size(), 2U);
    EXPECT_EQ(table->claims.size() + table->bad, table->rows) << size;
  }
}

TEST_F(TieTables, AnotherFormatIsRefusedWithWhatIsMissing) {
  const auto table = read(TieFormat::atop, "supplier,recipient,year,tiv_m\nRussia,Iran,2007,1\n");
  ASSERT_FALSE(table);
  EXPECT_THAT(table.error().message, HasSubstr("no column 'ccode1'"));
  EXPECT_FALSE(read(TieFormat::sipri, ""));
  EXPECT_FALSE(read_tie_table(TieFormat::sipri, "/nowhere.csv", find));
}

TEST_F(TieTables, ShuffledColumnsAreFoundByName) {
  const auto table = read(TieFormat::sipri, "tiv_m,year,recipient,supplier\n3,2001,Iran,China\n");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->claims.at(0).source.at(0), ActorId("CHN"));
  EXPECT_EQ(table->claims.at(0).amount, 3);
}

constexpr const char* atop_head = "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul\n";

TEST_F(TieTables, AllianceYearsBecomeRunsThatEnd) {
  const auto table = read(TieFormat::atop, std::string(atop_head) +
                                               "2,20,1990,1,0,0,1,1\n20,2,1990,1,0,0,1,1\n2,20,1991,1,0,0,1,1\n"
                                               "2,20,1992,1,0,0,1,1\n365,630,1990,0,0,0,1,0\n365,630,1991,0,0,0,0,0\n");
  ASSERT_TRUE(table);
  ASSERT_THAT(table->claims, SizeIs(3));
  const Claim& alliance = table->claims[0];
  EXPECT_EQ(alliance.type, ClaimType::ally);
  EXPECT_EQ(alliance.source.at(0), ActorId("CAN"));
  EXPECT_EQ(to_iso(alliance.when), "1990");
  EXPECT_THAT(alliance.about->text, HasSubstr("mutual defence pact in force"));
  EXPECT_EQ(table->claims[1].type, ClaimType::partner);
  EXPECT_EQ(table->claims[1].domain, Domain::diplomatic);
  EXPECT_EQ(table->claims[2].modality, Modality::denied);
  EXPECT_EQ(to_iso(table->claims[2].when), "1991");
  EXPECT_THAT(row_of(*table, table->claims[2]), HasSubstr("line 6: ccode1 365"));
}

TEST_F(TieTables, ConsolidatedAgreementsAreNoneOfTheirOwn) {
  const auto table = read(TieFormat::desta,
                          "\xef\xbb\xbf"
                          "country1,country2,name,entry_type,year\nIran,Russia,\"EAEU, Iran\",base_treaty,2018\n"
                          "Iran,Russia,\"EAEU, Iran\",consolidated,2020\n");
  ASSERT_TRUE(table) << table.error().message;
  ASSERT_THAT(table->claims, SizeIs(1));
  EXPECT_EQ(table->claims[0].about->text, "trade agreement: EAEU, Iran");
  EXPECT_EQ(table->claims[0].domain, Domain::economic);
}

TEST_F(TieTables, ProgrammesSanctionEveryTarget) {
  const auto table = read(TieFormat::sanctions,
                          "key,title,issuer,issuer_name,issuer_territory,target_territories,measures\n"
                          "US-X,\"Iran, Russia\",us_ofac,OFAC,us,ir|ru|us|zz,Asset freeze|Arms embargo\n"
                          "UN-1,Iran,zz_unsc,UNSC,,ir,Arms embargo\nUS-Y,Crime,us_ofac,OFAC,us,,Asset freeze\n");
  ASSERT_TRUE(table);
  ASSERT_THAT(table->claims, SizeIs(3));
  EXPECT_EQ(table->claims[0].cameo, "163");
  EXPECT_EQ(table->claims[0].about->text, "Iran, Russia: asset freeze, arms embargo");
  EXPECT_FALSE(table->claims[0].when.known());
  EXPECT_EQ(table->claims[0].first_evidence().passage, table->claims[1].first_evidence().passage);
  EXPECT_EQ(table->claims[2].source.at(0), ActorId("UNO:SC"));
  EXPECT_EQ(table->claims[2].domain, Domain::military);
  EXPECT_EQ(table->passed_over, 1U);
}

TEST_F(TieTables, ReactorsAbroadNameTheVendorOfTheirDesign) {
  const auto table =
      read(TieFormat::reactors,
           "Name,CountryCode,Status,ReactorModel,ConstructionStartAt,OperationalFrom\n"
           "Bushehr-1,IR,Operational,VVER V-446,1975-05-01,2013-09-23\n"
           "Bushehr-9,IR,Planned,VVER V-446,,\nHome,RU,Operational,VVER V-446,1990-01-01,\n"
           "Old,IR,Operational,BWR-4,1980-01-01,\nGone,IR,Cancelled Construction,VVER V-446,1976-01-01,\n");
  ASSERT_TRUE(table);
  ASSERT_THAT(table->claims, SizeIs(2));
  EXPECT_EQ(table->claims[0].good, "reactors");
  EXPECT_EQ(to_iso(table->claims[0].when), "1975-05-01");
  EXPECT_EQ(table->claims[1].modality, Modality::expected);
  EXPECT_EQ(table->passed_over, 3U);
  EXPECT_THAT(table->unknown, IsEmpty());
}

TEST_F(TieTables, ClaimsHaveIdsOfTheirOwnAndTheSameRowsGiveTheSame) {
  const std::string text =
      std::string(atop_head) + "2,20,1990,1,0,0,1,1\n365,630,1991,0,0,0,1,0\n365,630,1993,1,0,0,1,0\n";
  const auto table = read(TieFormat::atop, text), again = read(TieFormat::atop, text);
  std::set<ClaimId> ids, more;
  for (const Claim& claim : table->claims) ids.insert(claim.id());
  for (const Claim& claim : again->claims) more.insert(claim.id());
  EXPECT_EQ(ids.size(), table->claims.size());
  EXPECT_EQ(ids, more);
}

}  // namespace
}  // namespace entente
