// Stored questions: kept once, forecasts and settlements as rows of their own, marks, older ledgers, damage.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "ledger/ledger.h"
#include "ledger/samples.h"

namespace entente {
namespace {

using samples::article;
using samples::claim;
using samples::Folder;
using samples::run_sql;
using ::testing::HasSubstr;
using ::testing::SizeIs;

Question question(const std::string& text = "Will Russia provide military aid to Iran by 31 March 2027?") {
  Question q;
  q.text = text;
  q.source = ActorId("RUS");
  q.target = ActorId("IRN");
  q.act = {{ClaimType::aid}, {"072"}, Domain::military};
  q.window = {first_day(Date::of_day(2026, 9, 1)), first_day(Date::of_day(2027, 3, 31))};
  return q;
}

PastEvent past_event() {
  PastEvent event;
  event.day = 16000;
  event.source = ActorId("RUS");
  event.target = ActorId("IRN");
  event.code = "072";
  event.type = ClaimType::aid;
  event.data_set = "icews";
  event.row = RowPassage{"0123", 42};
  event.claims = {ClaimId("aa"), ClaimId("bb")};
  return event;
}

Forecast forecast(double probability = 0.1 + 0.2) {
  Forecast f;
  f.question = question().id();
  f.day = question().window.first;
  f.as_of = {7};
  f.probability = probability;
  f.low = 1.0 / 3;
  f.high = 0.5;
  f.base_rate = 0.01;
  f.method = "pairs/1";
  PastEvent bare;
  bare.data_set = "articles";
  f.reasons = {{"did it \"before\"", 0.75, {past_event(), bare}}, {"nothing since", -1.5, {}}};
  return f;
}

Settlement settlement(bool yes) {
  Settlement s;
  s.question = question().id();
  s.yes = yes;
  s.day = question().window.last;
  if (yes) s.events = {past_event()};
  s.as_of = {9};
  return s;
}

class QuestionBookTest : public ::testing::Test {
 protected:
  QuestionBookTest() : path_(folder_.file("ledger.db")) {}
  Ledger open() { return Ledger::open(path_).value(); }

  Folder folder_;
  std::string path_;
};

TEST_F(QuestionBookTest, GivesBackAllThatWasKept) {
  Ledger ledger = open();
  ASSERT_EQ(ledger.keep_forecast(question(), forecast()).value(), Stored::added);
  ASSERT_EQ(ledger.settle(settlement(true)).value(), Stored::added);
  const auto kept = ledger.questions().value();
  ASSERT_THAT(kept, SizeIs(1));
  EXPECT_EQ(kept[0].question, question());
  EXPECT_EQ(kept[0].question.text, question().text);
  ASSERT_THAT(kept[0].forecasts, SizeIs(1));
  EXPECT_EQ(kept[0].forecasts[0].forecast, forecast());
  ASSERT_TRUE(kept[0].settlement.has_value());
  EXPECT_EQ(*kept[0].settlement, settlement(true));
  EXPECT_TRUE(ledger.check(false).value().empty());
}

TEST_F(QuestionBookTest, AQuestionInOtherWordsIsTheSameAndTheSameForecastAddsNothing) {
  Ledger ledger = open();
  ASSERT_EQ(ledger.keep_forecast(question(), forecast()).value(), Stored::added);
  EXPECT_EQ(ledger.keep_forecast(question("Is Russia going to arm Iran?"), forecast()).value(), Stored::already_there);
  EXPECT_EQ(ledger.keep_forecast(question(), forecast(0.4)).value(), Stored::added);
  const auto kept = ledger.questions().value();
  ASSERT_THAT(kept, SizeIs(1));
  EXPECT_THAT(kept[0].forecasts, SizeIs(2));
}

TEST_F(QuestionBookTest, RefusesAForecastOfAnotherQuestionAndAnEndWithoutOne) {
  Ledger ledger = open();
  Question other = question();
  other.denied = true;
  EXPECT_EQ(ledger.keep_forecast(other, forecast()).error().code, ErrorCode::input);
  EXPECT_EQ(ledger.settle(settlement(true)).error().code, ErrorCode::missing);
}

TEST_F(QuestionBookTest, ACorrectedEndSupersedesAndOlderMarksSeeTheOlderOne) {
  Ledger ledger = open();
  ASSERT_TRUE(ledger.keep_forecast(question(), forecast()).ok());
  const LedgerMark before = ledger.mark().value();
  ASSERT_TRUE(ledger.settle(settlement(false)).ok());
  const LedgerMark between = ledger.mark().value();
  EXPECT_EQ(ledger.settle(settlement(false)).value(), Stored::already_there);
  ASSERT_EQ(ledger.settle(settlement(true)).value(), Stored::added);
  EXPECT_FALSE(ledger.questions(before).value()[0].settlement.has_value());
  EXPECT_FALSE(ledger.questions(between).value()[0].settlement->yes);
  EXPECT_TRUE(ledger.questions().value()[0].settlement->yes);
  EXPECT_THAT(ledger.questions(LedgerMark{0}).value(), SizeIs(0));
}

TEST_F(QuestionBookTest, RowsCannotBeChangedOrDeleted) {
  {
    Ledger ledger = open();
    ASSERT_TRUE(ledger.keep_forecast(question(), forecast()).ok());
    ASSERT_TRUE(ledger.settle(settlement(false)).ok());
  }
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(path_.c_str(), &db), SQLITE_OK);
  for (const char* sql : {"UPDATE question SET text = 'x'", "DELETE FROM question", "UPDATE forecast SET low = 0",
                          "DELETE FROM forecast", "UPDATE settlement SET yes = 1", "DELETE FROM settlement"}) {
    EXPECT_EQ(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), SQLITE_CONSTRAINT) << sql;
  }
  sqlite3_close(db);
}

constexpr const char* back_to_version_2 =
    "DROP TABLE settlement; DROP TABLE forecast; DROP TABLE question; PRAGMA user_version = 2";

TEST_F(QuestionBookTest, ALedgerOfTheVersionBeforeKeepsEverything) {
  const Article a = article("Paris sent arms.");
  const std::vector<Claim> claims = {claim(a, ClaimType::aid, "FRA", "TCD"), samples::full_claim(a)};
  LedgerMark mark;
  {
    Ledger ledger = open();
    ASSERT_TRUE(ledger.store(a, "m", claims).ok());
    EventStore store = ledger.events();
    EventImport import = store.import().value();
    EventBatch batch;
    batch.format = batch.data_set = "icews";
    batch.path = "events.tab";
    batch.beginning = batch.digest = "00";
    batch.last_row = 1;
    batch.covers = {{16000, 16000}};
    import.begin(batch);
    NewEvent event;
    event.source = import.actor("RUS");
    event.target = import.actor("IRN");
    event.kind = import.kind({"072", ClaimType::aid, Quad::material_cooperation, Domain::military, 8.3});
    event.publisher = import.publisher("");
    event.place = import.place({});
    event.day = 16000;
    event.row = event.id = 1;
    import.add(event);
    import.end(batch);
    ASSERT_TRUE(import.record().ok());
    mark = ledger.mark().value();
  }
  run_sql(path_, back_to_version_2);
  Ledger ledger = open();
  EXPECT_EQ(ledger.mark().value().row, mark.row);
  EXPECT_THAT(ledger.claims({}).value(), SizeIs(2));
  EXPECT_EQ(ledger.article(a.id).value().text, a.text);
  EXPECT_EQ(ledger.events().size().value().events, 1U);
  EXPECT_THAT(ledger.questions().value(), SizeIs(0));
  ASSERT_TRUE(ledger.keep_forecast(question(), forecast()).ok());
  EXPECT_GT(ledger.mark().value().row, mark.row);
  EXPECT_TRUE(ledger.check(false).value().empty());
}

TEST_F(QuestionBookTest, DamageIsFoundAndARepairCarriesTheOthersOver) {
  const Article a = article("Paris sent arms.");
  {
    Ledger ledger = open();
    ASSERT_TRUE(ledger.store(a, "m", {claim(a, ClaimType::aid, "FRA", "TCD")}).ok());
    ASSERT_TRUE(ledger.keep_forecast(question(), forecast()).ok());
    ASSERT_TRUE(ledger.settle(settlement(true)).ok());
  }
  run_sql(path_, "DROP TRIGGER claim_stays; UPDATE claim SET cameo = '999'");
  {
    Ledger ledger = open();
    ASSERT_FALSE(ledger.check(true).value().empty());
    const auto kept = ledger.questions().value();
    ASSERT_THAT(kept, SizeIs(1));
    EXPECT_EQ(kept[0].forecasts.at(0).forecast, forecast());
    EXPECT_EQ(*kept[0].settlement, settlement(true));
  }
  run_sql(path_, "DROP TRIGGER question_stays; UPDATE question SET source = 'CHN'");
  Ledger ledger = open();
  EXPECT_EQ(ledger.questions().error().code, ErrorCode::damaged);
  const auto problems = ledger.check(false).value();
  ASSERT_FALSE(problems.empty());
  EXPECT_THAT(problems[0].what, HasSubstr("question"));
}

}  // namespace
}  // namespace entente
