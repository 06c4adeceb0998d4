// Red lines, balancing, mediation and common adversaries; balancing also against a brute-force reading of its rule.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "relations/claims.h"
#include "relations/relations.h"

namespace entente {
namespace {

using test::about;
using test::actors;
using test::claim;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(RedLines, SayingsOfOneLineStayTogetherInTextOrder) {
  Claim second = about(claim(7, "RUS", ClaimType::warning, "USA"), "intervene", "IRN");
  second.consequence = "chaos";
  const auto found =
      red_lines({second, about(claim(2, "RUS:Ryabkov", ClaimType::ultimatum, "USA:GOV"), "strike", "IRN"),
                 claim(3, "CHN", ClaimType::warning, "")});
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0].by, ActorId("CHN"));
  EXPECT_THAT(found[0].to, IsEmpty());
  EXPECT_EQ(found[1].type, ClaimType::ultimatum);
  EXPECT_THAT(found[1].to, ElementsAre(ActorId("USA")));
  EXPECT_THAT(found[1].about, ElementsAre(ActorId("IRN")));
  ASSERT_THAT(found[1].sayings, SizeIs(2));
  EXPECT_EQ(found[1].sayings[0].against, "strike");
  EXPECT_EQ(found[1].sayings[1].consequence, "chaos");
}

TEST(Balancing, TiesWithBothSidesOfARivalry) {
  const auto found = balancing({claim(0, "ISR", ClaimType::assault, "IRN"), claim(1, "RUS", ClaimType::aid, "IRN"),
                                claim(2, "RUS", ClaimType::ally, "IRN"), claim(3, "RUS", ClaimType::partner, "ISR")});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].actor, ActorId("RUS"));
  EXPECT_EQ(found[0].between, (Dyad{ActorId("IRN"), ActorId("ISR")}));
  EXPECT_GT(found[0].lean, 0);  // towards Iran
  EXPECT_THAT(found[0].ties_from, SizeIs(2));
  EXPECT_THAT(found[0].hostility, SizeIs(1));
}

TEST(Balancing, TellsInWhichDomainsTheTiesAre) {
  const auto found = balancing({claim(0, "ISR", ClaimType::assault, "IRN"), claim(1, "RUS", ClaimType::aid, "IRN"),
                                claim(2, "RUS", ClaimType::partner, "IRN", Domain::economic),
                                claim(3, "RUS", ClaimType::partner, "ISR", Domain::economic)});
  ASSERT_THAT(found, SizeIs(1));
  ASSERT_THAT(found[0].domains, SizeIs(2));
  EXPECT_EQ(found[0].domains[0].domain, Domain::military);
  EXPECT_GT(found[0].domains[0].from, 0);
  EXPECT_EQ(found[0].domains[0].to, 0);
  EXPECT_EQ(found[0].domains[1].domain, Domain::economic);
  EXPECT_DOUBLE_EQ(found[0].domains[1].from, found[0].domains[1].to);
}

TEST(Mediation, PartiesTakeOrRefuseIt) {
  Claim offer = claim(0, "RUS", ClaimType::consult, "IRN ISR", Domain::diplomatic, Modality::offered);
  const Claim no = about(claim(1, "ISR", ClaimType::reject, "RUS"), "the offer to mediate");
  const Claim yes = about(claim(2, "IRN", ClaimType::support_act, "RUS"), "Moscow's mediation");
  const Claim other = about(claim(3, "IRN", ClaimType::reject, "RUS"), "the draft");
  const auto found = mediations({offer, no, yes, other});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].refused_by, ElementsAre(ActorId("ISR")));
  EXPECT_THAT(found[0].accepted_by, ElementsAre(ActorId("IRN")));
  EXPECT_THAT(found[0].reactions, SizeIs(2));
}

TEST(Balancing, CriticismDoesNotUndoTies) {
  std::vector<Claim> claims = {claim(0, "ISR", ClaimType::assault, "IRN"), claim(1, "RUS", ClaimType::ally, "IRN"),
                               claim(2, "RUS", ClaimType::partner, "ISR")};
  for (uint32_t i = 3; i < 9; ++i)
    claims.push_back(claim(i, "RUS", i % 2 == 0 ? ClaimType::oppose : ClaimType::accuse, "ISR"));
  EXPECT_THAT(balancing(claims), SizeIs(1));
  claims.push_back(claim(9, "RUS", ClaimType::assault, "ISR"));
  EXPECT_THAT(balancing(claims), IsEmpty());
}

TEST(Balancing, WordsAloneOrOneSideAloneAreNone) {
  EXPECT_THAT(balancing({claim(0, "ISR", ClaimType::assault, "IRN"), claim(1, "RUS", ClaimType::support, "IRN"),
                         claim(2, "RUS", ClaimType::support, "ISR")}),
              IsEmpty());
  EXPECT_THAT(balancing({claim(0, "ISR", ClaimType::assault, "IRN"), claim(1, "RUS", ClaimType::ally, "IRN")}),
              IsEmpty());
}

TEST(Balancing, AgreesWithBruteForce) {
  std::mt19937 random(7);
  const std::vector<std::string> who = {"A", "B", "C", "D", "E"};
  for (int round = 0; round < 50; ++round) {
    std::vector<Claim> claims;
    for (uint32_t i = 0; i < 8; ++i) {
      const std::string& a = who[random() % who.size()];
      const std::string& b = who[random() % who.size()];
      if (a != b) claims.push_back(claim(i, a, random() % 2 == 0 ? ClaimType::ally : ClaimType::assault, b));
    }
    std::map<Dyad, PairStanding> pairs;
    for (const PairStanding& s : pair_standings(claims)) pairs.emplace(s.pair, s);
    const auto good = [&](const std::string& a, const std::string& b) {  // all claims here are ties or deeds
      const auto found = pairs.find(unordered({ActorId(a), ActorId(b)}));
      return found != pairs.end() && found->second.positive >= 0.2 && found->second.positive >= found->second.negative;
    };
    std::set<std::string> expected;
    for (const auto& [pair, s] : pairs) {
      if (s.sign != Sign::negative || s.balance > -0.15) continue;
      for (const std::string& c : who) {
        const bool third = c != pair.from.str() && c != pair.to.str();
        if (third && good(c, pair.from.str()) && good(c, pair.to.str())) {
          expected.insert(c + pair.from.str() + pair.to.str());
        }
      }
    }
    std::set<std::string> found;
    for (const Balancing& b : balancing(claims))
      found.insert(b.actor.str() + b.between.from.str() + b.between.to.str());
    EXPECT_EQ(found, expected) << "round " << round;
  }
}

TEST(Triangles, CornersKeepThoseInWhichAllStand) {
  std::mt19937 random(11);
  const std::vector<std::string> who = {"A", "B", "C", "D", "E", "F"};
  std::vector<Claim> claims;
  for (uint32_t i = 0; i < 60; ++i) {
    const std::string& a = who[random() % who.size()];
    const std::string& b = who[random() % who.size()];
    if (a != b) claims.push_back(claim(i, a, random() % 2 == 0 ? ClaimType::ally : ClaimType::assault, b));
  }
  claims.push_back(claim(60, "A C", ClaimType::shared_adversary, "D"));
  const auto names = [](const std::vector<ActorId>& ids) {
    std::string out;
    for (const ActorId& id : ids) out += id.str();
    return out;
  };
  size_t kept = 0;
  for (const std::vector<ActorId>& corners : {actors("A"), actors("A C"), actors("C D")}) {
    const auto holds = [&](const std::vector<ActorId>& three) {
      return std::all_of(corners.begin(), corners.end(),
                         [&](const ActorId& id) { return std::find(three.begin(), three.end(), id) != three.end(); });
    };
    std::vector<std::string> expected, found;
    for (const Balancing& b : balancing(claims)) {
      const std::vector<ActorId> three = {b.actor, b.between.from, b.between.to};
      if (holds(three)) expected.push_back(names(three));
    }
    for (const CommonAdversary& c : common_adversaries(claims)) {
      const std::vector<ActorId> three = {c.pair.from, c.pair.to, c.adversary};
      if (holds(three)) expected.push_back(names(three));
    }
    for (const Balancing& b : balancing(claims, pair_standings(claims), corners))
      found.push_back(names({b.actor, b.between.from, b.between.to}));
    for (const CommonAdversary& c : common_adversaries(claims, pair_standings(claims), corners)) {
      found.push_back(names({c.pair.from, c.pair.to, c.adversary}));
    }
    EXPECT_EQ(found, expected);
    kept += found.size();
  }
  EXPECT_GT(kept, 3U);
}

TEST(Mediation, OffersAndWhoWelcomesThem) {
  const auto found = mediations({claim(0, "RUS", ClaimType::consult, "IRN ISR", Domain::diplomatic, Modality::offered),
                                 about(claim(1, "USA", ClaimType::support, "RUS"), "its mediation"),
                                 about(claim(2, "EUR", ClaimType::oppose, "RUS"), "the offer to mediate"),
                                 about(claim(3, "CHN", ClaimType::oppose, "RUS"), "its tariffs")});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_TRUE(found[0].offered);
  EXPECT_EQ(found[0].parties, actors("IRN ISR"));
  EXPECT_EQ(found[0].welcomed_by, actors("USA"));
  EXPECT_EQ(found[0].opposed_by, actors("EUR"));
}

TEST(Mediation, AMeetingIsNoMediation) {
  EXPECT_THAT(mediations({claim(0, "RUS", ClaimType::consult, "IRN", Domain::diplomatic)}), IsEmpty());
}

TEST(Adversaries, StatedComeFirstAndDerivedAreTold) {
  const auto found =
      common_adversaries({claim(0, "A", ClaimType::assault, "X"), claim(1, "B", ClaimType::sanction, "X"),
                          claim(2, "IRN RUS", ClaimType::shared_adversary, "WEST", Domain::financial)});
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0].adversary, ActorId("WEST"));
  EXPECT_THAT(found[0].domains, ElementsAre(Domain::financial));
  EXPECT_THAT(found[0].stated, SizeIs(1));
  EXPECT_EQ(found[1].adversary, ActorId("X"));
  EXPECT_EQ(found[1].pair, (Dyad{ActorId("A"), ActorId("B")}));
  EXPECT_THAT(found[1].stated, IsEmpty());
  EXPECT_THAT(found[1].derived, SizeIs(2));
}

TEST(Adversaries, SharedWithWhomItIsAbout) {
  const auto found = common_adversaries({about(claim(0, "IRN", ClaimType::shared_adversary, "WEST"), "", "RUS")});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].pair, (Dyad{ActorId("IRN"), ActorId("RUS")}));
}

TEST(Adversaries, NotWhereTheTwoAreHostileThemselves) {
  EXPECT_THAT(common_adversaries({claim(0, "A", ClaimType::assault, "X"), claim(1, "B", ClaimType::assault, "X"),
                                  claim(2, "A", ClaimType::assault, "B")}),
              SizeIs(0));
}

}  // namespace
}  // namespace entente
