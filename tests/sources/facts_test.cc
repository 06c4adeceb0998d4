// Folders of facts, right and wrong.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "sources/sources.h"

namespace entente {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

class Facts : public testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(folder_);
    write("entity2id.txt", "China\t0\nIran\t1\nPolice (Kenya)\t2\n");
    write("relation2id.txt", "Consult\t0\nMake a visit\t1\n");
    write("train.txt", "0\t1\t2\t0\n2\t0\t1\t3\n");
    write("valid.txt", "1\t1\t0\t4\r\n");
    write("test.txt", "1\t0\t2\t5\t0\n");
  }
  void TearDown() override { fs::remove_all(folder_); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  [[nodiscard]] Result<FactSet> read(FactParts parts = FactParts::all) const {
    return read_facts(folder_.string(), parts);
  }
  [[nodiscard]] std::string problem() const {
    const auto facts = read();
    return facts.ok() ? "none" : facts.error().message;
  }

  fs::path folder_ = fs::temp_directory_path() /
                     (std::string("facts-") + testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(Facts, AreReadInTheOrderOfTheirFiles) {
  const auto facts = read();
  ASSERT_TRUE(facts) << facts.error().message;
  EXPECT_THAT(facts->entities, ElementsAre("China", "Iran", "Police (Kenya)"));
  EXPECT_THAT(facts->relations, SizeIs(2));
  EXPECT_THAT(facts->train, ElementsAre(Fact{0, 0, 1, 2}, Fact{3, 2, 0, 1}));
  EXPECT_THAT(facts->valid, ElementsAre(Fact{4, 1, 1, 0}));
  EXPECT_THAT(facts->test, ElementsAre(Fact{5, 1, 0, 2}));
}

TEST_F(Facts, TheTestPartIsOnlyOpenedWhereItIsAskedFor) {
  fs::remove(folder_ / "test.txt");
  EXPECT_TRUE(read(FactParts::without_test).ok());
  EXPECT_TRUE(read(FactParts::what_is_there).ok());
  EXPECT_THAT(problem(), HasSubstr("test.txt"));
  write("test.txt", "nothing that could be read");
  EXPECT_TRUE(read(FactParts::without_test).ok());
}

TEST_F(Facts, AnIdThatTheListLeavesOutIsItsOwnName) {
  write("entity2id.txt", "China\t0\nPolice (Kenya)\t2\n");
  ASSERT_TRUE(read().ok());
  EXPECT_EQ(read()->entities[1], "1");
}

TEST_F(Facts, MistakesAreNamedWithFileAndLine) {
  write("valid.txt", "1\t1\t0\t4\n\n1\t1\tzero\t4\n");
  EXPECT_THAT(problem(), HasSubstr("valid.txt:3: not a subject, relation, object and step"));
  write("valid.txt", "1\t1\t3\t4\n");
  EXPECT_THAT(problem(), HasSubstr("valid.txt:1: entity 3 is not in entity2id.txt"));
  write("valid.txt", "1\t2\t0\t4\n");
  EXPECT_THAT(problem(), HasSubstr("valid.txt:1: relation 2 is not in relation2id.txt"));
  write("valid.txt", "1\t-1\t0\t4\n");
  EXPECT_THAT(problem(), HasSubstr("valid.txt:1: "));
  write("valid.txt", "");
  EXPECT_THAT(problem(), HasSubstr("valid.txt: no facts"));
  write("entity2id.txt", "China\t0\nIran\t0\n");
  EXPECT_THAT(problem(), HasSubstr("entity2id.txt:2: the id 0 is there twice"));
  write("entity2id.txt", "China 0\n");
  EXPECT_THAT(problem(), HasSubstr("entity2id.txt:1: "));
  fs::remove(folder_ / "relation2id.txt");
  write("entity2id.txt", "China\t0\nIran\t1\nPolice (Kenya)\t2\n");
  EXPECT_THAT(problem(), HasSubstr("relation2id.txt"));
}

}  // namespace
}  // namespace entente
