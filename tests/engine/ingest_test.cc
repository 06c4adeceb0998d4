// Reading in batches: order, threads, failures, interruption.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>

#include "engine/engine.h"

namespace entente {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class IngestTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "entente-ingest-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return (folder_ / name).string();
  }
  Engine engine(int threads, Hooks hooks = {}) const {
    EngineOptions options;
    options.ledger = (folder_ / "ledger.db").string();
    options.data_folder = ENTENTE_SOURCE;
    options.threads = threads;
    options.hooks = std::move(hooks);
    return Engine(std::move(options));
  }

  fs::path folder_;
};

/// A line with an article of its own.
std::string line(int number) {
  return R"({"id": "n)" + std::to_string(number) + R"(", "text": "France sent )" + std::to_string(number + 2) +
         " tanks to Chad in 1987.\"}\n";
}

std::string lines(int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += line(i);
  return all;
}

ArticleSink into(std::vector<std::string>& paths) {
  return [&paths](const ReadArticle& read) {
    paths.push_back(read.article.path);
    return true;
  };
}

TEST_F(IngestTest, ArticlesComeInTheOrderOfTheFilesForAnyNumberOfThreads) {
  const std::string b = write("b.jsonl", lines(40));
  const std::string a = write("a.csv", "id,text\n1,Peru met Chile.\nx,Cuba met Haiti.\n");
  std::vector<std::string> expected = {a + "#1", a + "#x"};
  for (int i = 0; i < 40; ++i) expected.push_back(b + "#n" + std::to_string(i));
  for (const int threads : {1, 2, 7}) {
    std::vector<std::string> paths;
    const auto summary = engine(threads).read({b, a, b}, ReadMode::text, into(paths));
    ASSERT_TRUE(summary.ok());
    EXPECT_EQ(paths, expected) << threads;
    EXPECT_EQ(summary->inputs, expected.size());
    EXPECT_EQ(summary->failures, 0U);
  }
}

TEST_F(IngestTest, FailuresAreCountedAndOfEachFileTenAreTold) {
  std::string spoiled = line(0);
  for (int i = 0; i < 25; ++i) spoiled += "{\"id\": " + std::to_string(i) + "}\n";
  const std::string many = write("a.jsonl", spoiled + line(1));
  const std::string one = write("b.jsonl", "{\n");
  const std::string none = (folder_ / "none.txt").string();
  std::vector<std::string> paths;
  const auto summary = engine(2).read({many, one, none}, ReadMode::text, into(paths));
  ASSERT_TRUE(summary.ok());
  EXPECT_THAT(paths, SizeIs(2));
  EXPECT_EQ(summary->inputs, 29U);
  EXPECT_EQ(summary->failures, 27U);
  ASSERT_THAT(summary->failed, SizeIs(13));
  EXPECT_THAT(summary->failed[0].error.message, HasSubstr("none.txt: no such file"));
  EXPECT_THAT(summary->failed[1].error.message, HasSubstr("a.jsonl:2: "));
  EXPECT_THAT(summary->failed[10].error.message, HasSubstr("a.jsonl:11: "));
  EXPECT_THAT(summary->failed[11].error.message, HasSubstr("a.jsonl: 15 more of it could not be read"));
  EXPECT_THAT(summary->failed[12].error.message, HasSubstr("b.jsonl:1: "));
}

TEST_F(IngestTest, TheSameTextIsCodedAndHandedOverOnce) {
  const std::string file = write("a.jsonl", line(1) + line(2) + line(1));
  std::vector<std::string> paths;
  const auto summary = engine(2).read({file}, ReadMode::store, into(paths));
  ASSERT_TRUE(summary.ok());
  EXPECT_THAT(paths, ElementsAre(file + "#n1", file + "#n2"));
  EXPECT_EQ(summary->added, 2U);
  EXPECT_EQ(summary->already_there, 1U);
  EXPECT_EQ(summary->repeated, 1U);
}

TEST_F(IngestTest, WhatIsCutOffGoesOnWhereItStopped) {
  const std::string file = write("a.jsonl", lines(300));
  size_t added = 0;
  size_t rounds = 0;
  for (bool done = false; !done; ++rounds) {
    ASSERT_LT(rounds, 50U);
    std::atomic<bool> cancelled = false;
    size_t fresh = 0;
    Hooks hooks;
    hooks.cancelled = &cancelled;
    const auto summary = engine(2, hooks).read(
        {file}, ReadMode::store,
        [&](const ReadArticle& read) {
          fresh += !read.already_there;
          cancelled = fresh >= 60;
          return true;
        },
        Known::counted);
    added += fresh;
    done = summary.ok();
    if (done) continue;
    EXPECT_EQ(summary.error().code, ErrorCode::interrupted);
    EXPECT_THAT(summary.error().message, HasSubstr("goes on from there"));
  }
  EXPECT_EQ(added, 300U);
  EXPECT_GT(rounds, 1U);
  const auto again = engine(2).read(
      {file}, ReadMode::store, [](const ReadArticle&) { return true; }, Known::counted);
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(again->added, 0U);
  EXPECT_EQ(again->already_there, 300U);
  EXPECT_EQ(again->sentences, 0U);
}

TEST_F(IngestTest, ProgressGrowsToTheWholeInput) {
  const std::string a = write("a.jsonl", lines(200));
  const std::string b = write("b.txt", "France sent tanks to Chad in 1987.");
  std::vector<Progress> told;
  Hooks hooks;
  hooks.progress = [&told](const Progress& now) { told.push_back(now); };
  ASSERT_TRUE(engine(2, hooks).read({a, b}, ReadMode::dry_run, [](const ReadArticle&) { return true; }).ok());
  ASSERT_THAT(told, SizeIs(201));
  for (size_t i = 1; i < told.size(); ++i) {
    EXPECT_EQ(told[i].articles, i + 1);
    EXPECT_GE(told[i].bytes, told[i - 1].bytes);
    EXPECT_LE(told[i].bytes, told[i].of_bytes);
    EXPECT_EQ(told[i].sentences, i + 1);
  }
  EXPECT_EQ(told.front().of_bytes, fs::file_size(a) + fs::file_size(b));
}

TEST_F(IngestTest, WhyAnArticleGaveNoClaimsIsCounted) {
  const std::string file =
      write("a.jsonl",
            "{\"text\": \"Die beiden Regierungen haben am Montag vereinbart, die gemeinsame Grenze "
            "wieder zu öffnen.\"}\n"
            "{\"text\": \"Good morning.\"}\n"
            "{\"text\": \"It rained a lot in the hills above the old mill.\"}\n" +
                line(1));
  const auto summary = engine(1).read({file}, ReadMode::dry_run, [](const ReadArticle&) { return true; });
  ASSERT_TRUE(summary.ok());
  const std::map<std::string, size_t> expected = {{"not English", 1}, {"too short", 1}, {"nobody known is named", 1}};
  EXPECT_EQ(summary->without_claims, expected);
}

}  // namespace
}  // namespace entente
