// The system of states: what comparative scholars count by, with the numbers that are published for it.
#include <gtest/gtest.h>

#include "base/date.h"
#include "sources/sources.h"

namespace {

using namespace entente;

class States : public testing::Test {
 protected:
  static const StateSystem& states() {
    static const Result<StateSystem> read = read_state_system(ENTENTE_SOURCE "/world/state_system.csv");
    EXPECT_TRUE(read.ok()) << (read.ok() ? "" : read.error().message);
    return *read;
  }
  static int cow(const char* id, int year, int month = 7) { return code(StateList::cow, id, year, month); }
  static int gw(const char* id, int year, int month = 7) { return code(StateList::gw, id, year, month); }
  static int code(StateList list, const char* id, int year, int month) {
    return states().code(list, ActorId(id), first_day(Date::of_day(year, month, 1))).value_or(0);
  }
};

TEST_F(States, PairYearsOfCorrelatesOfWar) {
  // Members of 2016 are carried to 2024; pairs count whose memberships overlap on a day of the year.
  uint64_t all = 0;
  for (int year = 1816; year <= 2024; ++year) all += states().directed_pairs_in(StateList::cow, year);
  EXPECT_EQ(all, 2'214'930u);
  EXPECT_EQ(states().members_in(StateList::cow, 2016).size(), 195u);
  EXPECT_EQ(states().directed_pairs_in(StateList::cow, 2016), 37'830u);
}

TEST_F(States, Germany) {
  EXPECT_EQ(cow("DEU", 1938), 255);
  EXPECT_EQ(cow("DEU", 1970), 260);
  EXPECT_EQ(cow("DEU", 2000), 255);
  EXPECT_EQ(cow("DEU", 1950), 0);
  EXPECT_EQ(gw("DEU", 1938), 255);
  EXPECT_EQ(gw("DEU", 1970), 260);
  EXPECT_EQ(gw("DEU", 2000), 260);
  EXPECT_EQ(cow("DDR", 1970), 265);
}

TEST_F(States, Yemen) {
  EXPECT_EQ(cow("YEM", 1980), 678);
  EXPECT_EQ(cow("YEM", 2000), 679);
  EXPECT_EQ(gw("YEM", 2000), 678);
  EXPECT_EQ(cow("YMD", 1980), 680);
}

TEST_F(States, YugoslaviaAndSerbia) {
  EXPECT_EQ(cow("YUG", 1985), 345);
  EXPECT_EQ(cow("SRB", 2000), 345);
  EXPECT_EQ(cow("SRB", 2010), 345);
  EXPECT_EQ(gw("SRB", 2000), 345);
  EXPECT_EQ(gw("SRB", 2006, 6), 345);
  EXPECT_EQ(gw("SRB", 2006, 7), 340);
}

TEST_F(States, Vietnam) {
  EXPECT_EQ(cow("VNM", 1970), 816);
  EXPECT_EQ(cow("RVN", 1970), 817);
  EXPECT_EQ(cow("RVN", 1976), 0);
  EXPECT_EQ(gw("VNM", 2000), 816);
}

TEST_F(States, OrgansHaveTheCodesOfTheirState) {
  EXPECT_EQ(cow("RUS:MIL", 2010), 365);
  EXPECT_EQ(cow("HEZ", 2010), 0);
}

}  // namespace
