#include "base/numbered.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>

#include "base/random.h"

namespace entente {
namespace {

/// A poor hash, so that many words want the same slot.
struct PoorHash {
  uint64_t operator()(std::string_view text) const { return text.size() % 3; }
};
struct GoodHash {
  uint64_t operator()(std::string_view text) const { return counted_random(std::hash<std::string_view>{}(text), 1); }
};

template <class Hash>
void agrees_with_a_map() {
  Numbered<std::string, Hash> table;
  std::map<std::string, uint32_t> plain;
  EXPECT_EQ(table.find(std::string_view("nothing")), (Numbered<std::string, Hash>::none));
  for (uint64_t i = 0; i < 2000; ++i) {
    const std::string word = std::string(counted_random(1, i) % 7, 'x') + std::to_string(counted_random(2, i) % 400);
    const uint32_t expected = plain.try_emplace(word, static_cast<uint32_t>(plain.size())).first->second;
    ASSERT_EQ(table.number(std::string_view(word)), expected);
    ASSERT_EQ(table.find(std::string_view(word)), expected);
    ASSERT_EQ(table[expected], word);
  }
  EXPECT_EQ(table.size(), plain.size());
  EXPECT_EQ(table.find(std::string_view("nothing")), (Numbered<std::string, Hash>::none));
}

TEST(Numbered, NumbersAreThoseOfFirstComing) {
  agrees_with_a_map<GoodHash>();
  agrees_with_a_map<PoorHash>();
}

}  // namespace
}  // namespace entente
