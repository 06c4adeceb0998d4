// The ladder of support: table rows of claims and their rungs, and what is reached, offered and stopped.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "relations/claims.h"
#include "relations/relations.h"

namespace entente {
namespace {

using test::about;
using test::claim;
using test::with_good;
using testing::IsEmpty;
using testing::SizeIs;

struct Row {
  const char* what;
  Claim claim;
  std::optional<Rung> rung;
};

std::vector<Row> rows() {
  const auto mil = [](ClaimType type) { return claim(0, "A", type, "B", Domain::military); };
  const auto in = [](ClaimType type, Domain domain) { return claim(0, "A", type, "B", domain); };
  return {
      {"a stance of support is words", mil(ClaimType::support), Rung::words},
      {"opposition is no support", mil(ClaimType::oppose), std::nullopt},
      {"a vote or a signature backs", in(ClaimType::support_act, Domain::diplomatic), Rung::diplomatic},
      {"an ally backs at least", mil(ClaimType::ally), Rung::diplomatic},
      {"money is relief", in(ClaimType::aid, Domain::financial), Rung::economic},
      {"a trade partner gives nothing yet", in(ClaimType::partner, Domain::economic), std::nullopt},
      {"an investor relieves", in(ClaimType::investor, Domain::economic), Rung::economic},
      {"nuclear help is technical", in(ClaimType::aid, Domain::nuclear), Rung::technical},
      {"joint military work is technical", mil(ClaimType::cooperate), Rung::technical},
      {"military aid is arms", mil(ClaimType::aid), Rung::arms},
      {"drones are arms", with_good(in(ClaimType::aid, Domain::economic), "drones"), Rung::arms},
      {"air defence is advanced", with_good(mil(ClaimType::aid), "air-defence"), Rung::advanced_arms},
      {"advisers", about(mil(ClaimType::aid), "sent military advisers"), Rung::advisers},
      {"troops fight", about(mil(ClaimType::aid), "sent troops to the front"), Rung::fighting},
      {"refused jets", about(mil(ClaimType::refused), "advanced fighter jets"), Rung::advanced_arms},
      {"withheld fighting", about(mil(ClaimType::withheld), "direct military intervention"), Rung::fighting},
      {"never to defend", about(mil(ClaimType::excluded), "defending its ally"), Rung::mutual_defence},
      {"air defence is not to defend", about(mil(ClaimType::refused), "air defense systems"), Rung::advanced_arms},
      {"a limit without words", in(ClaimType::withheld, Domain::economic), Rung::economic},
      {"an attack is no support", mil(ClaimType::assault), std::nullopt},
      {"a meeting is no support", in(ClaimType::consult, Domain::diplomatic), std::nullopt},
      {"an expected clash is no support", about(mil(ClaimType::likely), "a military confrontation"), std::nullopt},
      {"expected arms", about(mil(ClaimType::possible), "arms deliveries"), Rung::arms},
  };
}

TEST(Ladder, RungsOfClaims) {
  for (const Row& row : rows()) EXPECT_EQ(rung_of(row.claim), row.rung) << row.what;
}

TEST(Ladder, TheSentenceTellsWhereTheClaimDoesNot) {
  const Claim limit = claim(0, "A", ClaimType::refused, "B");
  const auto wording = [](const Claim&) { return std::string("declined to send its soldiers"); };
  EXPECT_EQ(rung_of(limit), Rung::arms);
  EXPECT_EQ(rung_of(limit, wording), Rung::fighting);
}

TEST(Ladder, HighestReachedAndLowestStopped) {
  const auto found =
      ladders({claim(0, "RUS", ClaimType::aid, "IRN"), claim(1, "RUS", ClaimType::aid, "IRN", Domain::economic),
               about(claim(2, "RUS", ClaimType::refused, "IRN"), "fighter jets"),
               about(claim(3, "RUS", ClaimType::excluded, "IRN"), "mutual defence"),
               claim(4, "RUS", ClaimType::aid, "IRN", Domain::economic, Modality::offered)});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].rungs, SizeIs(rung_count));
  EXPECT_EQ(found[0].reached(), Rung::arms);
  EXPECT_EQ(found[0].offered(), Rung::economic);
  EXPECT_EQ(found[0].stopped(), Rung::advanced_arms);
  ASSERT_THAT(found[0].domains, SizeIs(2));  // military, economic
  EXPECT_EQ(found[0].domains[0].reached, Rung::arms);
  EXPECT_EQ(found[0].domains[0].stopped, Rung::advanced_arms);
  EXPECT_EQ(found[0].domains[1].reached, Rung::economic);
  EXPECT_EQ(found[0].domains[1].stopped, std::nullopt);
}

TEST(Ladder, PromisesAndAgreementsAreNotReached) {
  const auto found = ladders(
      {claim(0, "A", ClaimType::agree, "B"), claim(1, "A", ClaimType::aid, "B", Domain::military, Modality::promised)});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].reached(), std::nullopt);
  EXPECT_EQ(found[0].offered(), Rung::arms);
}

TEST(Ladder, DenialsAndHypothesesSayNothing) {
  EXPECT_THAT(ladders({claim(0, "A", ClaimType::aid, "B", Domain::military, Modality::denied),
                       claim(1, "A", ClaimType::aid, "B", Domain::military, Modality::hypothetical)}),
              IsEmpty());
}

TEST(Ladder, EveryRungHasAName) {
  for (int i = 0; i < rung_count; ++i) EXPECT_FALSE(name_of(static_cast<Rung>(i)).empty());
}

}  // namespace
}  // namespace entente
