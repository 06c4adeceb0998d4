// Tables of a signed network, right and wrong.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "sources/sources.h"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

class SignedEdges : public testing::Test {
 protected:
  Result<std::vector<SignedEdge>> read(const std::string& text) {
    std::ofstream(path_, std::ios::binary) << text;
    return read_signed_edges(path_);
  }
  std::string problem(const std::string& text) {
    const auto edges = read(text);
    return edges.ok() ? "none" : edges.error().message;
  }
  void TearDown() override { std::filesystem::remove(path_); }

 private:
  std::string path_ = (std::filesystem::temp_directory_path() /
                       (std::string("edges-") + testing::UnitTest::GetInstance()->current_test_info()->name() + ".csv"))
                          .string();
};

TEST_F(SignedEdges, ColumnsAreFoundByName) {
  const auto edges = read("year,b,sign,a\n1946,IRQ,-1,AFG\n1946,IRN,+1,AFG\n1947,IRN,+1,AFG\n");
  ASSERT_TRUE(edges) << edges.error().message;
  ASSERT_THAT(*edges, SizeIs(2));
  EXPECT_EQ((*edges)[0].a, "AFG");
  EXPECT_EQ((*edges)[0].b, "IRQ");
  EXPECT_EQ((*edges)[0].weight, -1);
}

TEST_F(SignedEdges, WeightsMayBeAnyNumber) {
  const auto edges = read("a;b;weight\nA;B;-2.5\nA;C;0\nB;C;1e1\n");
  ASSERT_TRUE(edges) << edges.error().message;
  ASSERT_THAT(*edges, SizeIs(2));  // without what neither binds nor parts
  EXPECT_EQ((*edges)[0].weight, -2.5);
  EXPECT_EQ((*edges)[1].weight, 10);
}

TEST_F(SignedEdges, MistakesAreNamedWithTheirLine) {
  EXPECT_THAT(problem(""), HasSubstr("empty file"));
  EXPECT_THAT(problem("from,to,sign\nA,B,1\n"), HasSubstr(":1: the columns are from,to,sign"));
  EXPECT_THAT(problem("a,b,sign\nA,B,1\nA,C,2\n"), HasSubstr(":3: '2' is no sign"));
  EXPECT_THAT(problem("a,b,weight\nA,B,nan\n"), HasSubstr(":2: 'nan' is no number"));
  EXPECT_THAT(problem("a,b,sign\nA,A,1\n"), HasSubstr(":2: 'A' stands on both sides"));
  EXPECT_THAT(problem("a,b,sign\nA,B\n"), HasSubstr(":2: 2 fields"));
  EXPECT_THAT(problem("a,b,sign\n,B,1\n"), HasSubstr(":2: an edge needs two names"));
  EXPECT_THAT(problem("a,b,sign\nA,B,1\n\nB,A,-1\n"), HasSubstr(":4: B and A stand otherwise on line 2"));
}

}  // namespace
}  // namespace entente
