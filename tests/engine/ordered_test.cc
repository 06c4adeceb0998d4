// Work in parallel, results in order.
#include "engine/ordered.h"

#include <gtest/gtest.h>

#include <atomic>
#include <numeric>
#include <thread>
#include <vector>

namespace entente {
namespace {

std::vector<int> run_numbers(int threads, int count, int stop_after) {
  std::vector<int> out;
  int given = 0;
  run_ordered<int, int>(
      threads, [&] { return given < count ? std::optional<int>(given++) : std::nullopt; },
      [](int number) {
        if (number % 7 == 0) std::this_thread::yield();
        return number * 2;
      },
      [&](int number) {
        out.push_back(number);
        return static_cast<int>(out.size()) < stop_after;
      });
  return out;
}

TEST(Ordered, KeepsTheOrderForAnyNumberOfThreads) {
  std::vector<int> expected(1000);
  for (int i = 0; i < 1000; ++i) expected[static_cast<size_t>(i)] = i * 2;
  for (const int threads : {1, 2, 5}) EXPECT_EQ(run_numbers(threads, 1000, 2000), expected) << threads;
}

TEST(Ordered, GivesNothingMoreOnceTheSinkHasHadEnough) {
  for (const int threads : {1, 3}) EXPECT_EQ(run_numbers(threads, 1000, 10).size(), 10U) << threads;
}

TEST(Ordered, NothingInGivesNothingOut) {
  for (const int threads : {1, 3}) EXPECT_TRUE(run_numbers(threads, 0, 10).empty()) << threads;
}

}  // namespace
}  // namespace entente
