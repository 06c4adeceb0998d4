// Tables of bargainers, right and wrong.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sources/sources.h"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

std::string problem(const std::string& text) {
  const auto table = bargaining_table_in(text, "t.csv");
  return table.ok() ? "none" : table.error().message;
}

TEST(BargainingTable, ColumnsAreFoundByName) {
  const auto table =
      bargaining_table_in("Stakeholder,Resources,Position,Salience\nUSA,70,100,40\nJapan,50,60,50\n", "t");
  ASSERT_TRUE(table) << table.error().message;
  ASSERT_THAT(table->actors, SizeIs(2));
  EXPECT_EQ(table->actors[0].name, "USA");
  EXPECT_EQ(table->actors[0].capability, 70);
  EXPECT_THAT(table->actors[0].position, ElementsAre(100));
  EXPECT_THAT(table->actors[0].salience, ElementsAre(0.4));
}

TEST(BargainingTable, SeveralDimensionsAndTheLineOfKtab) {
  const auto table = bargaining_table_in(
      "Scene,\"one, and more\",2,2,\nActor,Description,Influence,Policy Position,Policy Salience,Trade Position,Trade "
      "Salience,\nA,who,10,1,20,2,30,\nB,,5,3,40,4,50,\n",
      "t");
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_THAT(table->dimensions, ElementsAre("policy", "trade"));
  EXPECT_THAT(table->actors[1].position, ElementsAre(3, 4));
  EXPECT_THAT(table->actors[1].salience, ElementsAre(0.4, 0.5));
}

TEST(BargainingTable, LinesThatEndByACarriageReturnAlone) {
  const auto table = bargaining_table_in("actor,power,position,salience\rA,1,2,.5\rB,1,3,1\r", "t");
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_THAT(table->actors, SizeIs(2));
}

TEST(BargainingTable, MistakesAreNamedWithTheirLine) {
  const std::string head = "actor,capability,position,salience\n";
  EXPECT_THAT(problem(""), HasSubstr("t.csv: empty file"));
  EXPECT_THAT(problem("a,b\n1,2\n"), HasSubstr("t.csv:1: no column for the actors' names"));
  EXPECT_THAT(problem("actor,position,salience\nA,1,1\n"), HasSubstr(":1: no column 'capability'"));
  EXPECT_THAT(problem("actor,power,position1,salience2\nA,1,1,1\n"), HasSubstr("salience that belongs to 'position1'"));
  EXPECT_THAT(problem(head + "A,0,1,1\n"), HasSubstr(":2: the capability of 'A' must be above 0"));
  EXPECT_THAT(problem(head + "A,,1,1\n"), HasSubstr(":2: no capability of 'A'"));
  EXPECT_THAT(problem(head + "A,1,nan,1\n"), HasSubstr(":2: the position of 'A' 'nan' is no number"));
  EXPECT_THAT(problem(head + "A,1,1\n"), HasSubstr(":2: no salience of 'A'"));
  EXPECT_THAT(problem(head + "A,1,1,0\n"), HasSubstr(":2: no salience above 0 of 'A'"));
  EXPECT_THAT(problem(head + "A,1,1,-1\n"), HasSubstr(":2: the salience of 'A' must lie"));
  EXPECT_THAT(problem(head + ",1,1,1\n"), HasSubstr(":2: an actor needs a name"));
  EXPECT_THAT(problem(head + "A,1,1,1\n\nA,1,2,1\n"), HasSubstr(":4: 'A' stands already on line 2"));
}

}  // namespace
}  // namespace entente
