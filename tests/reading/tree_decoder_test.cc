// The best tree against all trees there are, for sentences so short that they can be counted out.
#include "reading/tree_decoder.h"

#include <gtest/gtest.h>

#include <optional>
#include <random>

namespace entente {
namespace {

constexpr int stride = 8;

bool crosses(const std::vector<int>& heads) {
  const int n = static_cast<int>(heads.size());
  for (int a = 0; a < n; ++a) {
    for (int b = 0; b < n; ++b) {
      const int head_a = heads[static_cast<size_t>(a)], head_b = heads[static_cast<size_t>(b)];
      if (head_a == n || head_b == n) continue;
      const auto [low, high] = std::minmax(a, head_a);
      const auto [from, to] = std::minmax(b, head_b);
      if (low < from && from < high && high < to) return true;
    }
  }
  // An arc over the root's word crosses the arc that comes from outside.
  for (int a = 0; a < n; ++a) {
    for (int top = 0; top < n; ++top) {
      if (heads[static_cast<size_t>(top)] != n || heads[static_cast<size_t>(a)] == n) continue;
      const auto [low, high] = std::minmax(a, heads[static_cast<size_t>(a)]);
      if (low < top && top < high) return true;
    }
  }
  return false;
}

int64_t total(const std::vector<int>& heads, const std::vector<int32_t>& scores) {
  int64_t sum = 0;
  for (size_t i = 0; i < heads.size(); ++i) sum += scores[i * stride + static_cast<size_t>(heads[i])];
  return sum;
}

/// The highest sum over all trees; without those whose arcs cross if asked.
int64_t best_by_counting(const std::vector<int32_t>& scores, int n, bool crossing) {
  std::vector<int> heads(static_cast<size_t>(n));
  std::optional<int64_t> best;
  int64_t count = 1;
  for (int i = 0; i < n; ++i) count *= n + 1;
  for (int64_t code = 0; code < count; ++code) {
    int64_t rest = code;
    bool self = false;
    for (int i = 0; i < n; ++i, rest /= n + 1) {
      heads[static_cast<size_t>(i)] = static_cast<int>(rest % (n + 1));
      self = self || heads[static_cast<size_t>(i)] == i;
    }
    if (self || !is_tree(heads) || (!crossing && crosses(heads))) continue;
    best = std::max(best.value_or(total(heads, scores)), total(heads, scores));
  }
  return *best;
}

TEST(BestTree, IsTheBestOfAll) {
  std::mt19937_64 random(5);
  int free = 0, bound = 0;
  for (int round = 0; round < 200; ++round) {
    const int n = 1 + static_cast<int>(random() % 5);
    std::vector<int32_t> scores(static_cast<size_t>(n) * stride);
    for (int32_t& score : scores) score = static_cast<int32_t>(random() % 2000) - 1000;
    const auto heads = best_tree(scores, n, stride);
    ASSERT_TRUE(is_tree(heads));
    if (crosses(heads) || total(heads, scores) == best_by_counting(scores, n, true)) {
      EXPECT_EQ(total(heads, scores), best_by_counting(scores, n, true));
      ++free;
    } else {
      EXPECT_EQ(total(heads, scores), best_by_counting(scores, n, false));
      ++bound;
    }
  }
  EXPECT_GT(free, 20);
  EXPECT_GT(bound, 5);
}

TEST(IsTree, KnowsCirclesAndRoots) {
  EXPECT_TRUE(is_tree({1, 3, 1}));
  EXPECT_FALSE(is_tree({1, 0, 3}));  // two words that hold each other
  EXPECT_FALSE(is_tree({3, 3, 1}));  // two roots
  EXPECT_FALSE(is_tree({1, 2, 0}));  // none
}

}  // namespace
}  // namespace entente
