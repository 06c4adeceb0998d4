// Inputs of a bargain over support, as claims propose them: who, where, how much, and why.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "reasoning/reasoning.h"
#include "relations/claims.h"

namespace entente {
namespace {

using test::about;
using test::claim;
using test::with_good;
using testing::HasSubstr;
using testing::SizeIs;

/// A helps B with arms and refuses to fight for it; C is hostile to it; E has promised air defence; D is not concerned.
std::vector<Claim> alliance() {
  return {with_good(claim(1, "AAA", ClaimType::aid, "BBB"), "drones"),
          about(claim(2, "AAA", ClaimType::refused, "BBB"), "sending troops to fight"),
          claim(3, "CCC", ClaimType::assault, "BBB"), claim(4, "AAA", ClaimType::consult, "DDD", Domain::diplomatic),
          with_good(claim(5, "EEE", ClaimType::aid, "BBB", Domain::military, Modality::promised), "air-defence")};
}

const Capabilities figures = {{ActorId("AAA"), {0.2, "a table, 2022"}}, {ActorId("BBB"), {0.05, "a table, 2022"}}};

std::vector<ProposedBargainer> proposal() {
  return propose_support(ActorId("BBB"), alliance(), figures, no_wording);
}

const ProposedBargainer& of(const std::vector<ProposedBargainer>& all, const std::string& id) {
  return *std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.actor == ActorId(id); });
}

TEST(Proposal, NamesThoseWithAStake) {
  const auto all = proposal();
  ASSERT_THAT(all, SizeIs(4));
  EXPECT_EQ(all.front().actor, ActorId("BBB"));
  for (const auto& one : all) EXPECT_NE(one.actor, ActorId("DDD"));
}

TEST(Proposal, PositionsFollowTheLadder) {
  const auto all = proposal();
  const double step = 100.0 / rung_count;
  const auto at = [&](Rung rung) { return step * (static_cast<double>(rung) + 1); };
  EXPECT_NEAR(of(all, "AAA").position.value, at(Rung::arms), 0.05);
  EXPECT_THAT(of(all, "AAA").position.why, HasSubstr("fighting"));
  EXPECT_THAT(of(all, "AAA").position.grounds, SizeIs(2));
  EXPECT_NEAR(of(all, "EEE").position.value, at(Rung::advanced_arms), 0.05);
  EXPECT_THAT(of(all, "EEE").position.why, HasSubstr("promised"));
  EXPECT_EQ(of(all, "CCC").position.value, 0);
  EXPECT_THAT(of(all, "CCC").position.grounds, SizeIs(1));
  EXPECT_EQ(of(all, "BBB").position.value, 100);
}

TEST(Proposal, SalienceIsAttention) {
  const auto all = proposal();
  EXPECT_NEAR(of(all, "AAA").salience.value, 3.0 / 5, 1e-9);  // two of its three claims, drawn to a half
  EXPECT_NEAR(of(all, "CCC").salience.value, 2.0 / 3, 0.005);
  EXPECT_THAT(of(all, "AAA").salience.why, HasSubstr("2 of 3 claims"));
}

TEST(Proposal, CapabilitiesAreFiguresOrMarked) {
  const auto all = proposal();
  EXPECT_NEAR(of(all, "AAA").capability.value, 20, 1e-9);
  EXPECT_FALSE(of(all, "AAA").capability.assumed);
  EXPECT_NEAR(of(all, "CCC").capability.value, 5, 1e-9);
  EXPECT_TRUE(of(all, "CCC").capability.assumed);
}

TEST(Proposal, IsTheSameForAnyOrderOfClaimsAndRuns) {
  std::vector<Claim> claims = alliance();
  std::reverse(claims.begin(), claims.end());
  const auto turned = propose_support(ActorId("BBB"), claims, figures, no_wording), all = proposal();
  ASSERT_EQ(turned.size(), all.size());
  for (size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(turned[i].actor, all[i].actor);
    EXPECT_EQ(turned[i].position.value, all[i].position.value);
    EXPECT_EQ(turned[i].position.grounds, all[i].position.grounds);
    EXPECT_EQ(turned[i].salience.grounds, all[i].salience.grounds);
  }
  const BargainingTable table = table_of(all, [](const ActorId& id) { return id.str(); });
  EXPECT_THAT(table.actors[1].basis, HasSubstr("a table, 2022"));
  EXPECT_TRUE(bargain(table, {}));
}

}  // namespace
}  // namespace entente
