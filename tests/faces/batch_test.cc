// Batches: killed at any moment, interrupted, on several threads. Nothing is lost, nothing is double.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <set>
#include <thread>

#include "faces/program.h"
#include "ledger/ledger.h"

namespace entente::faces {
namespace {

constexpr int articles = 500;
constexpr int kills = 50;

/// Short articles, each with words of its own.
std::string numbered_article(int number) {
  const std::vector<std::string> states = {"France", "Libya", "Chad", "Egypt", "Sudan", "Algeria", "Niger"};
  const auto state = [&](int i) { return states[static_cast<size_t>(i) % states.size()]; };
  const std::string count = std::to_string(number + 2);
  return state(number) + " sent " + count + " tanks to " + state(number + 1) + " in 1987. " + state(number + 2) +
         " condemned " + state(number) + ".\n";
}

std::string name(int number) {
  return "article-" + std::to_string(1000 + number) + ".txt";
}

class Batch : public ::testing::Test {
 protected:
  void write_articles(int count) const {
    for (int i = 0; i < count; ++i) folder_.write("in/" + name(i), numbered_article(i));
  }
  [[nodiscard]] std::string in() const { return folder_.file("in"); }

  Folder folder_;
};

/// Everything that a ledger holds, but not the times at which it was put there.
std::vector<std::string> contents(const std::string& db) {
  std::vector<std::string> all;
  Ledger ledger = Ledger::open(db).value();
  for (const Article& a : ledger.articles({}).value()) all.push_back(a.id.str() + " " + a.path + " " + a.text);
  for (const Claim& c : ledger.claims({}).value()) all.push_back(c.id().str() + " " + c.why);
  return all;
}

std::set<std::string> stored_paths(const std::string& db) {
  std::set<std::string> paths;
  Ledger ledger = Ledger::open(db).value();
  for (const Article& a : ledger.articles({}).value()) paths.insert(a.path);
  return paths;
}

/// Lets the program run until it has told of so many stored articles and a little longer, then kills it. The paths that
/// it told of.
std::vector<std::string> run_and_kill(const std::string& in, const std::string& db, int reports, int microseconds) {
  Running program({"read", "-v", in, "--db", db});
  std::vector<std::string> told;
  const auto note = [&told](const std::string& line) {
    const size_t end = line.find(": stored");
    if (end != std::string::npos) told.push_back(line.substr(std::string("entente: ").size(), end - 9));
  };
  while (static_cast<int>(told.size()) < reports) {
    const auto line = program.line();
    if (!line) break;
    note(*line);
  }
  std::this_thread::sleep_for(std::chrono::microseconds(microseconds));
  program.send(SIGKILL);
  while (const auto line = program.line()) note(*line);  // what was said before the end
  program.wait();
  return told;
}

TEST_F(Batch, FiftyKillsLoseNothingAndDoubleNothing) {
  write_articles(articles);
  const std::string whole = folder_.file("whole.db");
  std::string killed = folder_.file("killed.db");
  ASSERT_EQ(run({"read", "-q", in(), "--db", whole}).code, 0);
  std::mt19937 random(20240229);
  std::set<std::string> told;
  for (int round = 0; round < kills; ++round) {
    // What is stored already is told of again, so later rounds must be let run further.
    // A new ledger when one is full: every kill shall hit a batch at work.
    if (told.size() == articles) killed = folder_.file("killed-" + std::to_string(round) + ".db");
    if (told.size() == articles) told.clear();
    const int reports = static_cast<int>(told.size()) + static_cast<int>(random() % 12);
    const auto reported = run_and_kill(in(), killed, reports, static_cast<int>(random() % 60000));
    told.insert(reported.begin(), reported.end());
    const std::set<std::string> stored = stored_paths(killed);
    for (const std::string& path : told) ASSERT_TRUE(stored.contains(path)) << path << " in round " << round;
    ASSERT_TRUE(Ledger::open(killed)->check(false).value().empty()) << "round " << round;
  }
  EXPECT_GT(told.size(), 0U);
  ASSERT_EQ(run({"read", "-q", in(), "--db", killed}).code, 0);
  EXPECT_EQ(contents(killed), contents(whole));
  EXPECT_EQ(stored_paths(killed).size(), static_cast<size_t>(articles));
}

TEST_F(Batch, TheSameBytesForAnyNumberOfThreadsAndAnyOrder) {
  write_articles(60);
  const Outcome one = run({"read", "--claims", in(), "--threads", "1", "--db", folder_.file("1.db")});
  const Outcome four = run({"read", "--claims", in(), "--threads", "4", "--db", folder_.file("4.db")});
  std::vector<std::string> backwards = {"read", "--claims", "--db", folder_.file("b.db")};
  for (int i = 59; i >= 0; --i) backwards.push_back(in() + "/" + name(i));
  EXPECT_EQ(one.code, 0) << one.err;
  EXPECT_GT(count_lines(one.out), 60U);
  EXPECT_EQ(one.out, four.out);
  EXPECT_EQ(one.out, run(backwards).out);
  EXPECT_EQ(one.out, run({"read", "--claims", in(), "--dry-run"}).out);
  EXPECT_EQ(run({"claims", "--db", folder_.file("1.db")}).out, run({"claims", "--db", folder_.file("4.db")}).out);
}

TEST_F(Batch, CodedTextsKeepTheirOrderOnManyThreads) {
  std::string input;
  for (int i = 0; i < 200; ++i) input += "{\"id\": " + std::to_string(i) + ", \"text\": \"France condemned Libya.\"}\n";
  EXPECT_EQ(run({"code", "--threads", "1"}, {.input = input}).out,
            run({"code", "--threads", "4"}, {.input = input}).out);
}

TEST_F(Batch, TheSameTextUnderTwoNamesIsOneArticle) {
  folder_.write("in/a.txt", numbered_article(1));
  folder_.write("in/b.txt", numbered_article(1));
  const Outcome outcome = run({"read", "--claims", in(), "--db", folder_.file("l.db")});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out, run({"read", "--claims", in() + "/a.txt", "--dry-run"}).out);
  EXPECT_EQ(stored_paths(folder_.file("l.db")).size(), 1U);
}

TEST_F(Batch, AnInterruptGives130AndTheNextRunGoesOn) {
  write_articles(articles);
  const std::string db = folder_.file("l.db");
  Running program({"read", "-v", in(), "--db", db});
  ASSERT_TRUE(program.line().has_value());
  program.send(SIGINT);
  std::string last;
  while (const auto line = program.line()) last = *line;
  EXPECT_EQ(program.wait(), 130);
  EXPECT_THAT(last, ::testing::HasSubstr("interrupted"));
  const size_t before = stored_paths(db).size();
  EXPECT_LT(before, static_cast<size_t>(articles));
  EXPECT_EQ(run({"read", "-q", in(), "--db", db}).code, 0);
  EXPECT_EQ(stored_paths(db).size(), static_cast<size_t>(articles));
}

TEST_F(Batch, TwoProgramsAtOnceFillOneLedger) {
  write_articles(80);
  const std::string db = folder_.file("l.db");
  Running one({"read", "-v", in(), "--db", db});
  Running two({"read", "-v", in(), "--db", db});
  while (one.line()) {
  }
  while (two.line()) {
  }
  EXPECT_EQ(one.wait(), 0);
  EXPECT_EQ(two.wait(), 0);
  EXPECT_EQ(stored_paths(db).size(), 80U);
  EXPECT_TRUE(Ledger::open(db)->check(false).value().empty());
}

}  // namespace
}  // namespace entente::faces
