// Storing and listing: nothing lost, nothing double, older marks see the older state.
#include "ledger/ledger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/samples.h"

namespace entente {
namespace {

using samples::article;
using samples::claim;
using samples::Folder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class LedgerTest : public ::testing::Test {
 protected:
  LedgerTest() : path_(folder_.file("ledger.db")), ledger_(Ledger::open(path_).value()) {}

  std::vector<std::string> types(const ClaimFilter& filter) {
    std::vector<std::string> names;
    for (const Claim& c : ledger_.claims(filter).value()) names.emplace_back(name_of(c.type));
    return names;
  }
  void store(const Article& a, const std::vector<Claim>& claims, const std::string& method = "coder/1") {
    const Result<Stored> stored = ledger_.store(a, method, claims);
    ASSERT_TRUE(stored.ok()) << stored.error().message;
  }

  Folder folder_;
  std::string path_;
  Ledger ledger_;
};

void expect_same(const Claim& a, const Claim& b) {
  EXPECT_EQ(a.id(), b.id());
  EXPECT_EQ(a.source, b.source);
  EXPECT_EQ(a.target, b.target);
  EXPECT_EQ(a.type, b.type);
  EXPECT_EQ(a.domain, b.domain);
  EXPECT_EQ(a.modality, b.modality);
  EXPECT_EQ(a.about, b.about);
  EXPECT_EQ(a.when, b.when);
  EXPECT_EQ(a.cameo, b.cameo);
  EXPECT_EQ(a.intensity, b.intensity);
  EXPECT_EQ(a.sign, b.sign);
  EXPECT_EQ(a.good, b.good);
  EXPECT_EQ(a.amount, b.amount);
  EXPECT_EQ(a.unit, b.unit);
  EXPECT_EQ(a.consequence, b.consequence);
  EXPECT_EQ(a.why, b.why);
}

void expect_same(const Evidence& a, const Evidence& b) {
  EXPECT_EQ(a.passage, b.passage);
  EXPECT_EQ(a.trigger, b.trigger);
  EXPECT_EQ(a.method, b.method);
  EXPECT_EQ(a.confidence, b.confidence);
  EXPECT_EQ(a.attribution, b.attribution);
}

TEST_F(LedgerTest, GivesBackEveryFieldOfAClaim) {
  const Article a = article("Paris sent arms.");
  const Claim in = samples::full_claim(a);
  store(a, {in});
  const std::vector<Claim> out = ledger_.claims({}).value();
  ASSERT_EQ(out.size(), 1U);
  expect_same(in, out[0]);
  ASSERT_EQ(out[0].evidence().size(), 2U);
  for (size_t i = 0; i < 2; ++i) expect_same(in.evidence()[i], out[0].evidence()[i]);
}

TEST_F(LedgerTest, GivesBackAPlainClaimWithItsEmptyFieldsEmpty) {
  const Article a = article("Nothing said.");
  const Claim in = claim(a, ClaimType::other_question, "FRA", "DEU");
  store(a, {in});
  const Claim out = ledger_.claims({}).value().at(0);
  expect_same(in, out);
  EXPECT_FALSE(out.about || out.sign || out.amount || out.when.known());
}

TEST_F(LedgerTest, GivesBackEveryFieldOfAnArticle) {
  Article a = article(std::string("Text with a zero \0 byte, \xC3\xA9.", 28), "folder/é.html");
  a.address = "https://example.org/a";
  a.byline = "A. Writer";
  a.published = Date::of_day(2024, 2, 29);
  a.fetched = "2024-03-01T00:00:00Z";
  a.licence = "CC BY 4.0";
  a.dropped = {{"Share this", "navigation"}, {"A \"caption\"", "caption"}};
  a.broken_bytes = 3;
  store(a, {});
  const Article out = ledger_.article(a.id).value();
  EXPECT_EQ(std::tie(out.text, out.path, out.address, out.title, out.byline, out.published, out.fetched),
            std::tie(a.text, a.path, a.address, a.title, a.byline, a.published, a.fetched));
  EXPECT_EQ(std::tie(out.licence, out.language, out.broken_bytes), std::tie(a.licence, a.language, a.broken_bytes));
  ASSERT_EQ(out.dropped.size(), 2U);
  EXPECT_EQ(out.dropped[1].text, "A \"caption\"");
  EXPECT_EQ(out.dropped[1].reason, "caption");
}

TEST_F(LedgerTest, TheSameArticleTwiceAddsNothing) {
  const Article a = article("Paris sent arms.");
  const std::vector<Claim> claims = {claim(a, ClaimType::aid, "FRA", "TCD")};
  EXPECT_EQ(ledger_.store(a, "coder/1", claims).value(), Stored::added);
  const int64_t before = ledger_.mark().value().row;
  EXPECT_EQ(ledger_.store(a, "coder/1", claims).value(), Stored::already_there);
  EXPECT_EQ(ledger_.mark().value().row, before);
  EXPECT_EQ(ledger_.claims({}).value().size(), 1U);
}

TEST_F(LedgerTest, HoldsAnArticleOnlyByTheMethodThatReadItLast) {
  const Article a = article("Nobody named.");
  EXPECT_FALSE(ledger_.held(a.id, "coder/1").value().has_value());
  store(a, {}, "coder/1");
  EXPECT_TRUE(ledger_.held(a.id, "coder/1").value().has_value());
  store(a, {}, "coder/2");
  EXPECT_FALSE(ledger_.held(a.id, "coder/1").value().has_value());
  EXPECT_TRUE(ledger_.held(a.id, "coder/2").value().has_value());
}

TEST_F(LedgerTest, ANewerMethodSupersedesAndOldMarksStillSeeTheOld) {
  const Article a = article("Paris sent arms.");
  store(a, {claim(a, ClaimType::aid, "FRA", "TCD")}, "coder/1");
  const LedgerMark old_mark = ledger_.mark().value();
  store(a, {claim(a, ClaimType::cooperate, "FRA", "TCD"), claim(a, ClaimType::support, "FRA", "TCD")}, "coder/2");

  EXPECT_THAT(types({}), ElementsAre("COOPERATE", "support"));
  ClaimFilter then;
  then.as_of = old_mark;
  EXPECT_THAT(types(then), ElementsAre("AID"));
  EXPECT_EQ(ledger_.articles({}).value().size(), 1U);
}

TEST_F(LedgerTest, NoMarkSeesHalfAnArticle) {
  const Article a = article("Paris sent arms.");
  store(a, {claim(a, ClaimType::aid, "FRA", "TCD"), claim(a, ClaimType::accuse, "FRA", "LBY")});
  for (int64_t row = 0; row < ledger_.mark().value().row; ++row) {
    ClaimFilter filter;
    filter.as_of.row = row;
    EXPECT_TRUE(ledger_.claims(filter).value().empty()) << row;
    EXPECT_TRUE(ledger_.articles({row}).value().empty()) << row;
  }
}

TEST_F(LedgerTest, TheNewestMetadataOfATextCounts) {
  Article a = article("Paris sent arms.");
  store(a, {claim(a, ClaimType::aid, "FRA", "TCD")}, "coder/1");
  a.published = Date::of_day(1987, 2, 11);
  store(a, {claim(a, ClaimType::aid, "FRA", "TCD")}, "coder/2");
  EXPECT_EQ(to_iso(ledger_.article(a.id).value().published), "1987-02-11");
  ClaimFilter filter;
  filter.since = Date::of_year(1987);
  EXPECT_EQ(ledger_.claims(filter).value().size(), 1U);
}

TEST_F(LedgerTest, KeepsTheFirstOfClaimsWithTheSameId) {
  const Article a = article("Paris sent arms.");
  Claim second = claim(a, ClaimType::aid, "FRA", "TCD");
  second.why = "another rule";
  store(a, {claim(a, ClaimType::aid, "FRA", "TCD"), second});
  ASSERT_EQ(ledger_.claims({}).value().size(), 1U);
  EXPECT_EQ(ledger_.claims({}).value()[0].why, "");
}

TEST_F(LedgerTest, RefusesAClaimThatRestsOnAnotherArticle) {
  const Article a = article("Paris sent arms.");
  const Article b = article("Bonn did not.");
  const Result<Stored> stored = ledger_.store(a, "coder/1", {claim(b, ClaimType::aid, "FRA", "TCD")});
  ASSERT_FALSE(stored.ok());
  EXPECT_EQ(stored.error().code, ErrorCode::input);
  EXPECT_EQ(ledger_.mark().value().row, 0);
}

TEST_F(LedgerTest, AnActorMatchesWhatHangsOnIt) {
  const Article a = article("One. Two. Three. Four.");
  Claim about = claim(a, ClaimType::oppose, "CHN", "JPN", {17, 22});
  about.about = About{{ActorId("RUS:MIL")}, ""};
  store(a, {claim(a, ClaimType::aid, "RUS:GOV", "IRN", {0, 4}), claim(a, ClaimType::accuse, "IRN", "RUS", {5, 9}),
            claim(a, ClaimType::coerce, "RUSX", "IRN", {10, 16}), about});
  ClaimFilter filter;
  filter.actors = {ActorId("RUS")};
  EXPECT_THAT(types(filter), ElementsAre("AID", "ACCUSE", "oppose"));
  filter.actors = {ActorId("RUS:GOV")};
  EXPECT_THAT(types(filter), ElementsAre("AID"));
  filter.actors = {ActorId("RUS"), ActorId("IRN")};
  EXPECT_THAT(types(filter), ElementsAre("AID", "ACCUSE"));
}

TEST_F(LedgerTest, FiltersByKindTypeDomainArticleAndWords) {
  const Article a = article("Paris sent Mirage jets. Tripoli was furious.");
  const Article b = article("Bonn waited.", "b.txt");
  Claim aid = claim(a, ClaimType::aid, "FRA", "TCD", {0, 23});
  aid.domain = Domain::military;
  store(a, {aid, claim(a, ClaimType::oppose, "LBY", "FRA", {24, 44})});
  store(b, {claim(b, ClaimType::support, "DEU", "FRA")});
  ClaimFilter filter;
  filter.kind = ClaimKind::stance;
  EXPECT_EQ(types(filter).size(), 2U);
  filter = {};
  filter.type = "support";
  EXPECT_THAT(types(filter), ElementsAre("support"));
  filter = {};
  filter.domain = Domain::military;
  EXPECT_THAT(types(filter), ElementsAre("AID"));
  filter = {};
  filter.article = b.id;
  EXPECT_THAT(types(filter), ElementsAre("support"));
  filter = {};
  filter.words = "mirage jets";
  EXPECT_THAT(types(filter), ElementsAre("AID"));
}

TEST_F(LedgerTest, AMistakeInTheWordsIsAUsageErrorAndTheNextQueryWorks) {
  ClaimFilter filter;
  filter.words = "\"open";
  const Result<std::vector<Claim>> claims = ledger_.claims(filter);
  ASSERT_FALSE(claims.ok());
  EXPECT_EQ(claims.error().code, ErrorCode::usage);
  EXPECT_TRUE(ledger_.claims({}).ok());
}

TEST_F(LedgerTest, FiltersByDateAndFallsBackToThePublication) {
  Article a = article("One. Two.");
  a.published = Date::of_day(2023, 6, 15);
  Claim dated = claim(a, ClaimType::aid, "FRA", "TCD", {0, 4});
  dated.when = Date::of_year(2020);
  store(a, {dated, claim(a, ClaimType::accuse, "FRA", "TCD", {5, 9})});
  const Article undated = article("Three.");
  store(undated, {claim(undated, ClaimType::coerce, "FRA", "TCD")});
  EXPECT_THAT(types({}), ElementsAre("AID", "ACCUSE", "COERCE"));
  ClaimFilter filter;
  filter.since = Date::of_day(2020, 12, 31);
  EXPECT_THAT(types(filter), ElementsAre("AID", "ACCUSE"));
  filter.since = Date::of_day(2021, 1, 1);
  EXPECT_THAT(types(filter), ElementsAre("ACCUSE"));
  filter = {};
  filter.until = Date::of_month(2023, 5);
  EXPECT_THAT(types(filter), ElementsAre("AID"));
}

TEST_F(LedgerTest, ListsTheSameWhateverTheOrderOfStoring) {
  Folder other_folder;
  Ledger other = Ledger::open(other_folder.file("ledger.db")).value();
  std::vector<Article> articles;
  for (int i = 0; i < 9; ++i) articles.push_back(article("Text " + std::to_string(i)));
  auto put = [](Ledger& ledger, const Article& a) {
    ASSERT_TRUE(ledger.store(a, "m", {claim(a, ClaimType::rival, "B", "A"), claim(a, ClaimType::aid, "A", "B")}).ok());
  };
  for (size_t i = 0; i < articles.size(); ++i) {
    put(ledger_, articles[i]);
    put(other, articles[articles.size() - 1 - i]);
  }
  const auto one = ledger_.claims({}).value();
  const auto two = other.claims({}).value();
  ASSERT_EQ(one.size(), two.size());
  for (size_t i = 0; i < one.size(); ++i) EXPECT_EQ(one[i].id(), two[i].id());
  const Article first = articles[3];
  const auto as_given = ledger_.claims_of(first.id).value();
  EXPECT_EQ(as_given.at(0).type, ClaimType::rival);
  EXPECT_EQ(as_given.at(1).type, ClaimType::aid);
}

TEST_F(LedgerTest, FindsAClaimByTheBeginningOfItsId) {
  const Article a = article("Paris sent arms.");
  const Claim c = claim(a, ClaimType::aid, "FRA", "TCD");
  store(a, {c});
  EXPECT_EQ(ledger_.claim(c.id().str().substr(0, 8)).value().id(), c.id());
  EXPECT_EQ(ledger_.claim(c.id().str()).value().id(), c.id());
  EXPECT_EQ(ledger_.claim("").error().code, ErrorCode::input);
  EXPECT_EQ(ledger_.claim("xyz").error().code, ErrorCode::input);
  const std::string other = c.id().str()[0] == '0' ? "1" : "0";
  EXPECT_EQ(ledger_.claim(other).error().code, ErrorCode::missing);
}

TEST_F(LedgerTest, SaysWhenAnIdPrefixFitsSeveralClaims) {
  std::string text = "x";
  for (int i = 0; i < 20; ++i) {  // of 17 ids two begin with the same digit
    const Article a = article(text += "x");
    store(a, {claim(a, ClaimType::aid, "FRA", "TCD")});
  }
  int ambiguous = 0;
  for (const char digit : std::string("0123456789abcdef")) {
    const Result<Claim> found = ledger_.claim(std::string(1, digit));
    if (!found && found.error().code == ErrorCode::input) ++ambiguous;
  }
  EXPECT_GT(ambiguous, 0);
}

TEST_F(LedgerTest, MarksCanBeFoundByTime) {
  Article a = article("One.");
  a.fetched = "2024-01-01T10:00:00Z";
  store(a, {});
  const int64_t first = ledger_.mark().value().row;
  Article b = article("Two.");
  b.fetched = "2024-01-02T10:00:00Z";
  store(b, {});
  EXPECT_EQ(ledger_.mark_at("2023-12-31").value().row, 0);
  EXPECT_EQ(ledger_.mark_at("2024-01-01").value().row, first);
  EXPECT_EQ(ledger_.mark_at("2024-01-02T09:00").value().row, first);
  EXPECT_EQ(ledger_.mark_at("2024").value().row, ledger_.mark().value().row);
}

TEST_F(LedgerTest, WhatWasStoredIsThereWhenOpenedAgain) {
  const Article a = article("Paris sent arms.");
  store(a, {claim(a, ClaimType::aid, "FRA", "TCD")});
  Ledger second = Ledger::open(path_, OpenMode::existing).value();
  EXPECT_EQ(second.claims({}).value().size(), 1U);
}

TEST(LedgerOpen, DoesNotMakeALedgerWhereOneMustExist) {
  Folder folder;
  const Result<Ledger> ledger = Ledger::open(folder.file("none.db"), OpenMode::existing);
  ASSERT_FALSE(ledger.ok());
  EXPECT_EQ(ledger.error().code, ErrorCode::missing);
  EXPECT_THAT(ledger.error().message, HasSubstr("none.db"));
  EXPECT_FALSE(std::filesystem::exists(folder.file("none.db")));
}

}  // namespace
}  // namespace entente
