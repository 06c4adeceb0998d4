// A warning that names neither whom nor what belongs to the line that its issuer drew before.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "relations/claims.h"
#include "relations/relations.h"

namespace entente {
namespace {

using test::about;
using test::claim;
using testing::SizeIs;

TEST(RedLineSayings, OneThatPointsBackIsNoLineOfItsOwn) {
  const std::vector<Claim> claims = {about(claim(0, "RUS:GOV", ClaimType::warning, "USA"), "not to strike Iran", "IRN"),
                                     claim(1, "RUS", ClaimType::warning, ""),   // "this is a red line for Moscow"
                                     claim(2, "CHN", ClaimType::warning, "")};  // another's, of which nothing is known
  const std::vector<RedLine> lines = red_lines(claims);
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_EQ(lines[0].by, ActorId("CHN"));
  EXPECT_EQ(lines[1].by, ActorId("RUS"));
  EXPECT_THAT(lines[1].sayings, SizeIs(2));
  EXPECT_EQ(lines[1].to, test::actors("USA"));
  const auto fates = red_line_fates(claims, [](const ArticleId&) { return Date::of_day(2024, 1, 1); });
  ASSERT_THAT(fates, SizeIs(2));
  EXPECT_EQ(fates[1].forbids, ClaimType::assault);
  EXPECT_THAT(fates[1].line.sayings, SizeIs(2));
}

TEST(RedLineSayings, OneBeforeAnyLineStandsByItself) {
  EXPECT_THAT(red_lines({claim(0, "RUS", ClaimType::warning, ""),
                         about(claim(1, "RUS", ClaimType::warning, "USA"), "not to strike", "IRN")}),
              SizeIs(2));
}

}  // namespace
}  // namespace entente
