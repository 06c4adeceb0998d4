// What becomes of red lines: kept, crossed, answered; and the words that tell which act is meant.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "relations/act_words.h"
#include "relations/claims.h"
#include "relations/relations.h"

namespace entente {
namespace {

using test::about;
using test::claim;
using test::undated;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Claim on_day(Claim claim, int year, int month, int day) {
  claim.when = Date::of_day(year, month, day);
  return claim;
}

/// Russia warns the United States on 1 March 2020 not to strike Iran.
Claim warning(const std::string& act = "strike Iran") {
  Claim out = on_day(about(claim(0, "RUS", ClaimType::warning, "USA"), act, "IRN"), 2020, 3, 1);
  out.modality = Modality::conditional;
  return out;
}

RedLineFate fate_of(std::vector<Claim> claims) {
  const auto fates = red_line_fates(claims, undated);
  EXPECT_THAT(fates, SizeIs(1));
  return fates.front();
}

TEST(ActWords, NameTheKindOfAct) {
  struct Row {
    const char* words;
    std::vector<ClaimType> acts;
  };
  const std::vector<Row> rows = {{"not to strike Iran", {ClaimType::assault}},
                                 {"broader military actions in the region", {ClaimType::assault}},
                                 {"imposing new sanctions", {ClaimType::sanction}},
                                 {"supplying long-range missiles to Kyiv", {ClaimType::aid}},
                                 {"supply weapons to attack cities", {ClaimType::aid, ClaimType::assault}},
                                 {"recognising the island", {ClaimType::support_act}},
                                 {"deployment of troops", {ClaimType::mobilize}},
                                 {"a hostile and severe stance", {}},
                                 {"", {}}};
  for (const Row& row : rows) EXPECT_EQ(acts_in(row.words), row.acts) << row.words;
}

TEST(RedLineFates, CrossedByTheFirstLaterActOfTheKindAndAnsweredByADeed) {
  Claim line = warning();
  line.consequence = "Moscow would impose sanctions";
  const RedLineFate fate =
      fate_of({line, on_day(claim(1, "USA", ClaimType::assault, "IRN"), 2020, 2, 1),  // before it was drawn
               on_day(claim(2, "USA:MIL", ClaimType::assault, "IRN"), 2020, 5, 1),
               on_day(claim(3, "USA", ClaimType::assault, "IRN"), 2020, 6, 1),
               on_day(claim(4, "RUS", ClaimType::accuse, "USA"), 2020, 5, 2),
               on_day(claim(5, "RUS", ClaimType::sanction, "USA"), 2020, 5, 21)});
  EXPECT_EQ(fate.fate, LineFate::crossed);
  EXPECT_EQ(fate.forbids, ClaimType::assault);
  ASSERT_TRUE(fate.crossing);
  EXPECT_EQ(to_iso(fate.crossing->day), "2020-05-01");
  EXPECT_EQ(fate.crossing->days, 61);
  ASSERT_TRUE(fate.crossing->deed);
  EXPECT_EQ(fate.crossing->deed->type, ClaimType::sanction);
  EXPECT_EQ(fate.crossing->deed->days, 20);
  EXPECT_TRUE(fate.crossing->deed->as_threatened);
  ASSERT_TRUE(fate.crossing->word);
  EXPECT_EQ(fate.crossing->word->days, 1);
}

TEST(RedLineFates, OtherActsOtherActorsAndOtherVictimsDoNotCross) {
  const std::vector<Claim> others = {on_day(claim(1, "USA", ClaimType::sanction, "IRN"), 2020, 5, 1),
                                     on_day(claim(2, "ISR", ClaimType::assault, "IRN"), 2020, 5, 1),
                                     on_day(claim(3, "USA", ClaimType::assault, "IRQ"), 2020, 5, 1)};
  for (const Claim& other : others) EXPECT_EQ(fate_of({warning(), other}).fate, LineFate::kept);
  Claim only_threatened = on_day(claim(4, "USA", ClaimType::assault, "IRN"), 2020, 5, 1);
  only_threatened.modality = Modality::hypothetical;
  EXPECT_EQ(fate_of({warning(), only_threatened}).fate, LineFate::open);  // nothing that was done is told
}

TEST(RedLineFates, OpenWhereNothingLaterIsToldUnknownWithoutADayOrAnAct) {
  EXPECT_EQ(fate_of({warning()}).fate, LineFate::open);
  EXPECT_EQ(fate_of({warning("overstep")}).fate, LineFate::unknown);
  Claim dateless = warning();
  dateless.when = {};
  EXPECT_EQ(fate_of({dateless, on_day(claim(1, "USA", ClaimType::assault, "IRN"), 2020, 5, 1)}).fate,
            LineFate::unknown);
}

TEST(RedLineFates, AnArticleLendsItsDay) {
  Claim dateless = warning();
  dateless.when = {};
  const auto fates = red_line_fates({dateless, on_day(claim(1, "USA", ClaimType::assault, "IRN"), 2020, 5, 1)},
                                    [](const ArticleId&) { return Date::of_day(2020, 1, 1); });
  EXPECT_EQ(fates.at(0).fate, LineFate::crossed);
}

TEST(RedLineFates, ADayWithinTheSameMonthIsNotSurelyLater) {
  Claim line = warning();
  line.when = Date::of_month(2020, 3);
  EXPECT_EQ(fate_of({line, on_day(claim(1, "USA", ClaimType::assault, "IRN"), 2020, 3, 9)}).fate, LineFate::open);
}

TEST(RedLineFates, AnswersOutsideTheWindowDoNotCount) {
  const RedLineFate fate = fate_of({warning(), on_day(claim(1, "USA", ClaimType::assault, "IRN"), 2020, 5, 1),
                                    on_day(claim(2, "RUS", ClaimType::sanction, "USA"), 2021, 5, 1),
                                    on_day(claim(3, "RUS", ClaimType::sanction, "USA"), 2020, 4, 1)});
  ASSERT_TRUE(fate.crossing);
  EXPECT_FALSE(fate.crossing->deed);
}

TEST(LineRecords, CountFatesAndFollowThrough) {
  std::vector<RedLineFate> fates(4);
  for (RedLineFate& fate : fates) fate.line.by = ActorId("RUS");
  for (const size_t i : {0, 1, 2}) {
    fates[i].fate = LineFate::crossed;
    fates[i].crossing = LineCrossing{};
  }
  fates[0].crossing->deed = LineAnswer{ClaimId("x"), ClaimType::sanction, {}, 10, false};
  fates[1].crossing->deed = LineAnswer{ClaimId("y"), ClaimType::sanction, {}, 20, false};
  fates[2].crossing->word = LineAnswer{};
  fates[3].fate = LineFate::kept;
  const auto records = line_records(fates);
  ASSERT_THAT(records, SizeIs(1));
  EXPECT_EQ(records[0].lines, 4U);
  EXPECT_EQ(records[0].crossed, 3U);
  EXPECT_EQ(records[0].answered, 2U);
  EXPECT_EQ(records[0].answered_by_words, 1U);
  EXPECT_EQ(records[0].kept, 1U);
  EXPECT_NEAR(*records[0].follow_through(), 2.0 / 3, 1e-9);
  EXPECT_EQ(records[0].median_days, 15);
  EXPECT_FALSE(LineRecord{}.follow_through());
}

}  // namespace
}  // namespace entente
