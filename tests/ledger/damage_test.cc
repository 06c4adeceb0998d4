// Ledgers that are newer, foreign, damaged, locked or out of space: one clear error, and check and repair.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <fstream>

#include "ledger/ledger.h"
#include "ledger/samples.h"

namespace entente {
namespace {

using samples::article;
using samples::claim;
using samples::Folder;
using samples::run_sql;
using ::testing::HasSubstr;

class DamageTest : public ::testing::Test {
 protected:
  DamageTest() : path_(folder_.file("ledger.db")) {}

  /// A ledger with two articles, closed again.
  void make_ledger() {
    Ledger ledger = Ledger::open(path_).value();
    for (const Article& a : {one_, two_}) {
      const auto span = static_cast<uint32_t>(a.text.size());
      ASSERT_TRUE(
          ledger.store(a, "m", {claim(a, ClaimType::aid, "FRA", "TCD"), claim(a, ClaimType::rival, "FRA", "LBY")})
              .ok());
      ASSERT_GT(span, 0U);
    }
  }
  std::vector<LedgerProblem> check(bool repair = false) {
    Result<Ledger> ledger = Ledger::open(path_);
    if (!ledger) {
      ADD_FAILURE() << ledger.error().message;
      return {};
    }
    Result<std::vector<LedgerProblem>> problems = ledger->check(repair);
    if (!problems) ADD_FAILURE() << problems.error().message;
    return problems ? *problems : std::vector<LedgerProblem>{};
  }

  Folder folder_;
  std::string path_;
  Article one_ = article("Paris sent arms.", "one.txt");
  Article two_ = article("Paris sent more arms.", "two.txt");
};

constexpr const char* allow_updates =
    "DROP TRIGGER article_stays; DROP TRIGGER claim_stays; DROP TRIGGER claim_is_kept;";

TEST_F(DamageTest, RefusesANewerLedgerAndLeavesItAlone) {
  make_ledger();
  run_sql(path_, "PRAGMA user_version = 99");
  const Result<Ledger> ledger = Ledger::open(path_);
  ASSERT_FALSE(ledger.ok());
  EXPECT_EQ(ledger.error().code, ErrorCode::version);
  EXPECT_THAT(ledger.error().message, HasSubstr(path_));
  EXPECT_THAT(ledger.error().message, HasSubstr("newer"));
}

TEST_F(DamageTest, RefusesTheDatabaseOfAnotherProgram) {
  run_sql(path_, "CREATE TABLE mine (x)");
  const Result<Ledger> ledger = Ledger::open(path_);
  ASSERT_FALSE(ledger.ok());
  EXPECT_EQ(ledger.error().code, ErrorCode::damaged);
}

TEST_F(DamageTest, RefusesAFileThatIsNoDatabase) {
  std::ofstream(path_) << std::string(5000, 'x');
  const Result<Ledger> ledger = Ledger::open(path_);
  ASSERT_FALSE(ledger.ok());
  EXPECT_EQ(ledger.error().code, ErrorCode::damaged);
  EXPECT_THAT(ledger.error().message, HasSubstr(path_));
}

TEST_F(DamageTest, NamesTheFileThatCannotBeMade) {
  const Result<Ledger> ledger = Ledger::open(folder_.file("no/such/folder/ledger.db"));
  ASSERT_FALSE(ledger.ok());
  EXPECT_EQ(ledger.error().code, ErrorCode::io);
  EXPECT_THAT(ledger.error().message, HasSubstr("no/such/folder"));
}

TEST_F(DamageTest, RowsCannotBeChangedOrDeleted) {
  make_ledger();
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(path_.c_str(), &db), SQLITE_OK);
  for (const char* sql : {"UPDATE claim SET why = 'x'", "DELETE FROM claim", "UPDATE article SET text = 'x'",
                          "DELETE FROM article", "UPDATE reading SET method = 'x'", "DELETE FROM reading"}) {
    EXPECT_EQ(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), SQLITE_CONSTRAINT) << sql;
  }
  sqlite3_close(db);
}

TEST_F(DamageTest, FindsNothingWrongWithASoundLedger) {
  make_ledger();
  EXPECT_TRUE(check().empty());
}

TEST_F(DamageTest, FindsAndRepairsALostIndexOfWordsAndActors) {
  make_ledger();
  run_sql(path_, "DELETE FROM claim_actor; INSERT INTO passage_text (passage_text) VALUES ('delete-all')");
  EXPECT_EQ(check().size(), 2U);
  for (const LedgerProblem& problem : check(true)) EXPECT_TRUE(problem.repaired) << problem.what;
  EXPECT_TRUE(check().empty());
  ClaimFilter filter;
  filter.actors = {ActorId("LBY")};
  filter.words = "arms";
  EXPECT_EQ(Ledger::open(path_)->claims(filter).value().size(), 2U);
}

TEST_F(DamageTest, ARepairKeepsMarksAndTheOldFile) {
  make_ledger();
  const int64_t mark = Ledger::open(path_)->mark().value().row;
  run_sql(path_, "DELETE FROM claim_actor");
  static_cast<void>(check(true));
  EXPECT_EQ(Ledger::open(path_)->mark().value().row, mark);
  EXPECT_TRUE(std::filesystem::exists(path_ + ".damaged"));
  EXPECT_FALSE(std::filesystem::exists(path_ + ".repaired"));
}

TEST_F(DamageTest, AChangedTextIsFoundAndLeftOutByARepair) {
  make_ledger();
  run_sql(path_,
          std::string(allow_updates) + "UPDATE article SET text = 'Bonn sent arms.' WHERE text LIKE 'Paris sent a%'");
  ASSERT_FALSE(check().empty());
  bool lost = false;
  for (const LedgerProblem& problem : check(true)) lost = lost || !problem.repaired;
  EXPECT_TRUE(lost);
  EXPECT_TRUE(check().empty());
  Ledger ledger = Ledger::open(path_).value();
  EXPECT_EQ(ledger.articles({}).value().size(), 1U);
  EXPECT_FALSE(ledger.held(one_.id, "m").value().has_value());
}

TEST_F(DamageTest, AChangedClaimIsFoundAndItsArticleIsReadAgainAfterARepair) {
  make_ledger();
  run_sql(path_, std::string(allow_updates) + "UPDATE claim SET target = '[\"DEU\"]' WHERE entry = 2");
  EXPECT_FALSE(check().empty());
  EXPECT_FALSE(check(true).empty());
  EXPECT_TRUE(check().empty());
  Ledger ledger = Ledger::open(path_).value();
  EXPECT_FALSE(ledger.held(one_.id, "m").value().has_value());
  EXPECT_TRUE(ledger.held(two_.id, "m").value().has_value());
}

TEST_F(DamageTest, ARowThatCannotBeReadIsAnErrorNotAClaim) {
  make_ledger();
  run_sql(path_, std::string(allow_updates) + "UPDATE claim SET evidence = '{' WHERE entry = 2");
  const Result<std::vector<Claim>> claims = Ledger::open(path_)->claims({});
  ASSERT_FALSE(claims.ok());
  EXPECT_EQ(claims.error().code, ErrorCode::damaged);
  EXPECT_FALSE(check().empty());
}

TEST_F(DamageTest, AMissingClaimIsFound) {
  make_ledger();
  run_sql(path_,
          std::string(allow_updates) + "DELETE FROM claim_actor WHERE claim = 2; DELETE FROM claim WHERE entry = 2");
  const std::vector<LedgerProblem> problems = check();
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_THAT(problems[0].what, HasSubstr("one.txt"));
}

TEST_F(DamageTest, OverwrittenPagesAreFound) {
  make_ledger();
  const auto size = std::filesystem::file_size(path_);
  {
    std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(4096 * 4));
    file << std::string(size - 4096 * 6, '\x5a');
  }
  Result<Ledger> ledger = Ledger::open(path_);
  if (!ledger) {
    EXPECT_EQ(ledger.error().code, ErrorCode::damaged);
    return;
  }
  const Result<std::vector<LedgerProblem>> problems = ledger->check(false);
  ASSERT_TRUE(problems.ok());
  EXPECT_FALSE(problems->empty());
}

/// Stores articles in a process that may write files of so many bytes only; says how many were stored, and the error.
struct Limited {
  int stored = 0;
  std::string error;
};
Limited store_with_limit(const std::string& path, rlim_t bytes) {
  int pipe_ends[2];
  if (pipe(pipe_ends) != 0) return {};
  const pid_t child = fork();
  if (child == 0) {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
    int stored = 0;
    std::string message;
    Result<Ledger> ledger = Ledger::open(path);
    for (int i = 0; ledger.ok() && i < 1000 && message.empty(); ++i) {
      const Article a = article("Text " + std::to_string(i) + std::string(2000, '.'));
      const Result<Stored> result = ledger->store(a, "m", {claim(a, ClaimType::aid, "FRA", "TCD")});
      if (result.ok()) ++stored;
      if (!result.ok()) message = result.error().message;
    }
    const std::string out = std::to_string(stored) + " " + (ledger ? message : ledger.error().message);
    if (write(pipe_ends[1], out.data(), out.size()) < 0) _exit(1);
    _exit(0);
  }
  close(pipe_ends[1]);
  std::string out(4000, ' ');
  out.resize(static_cast<size_t>(std::max<ssize_t>(0, read(pipe_ends[0], out.data(), out.size()))));
  close(pipe_ends[0]);
  waitpid(child, nullptr, 0);
  return {std::atoi(out.c_str()), out.substr(out.find(' ') + 1)};
}

TEST_F(DamageTest, WithoutSpaceItSaysSoAndKeepsWhatWasStored) {
  const Limited limited = store_with_limit(path_, 400 << 10);
  EXPECT_GT(limited.stored, 0);
  EXPECT_LT(limited.stored, 1000);
  EXPECT_THAT(limited.error, HasSubstr(path_));
  Ledger ledger = Ledger::open(path_).value();
  EXPECT_EQ(ledger.articles({}).value().size(), static_cast<size_t>(limited.stored));
  EXPECT_TRUE(ledger.check(false).value().empty());
}

}  // namespace
}  // namespace entente
