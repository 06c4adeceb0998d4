// The queue to the thread that stores, and the set of articles that were seen.
#include "engine/outbox.h"

#include <gtest/gtest.h>

#include <vector>

#include "engine/article_set.h"

namespace entente {
namespace {

TEST(Outbox, TakesEverythingInOrder) {
  std::vector<int> taken;
  {
    Outbox<int> outbox(3, [&taken](int number) {
      taken.push_back(number);
      return true;
    });
    for (int i = 0; i < 1000; ++i) EXPECT_TRUE(outbox.push(i, 1));
  }
  ASSERT_EQ(taken.size(), 1000U);
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(taken[static_cast<size_t>(i)], i);
}

TEST(Outbox, AnItemHeavierThanAllOfItPasses) {
  int taken = 0;
  Outbox<int> outbox(10, [&taken](int) { return ++taken < 100; });
  EXPECT_TRUE(outbox.push(1, 1000));
  EXPECT_TRUE(outbox.push(2, 1000));
  outbox.close();
  EXPECT_EQ(taken, 2);
}

TEST(Outbox, SaysThatNobodyTakesAnyMore) {
  int taken = 0;
  Outbox<int> outbox(1, [&taken](int) { return ++taken < 5; });
  int pushed = 0;
  while (outbox.push(pushed, 1)) ASSERT_LT(++pushed, 100);
  outbox.close();
  EXPECT_EQ(taken, 5);
}

TEST(ArticleSet, KnowsWhatItHasSeen) {
  ArticleSet set;
  EXPECT_TRUE(set.insert(ArticleId("0123456789abcdef0123456789abcdef")));
  EXPECT_FALSE(set.insert(ArticleId("0123456789abcdef0123456789abcdef")));
  EXPECT_TRUE(set.insert(ArticleId("0123456789abcdef0123456789abcdee")));
  EXPECT_TRUE(set.insert(ArticleId("1123456789abcdef0123456789abcdef")));
  EXPECT_TRUE(set.insert(ArticleId("no digits")));
  EXPECT_FALSE(set.insert(ArticleId("no digits")));
}

}  // namespace
}  // namespace entente
