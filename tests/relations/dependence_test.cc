// Dependence: shares, alternatives, how hard a good is to replace, and what is said of need.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "relations/claims.h"
#include "relations/relations.h"

namespace entente {
namespace {

using test::claim;
using test::with_good;
using testing::IsEmpty;
using testing::SizeIs;

Claim gives(uint32_t n, std::string_view from, std::string_view to, const std::string& good) {
  return with_good(claim(n, from, ClaimType::aid, to), good);
}

Claim measured(uint32_t n, std::string_view from, std::string_view to, double amount, int year) {
  Claim out = with_good(claim(n, from, ClaimType::supplier, to), "arms");
  out.amount = amount;
  out.unit = "million TIV";
  out.when = Date::of_year(year);
  return out;
}

const Dependence& between(const std::vector<Dependence>& all, const char* a, const char* b) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Dependence& d) {
    return d.pair == unordered({ActorId(a), ActorId(b)});
  });
  if (found == all.end()) throw std::runtime_error("no such pair");
  return *found;
}

TEST(Dependence, FollowsTheFormula) {
  const auto all = dependences({gives(0, "A", "B", "drones")});
  ASSERT_THAT(all, SizeIs(1));
  // one flow said once, one unseen supplier of weight one half: share 1 / 1.5; drones are replaced with difficulty 0.5
  EXPECT_NEAR(all[0].to_needs.total, 1 / 1.5 * 0.5, 1e-12);
  EXPECT_EQ(all[0].from_needs.total, 0);
  EXPECT_LT(all[0].asymmetry(), 0);  // the second needs the first
  EXPECT_THAT(all[0].to_needs.grounds, SizeIs(1));
}

TEST(Dependence, AlternativesLowerIt) {
  const double alone = between(dependences({gives(0, "A", "B", "drones")}), "A", "B").to_needs.total;
  const auto all = dependences({gives(0, "A", "B", "drones"), gives(1, "C", "B", "drones")});
  EXPECT_LT(between(all, "A", "B").to_needs.total, alone);
  EXPECT_EQ(between(all, "A", "B").to_needs.supplies[0].others, 1U);
  // what somebody else gets is no alternative
  EXPECT_DOUBLE_EQ(
      between(dependences({gives(0, "A", "B", "drones"), gives(1, "C", "D", "drones")}), "A", "B").to_needs.total,
      alone);
}

TEST(Dependence, GoodsThatAreHardToReplaceRaiseIt) {
  EXPECT_GT(between(dependences({gives(0, "A", "B", "reactors")}), "A", "B").to_needs.total,
            between(dependences({gives(0, "A", "B", "food")}), "A", "B").to_needs.total);
  EXPECT_EQ(hard_to_replace("something", Domain::nuclear), 0.8);
}

TEST(Dependence, AmountsOfOneUnitGiveTheShares) {
  const auto all =
      dependences({measured(0, "A", "B", 30, 2000), measured(1, "A", "B", 60, 2001), measured(2, "C", "B", 10, 2000)});
  const Need& need = between(all, "A", "B").to_needs;
  EXPECT_NEAR(need.supplies[0].share, 0.9 * 3 / 3.5, 1e-12);
  EXPECT_NEAR(need.total, need.supplies[0].share * 0.5, 1e-12);
}

TEST(Dependence, WhatIsSaidOfNeedCountsBesideFlows) {
  const auto all = dependences({claim(0, "A", ClaimType::dependence, "B"), claim(1, "A", ClaimType::dependence, "B"),
                                gives(2, "B", "A", "drones")});
  const Need& need = all.at(0).from_needs;
  EXPECT_NEAR(need.from_claims, 1 - (1 - 0.5) * (1 - 0.25), 1e-12);  // said twice: the second counts half
  EXPECT_NEAR(need.total, 1 - (1 - need.from_flows) * (1 - need.from_claims), 1e-12);
  EXPECT_GT(all[0].asymmetry(), 0);
  EXPECT_THAT(dependences({claim(0, "A", ClaimType::dependence, "B", Domain::military, Modality::denied)}), IsEmpty());
}

TEST(Dependence, StaysWithinBoundsAndIsTheSameInAnyOrder) {
  std::mt19937 random(11);
  const std::vector<std::string> who = {"A", "B", "C", "D"};
  const std::vector<std::string> goods = {"drones", "oil", "reactors", ""};
  for (int round = 0; round < 30; ++round) {
    std::vector<Claim> claims;
    for (uint32_t i = 0; i < 25; ++i) {
      const std::string& a = who[random() % 4];
      const std::string& b = who[random() % 4];
      if (a == b) continue;
      claims.push_back(random() % 4 == 0 ? claim(i, a, ClaimType::dependence, b) : gives(i, a, b, goods[random() % 4]));
    }
    const auto expected = dependences(claims);
    for (const Dependence& d : expected) {
      for (const Need* need : {&d.from_needs, &d.to_needs}) {
        EXPECT_GE(need->total, 0);
        EXPECT_LE(need->total, 1);
      }
    }
    std::shuffle(claims.begin(), claims.end(), random);
    const auto again = dependences(claims);
    ASSERT_EQ(again.size(), expected.size());
    for (size_t i = 0; i < again.size(); ++i) {
      EXPECT_EQ(again[i].from_needs.total, expected[i].from_needs.total);
      EXPECT_EQ(again[i].to_needs.total, expected[i].to_needs.total);
    }
  }
}

}  // namespace
}  // namespace entente
