// Reports against events: one event however often it is told.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "relations/claims.h"
#include "relations/relations.h"

namespace entente::test {
namespace {

const std::map<std::string, Date> publication = {{"mon", Date::of_day(2024, 4, 1)},
                                                 {"tue", Date::of_day(2024, 4, 2)},
                                                 {"thu", Date::of_day(2024, 4, 4)},
                                                 {"june", Date::of_day(2024, 6, 20)}};

Date published(const ArticleId& id) {
  const auto found = publication.find(id.str());
  return found == publication.end() ? Date{} : found->second;
}

/// An event as told by that article, with confidence 0.5.
Claim told(const std::string& article, uint32_t at, std::string_view source, ClaimType type, std::string_view target,
           const Date& when = {}) {
  Evidence evidence(Passage{ArticleId(article), {at, at + 50}});
  evidence.confidence = 0.5;
  Claim out(type, evidence);
  out.source = actors(source);
  out.target = actors(target);
  out.when = when;
  return out;
}

TEST(Stories, ReportsOfCloseDaysAreOneEvent) {
  const std::vector<Claim> claims = {told("mon", 0, "ISR", ClaimType::assault, "SYR"),
                                     told("tue", 0, "ISR:MIL", ClaimType::assault, "SYR"),
                                     told("tue", 700, "ISR", ClaimType::assault, "SYR:GOV")};
  const auto found = stories(claims, published);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].reports.size(), 3U);
  EXPECT_EQ(found[0].articles, 2U);
  EXPECT_EQ(found[0].first, Date::of_day(2024, 4, 1));
  EXPECT_EQ(found[0].last, Date::of_day(2024, 4, 2));
  EXPECT_DOUBLE_EQ(found[0].confidence, 0.75);
}

TEST(Stories, OtherDaysPartiesTypesAndPlansAreOtherEvents) {
  std::vector<Claim> claims = {
      told("mon", 0, "ISR", ClaimType::assault, "SYR"), told("june", 0, "ISR", ClaimType::assault, "SYR"),
      told("mon", 100, "SYR", ClaimType::assault, "ISR"), told("mon", 200, "ISR", ClaimType::accuse, "SYR"),
      told("mon", 300, "ISR", ClaimType::assault, "SYR")};
  claims.back().modality = Modality::promised;
  EXPECT_EQ(stories(claims, published).size(), 5U);
}

TEST(Stories, AChainOfDaysHoldsTogetherWhateverTheOrder) {
  std::vector<Claim> claims = {told("mon", 0, "ISR", ClaimType::assault, "SYR"),
                               told("tue", 0, "ISR", ClaimType::assault, "SYR"),
                               told("thu", 0, "ISR", ClaimType::assault, "SYR"),
                               told("june", 0, "ISR", ClaimType::assault, "SYR", Date::of_day(2024, 4, 3))};
  std::vector<ClaimId> first;
  std::sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) { return a.id() < b.id(); });
  do {
    const auto found = stories(claims, published);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_FALSE(found[0].background);
    if (first.empty()) first = found[0].reports;
    EXPECT_EQ(found[0].reports, first);
  } while (std::next_permutation(claims.begin(), claims.end(),
                                 [](const Claim& a, const Claim& b) { return a.id() < b.id(); }));
}

TEST(Stories, WhatIsToldMuchLaterIsBackground) {
  const auto found = stories({told("june", 0, "IRN", ClaimType::aid, "RUS", Date::of_day(2024, 4, 1)),
                              told("june", 100, "IRN", ClaimType::aid, "RUS", Date::of_year(2022))},
                             published);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0].background);
  EXPECT_TRUE(found[1].background);
}

TEST(Stories, UndatedReportsOfUndatedArticlesStayApart) {
  EXPECT_EQ(stories({told("x", 0, "A", ClaimType::aid, "B"), told("y", 0, "A", ClaimType::aid, "B")}, published).size(),
            2U);
}

TEST(Stories, TheLeadSpeaksForTheStory) {
  const auto found =
      stories({told("mon", 5000, "ISR", ClaimType::assault, "SYR"), told("tue", 0, "ISR", ClaimType::assault, "SYR")},
              published);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].reports[0], told("tue", 0, "ISR", ClaimType::assault, "SYR").id());
}

}  // namespace
}  // namespace entente::test
