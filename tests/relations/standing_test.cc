// Standing: weights, repetition, signs, and a comparison with sums done by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "relations/claims.h"
#include "relations/relations.h"

namespace entente {
namespace {

using test::claim;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Dyads, EachSourceWithEachTarget) {
  EXPECT_THAT(dyads(claim(0, "CHN RUS", ClaimType::partner, "IRN ISR")),
              ElementsAre(Dyad{ActorId("CHN"), ActorId("IRN")}, Dyad{ActorId("CHN"), ActorId("ISR")},
                          Dyad{ActorId("RUS"), ActorId("IRN")}, Dyad{ActorId("RUS"), ActorId("ISR")}));
}

TEST(Dyads, OrgansCountForTheirStateButNotWhoStandsApart) {
  EXPECT_THAT(dyads(claim(0, "RUS:GOV", ClaimType::accuse, "ISR:MIL")),
              ElementsAre(Dyad{ActorId("RUS"), ActorId("ISR")}));
  EXPECT_THAT(dyads(claim(0, "RUS:GOV", ClaimType::support, "USA:CVL")),
              ElementsAre(Dyad{ActorId("RUS"), ActorId("USA:CVL")}));
}

TEST(Dyads, WithinAStateWholeIdsStandAndNobodyFacesHimself) {
  EXPECT_THAT(dyads(claim(0, "TUR:GOV", ClaimType::coerce, "TUR:OPP")),
              ElementsAre(Dyad{ActorId("TUR:GOV"), ActorId("TUR:OPP")}));
  EXPECT_THAT(dyads(claim(0, "RUS IRN", ClaimType::cooperate, "RUS IRN")),
              ElementsAre(Dyad{ActorId("IRN"), ActorId("RUS")}, Dyad{ActorId("RUS"), ActorId("IRN")}));
  EXPECT_THAT(dyads(claim(0, "RUS", ClaimType::threaten, "")), IsEmpty());
}

TEST(Weight, FollowsGoldsteinConfidenceAndModality) {
  Claim aid = claim(0, "IRN", ClaimType::aid, "RUS");
  EXPECT_DOUBLE_EQ(evidence_weight(aid), 0.7);
  aid.intensity = 8.3;
  EXPECT_DOUBLE_EQ(evidence_weight(aid), 0.83);
  aid.modality = Modality::promised;
  EXPECT_DOUBLE_EQ(evidence_weight(aid), 0.415);
  aid.modality = Modality::denied;
  EXPECT_DOUBLE_EQ(evidence_weight(aid), 0);
}

TEST(Weight, HostileTypesAreNegativeAndFuturesWeighNothing) {
  EXPECT_LT(evidence_weight(claim(0, "A", ClaimType::assault, "B")), -0.8);
  EXPECT_LT(evidence_weight(claim(0, "A", ClaimType::rival, "B")), 0);
  EXPECT_LT(evidence_weight(claim(0, "A", ClaimType::oppose, "B")), 0);
  EXPECT_LT(evidence_weight(claim(0, "A", ClaimType::warning, "B", Domain::military, Modality::conditional)), 0);
  EXPECT_EQ(evidence_weight(claim(0, "A", ClaimType::likely, "B", Domain::military, Modality::expected)), 0);
  EXPECT_EQ(evidence_weight(claim(0, "A", ClaimType::will_act, "B", Domain::military, Modality::open)), 0);
}

/// The documented formula, written out plainly: positive and negative weights, the k-th repetition counting 1/k.
double by_hand(double positive, double negative) {
  return (positive - negative) / (positive + negative + 1);
}

TEST(Standing, FollowsTheFormula) {
  const std::vector<Claim> claims = {claim(0, "IRN", ClaimType::aid, "RUS"), claim(1, "IRN", ClaimType::aid, "RUS"),
                                     claim(2, "IRN", ClaimType::aid, "RUS"), claim(3, "IRN", ClaimType::accuse, "RUS")};
  const auto standing = standings(claims);
  ASSERT_EQ(standing.size(), 1U);
  const double positive = 0.7 * (1 + 1.0 / 2 + 1.0 / 3);
  EXPECT_NEAR(standing[0].strength, by_hand(positive, 0.2), 1e-12);
  EXPECT_EQ(standing[0].sign, Sign::positive);
  EXPECT_EQ(standing[0].grounds.size(), 4U);
  const double a = positive + 0.5;
  const double b = 0.2 + 0.5;
  EXPECT_NEAR(standing[0].uncertainty, 2 * 1.2816 * std::sqrt(a * b / ((a + b) * (a + b) * (a + b + 1))), 1e-12);
}

TEST(Standing, MoreEvidenceIsMoreCertainAndRepetitionCountsLess) {
  std::vector<Claim> claims;
  double last_strength = 0;
  double last_gain = 1;
  double last_uncertainty = 1;
  for (uint32_t i = 0; i < 6; ++i) {
    claims.push_back(claim(i, "A", ClaimType::aid, "B"));
    const Relation now = standings(claims).at(0);
    EXPECT_GT(now.strength, last_strength);
    EXPECT_LT(now.strength - last_strength, last_gain);
    EXPECT_LT(now.uncertainty, last_uncertainty);
    last_gain = now.strength - last_strength;
    last_strength = now.strength;
    last_uncertainty = now.uncertainty;
  }
}

TEST(Standing, ComplexTiesAreMixed) {
  Claim complex = claim(0, "TUR", ClaimType::partner, "ISR");
  complex.sign = Sign::mixed;
  EXPECT_EQ(pair_standings({complex}).at(0).sign, Sign::mixed);
  EXPECT_NEAR(pair_standings({complex}).at(0).balance, 0, 1e-12);
}

TEST(Standing, UndirectedTiesCountOnceForThePair) {
  const auto once = pair_standings({claim(0, "A", ClaimType::partner, "B")});
  const auto both = pair_standings({claim(0, "A B", ClaimType::partner, "A B")});
  ASSERT_EQ(once.size(), 1U);
  ASSERT_EQ(both.size(), 1U);
  EXPECT_DOUBLE_EQ(once[0].balance, both[0].balance);
  EXPECT_EQ(standings({claim(0, "A", ClaimType::partner, "B")}).size(), 2U);   // each towards the other
  EXPECT_EQ(standings({claim(0, "A", ClaimType::supplier, "B")}).size(), 1U);  // one way only
}

TEST(Standing, SharingAnAdversaryBindsAndOpposes) {
  const auto pairs = pair_standings({claim(0, "IRN RUS", ClaimType::shared_adversary, "WEST")});
  ASSERT_EQ(pairs.size(), 3U);
  EXPECT_EQ(pairs[0].pair, (Dyad{ActorId("IRN"), ActorId("RUS")}));
  EXPECT_GT(pairs[0].balance, 0);
  EXPECT_LT(pairs[1].balance, 0);
  EXPECT_LT(pairs[2].balance, 0);
}

TEST(Standing, OrderOfClaimsDoesNotMatter) {
  std::vector<Claim> claims;
  for (uint32_t i = 0; i < 12; ++i) {
    Claim c = claim(i, i % 2 == 0 ? "A" : "C A", i % 3 == 0 ? ClaimType::aid : ClaimType::accuse, "B");
    Evidence evidence = c.first_evidence();
    evidence.confidence = 0.3 + 0.05 * i;
    Claim sure(c.type, evidence);
    sure.source = c.source;
    sure.target = c.target;
    claims.push_back(sure);
  }
  const auto forward = pair_standings(claims);
  std::reverse(claims.begin(), claims.end());
  const auto backward = pair_standings(claims);
  ASSERT_EQ(forward.size(), backward.size());
  for (size_t i = 0; i < forward.size(); ++i) {
    EXPECT_EQ(forward[i].balance, backward[i].balance);  // to the last bit
    EXPECT_EQ(forward[i].grounds, backward[i].grounds);
  }
}

}  // namespace
}  // namespace entente
