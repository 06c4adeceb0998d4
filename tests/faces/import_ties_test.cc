// entente import of tables of ties, through the program: into the ledger, twice, damaged, and on the tables themselves.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "faces/program.h"

namespace entente::faces {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

constexpr const char* table =
    "supplier,recipient,year,tiv_m\nRussia,Iran,2007,297\nRussia,Iran,2008,12\nIran,Syria,2009,30\n";

TEST(ImportTies, RowsAreClaimsOfTheLedger) {
  const Folder folder;
  const std::string path = folder.write("sipri.csv", table), db = folder.file("l.db");
  const Outcome first = run({"import", "sipri", path, "--db", db, "--json"});
  ASSERT_EQ(first.code, 0) << first.err;
  const json told = json::parse(first.out);
  EXPECT_EQ(told["claims"], 3);
  EXPECT_EQ(told["already_there"], false);
  const std::string manual = slurp(std::string(ENTENTE_SOURCE) + "/docs/manual.md");
  for (const auto& [key, value] : told.items()) EXPECT_THAT(manual, HasSubstr("`" + key + "`"));
  EXPECT_EQ(json::parse(run({"import", "sipri", path, "--db", db, "--json"}).out)["already_there"], true);
  const Outcome claims = run({"claims", "--actor", "IRN", "--actor", "RUS", "--db", db, "--json"});
  EXPECT_EQ(count_lines(claims.out), 2U);
  EXPECT_THAT(claims.out, HasSubstr("line 2: supplier Russia, recipient Iran, year 2007, tiv_m 297"));
  EXPECT_EQ(run({"check", "--db", db}).code, 0);
}

TEST(ImportTies, BriefAndLadderRestOnThem) {
  const Folder folder;
  const std::string db = folder.file("l.db");
  ASSERT_EQ(run({"import", "sipri", folder.write("sipri.csv", table), "--db", db}).code, 0);
  const Outcome brief = run({"brief", "RUS", "IRN", "--db", db, "--since", "2007", "--json"});
  ASSERT_EQ(brief.code, 0) << brief.err;
  const json b = json::parse(brief.out);
  EXPECT_EQ(b["timeline"]["periods"].size(), 2U);
  EXPECT_FALSE(b["changes"].empty());
  EXPECT_EQ(b["dependence"][0]["domain"], "military");
  const json ladder = json::parse(run({"ladder", "RUS", "IRN", "--db", db, "--json"}).out);
  EXPECT_EQ(ladder["reached"], "arms");
}

TEST(ImportTies, MistakesAreTold) {
  const Folder folder;
  const std::string db = folder.file("l.db");
  const Outcome bad =
      run({"import", "sipri", folder.write("bad.csv", std::string(table) + "Russia,Iran,later,1\n"), "--db", db});
  EXPECT_EQ(bad.code, 3);
  EXPECT_THAT(bad.err, HasSubstr("bad.csv:5: 'later' is no year"));
  EXPECT_EQ(run({"import", "atop", folder.write("s.csv", table), "--db", db}).code, 1);
  EXPECT_EQ(run({"import", "gossip", folder.write("s.csv", table), "--db", db}).code, 2);
  EXPECT_EQ(run({"import", "sipri", "/nowhere.csv", "--db", db}).code, 1);
}

TEST(ImportTies, TheTablesThemselves) {
  const std::string world = std::string(ENTENTE_SHARED_DATA) + "/models/world/";
  if (!fs::exists(world)) GTEST_SKIP() << "the tables are not here";
  const Folder folder;
  const std::string db = folder.file("l.db");
  const std::vector<std::pair<std::string, std::string>> tables = {{"sipri", "sipri_tiv_dyad_year_1995_2024.csv"},
                                                                   {"sanctions", "opensanctions_programs.csv"},
                                                                   {"reactors", "nuclear_power_plants.csv"}};
  for (const auto& [format, file] : tables) {
    const Outcome outcome = run({"import", format, world + file, "--db", db, "--json"});
    EXPECT_EQ(outcome.code, 0) << format << outcome.err;
    EXPECT_EQ(json::parse(outcome.out)["bad"], 0) << format;
  }
  const Outcome reactors =
      run({"claims", "--actor", "RUS", "--actor", "IRN", "--domain", "nuclear", "--db", db, "--json"});
  EXPECT_THAT(reactors.out, HasSubstr("Bushehr-1"));
  EXPECT_THAT(run({"claims", "--actor", "RUS", "--actor", "USA", "--type", "SANCTION", "--db", db, "--json"}).out,
              HasSubstr("\"163\""));
}

}  // namespace
}  // namespace entente::faces
