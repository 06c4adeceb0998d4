// Flows and exchanges.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "relations/claims.h"
#include "relations/relations.h"

namespace entente {
namespace {

using test::claim;
using test::with_good;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Flows, TheSameFlowSaidTwiceIsOne) {
  const auto found = flows({with_good(claim(0, "IRN", ClaimType::aid, "RUS"), "drones"),
                            with_good(claim(1, "IRN:MIL", ClaimType::aid, "RUS:MIL"), "drones"),
                            with_good(claim(2, "IRN", ClaimType::aid, "RUS"), "ammunition")});
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0].good, "ammunition");
  EXPECT_EQ(found[1].good, "drones");
  EXPECT_THAT(found[1].grounds, SizeIs(2));
}

TEST(Flows, OffersStayOffersAndDenialsBringNothing) {
  const auto found = flows({claim(0, "A", ClaimType::aid, "B", Domain::military, Modality::offered),
                            claim(1, "A", ClaimType::aid, "B", Domain::military, Modality::denied)});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].modality, Modality::offered);
}

TEST(Flows, JointWorkFlowsOnlyWithAGood) {
  EXPECT_THAT(flows({claim(0, "A", ClaimType::cooperate, "B")}), IsEmpty());
  EXPECT_THAT(flows({with_good(claim(0, "A", ClaimType::cooperate, "B"), "reactors")}), SizeIs(1));
}

TEST(Exchanges, AsymmetryPointsToWhoGivesMore) {
  const auto found = exchanges({with_good(claim(0, "RUS", ClaimType::aid, "IRN"), "arms"),
                                with_good(claim(1, "IRN", ClaimType::aid, "RUS"), "drones"),
                                with_good(claim(2, "IRN", ClaimType::aid, "RUS"), "shells"),
                                claim(3, "RUS", ClaimType::dependence, "IRN")});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].pair, (Dyad{ActorId("IRN"), ActorId("RUS")}));
  EXPECT_TRUE(found[0].mutual());
  EXPECT_NEAR(found[0].asymmetry, 1.0 / 3, 1e-12);  // two forth, one back
  EXPECT_THAT(found[0].from_needs, IsEmpty());
  EXPECT_THAT(found[0].to_needs, SizeIs(1));  // Russia needs Iran
}

TEST(Exchanges, OneWayIsOneOrMinusOne) {
  EXPECT_EQ(exchanges({claim(0, "A", ClaimType::aid, "B")}).at(0).asymmetry, 1);
  EXPECT_EQ(exchanges({claim(0, "B", ClaimType::aid, "A")}).at(0).asymmetry, -1);
}

}  // namespace
}  // namespace entente
