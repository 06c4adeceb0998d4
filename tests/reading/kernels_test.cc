// The fast loops against the plain ones, on random numbers as large as they come: not a bit may differ.
#include "reading/kernels.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <vector>

#include "reading/analyser.h"
#include "reading/model_path.h"

namespace entente {
namespace {

template <class Item>
std::vector<Item> random_items(size_t count, int64_t limit, std::mt19937_64& random) {
  std::uniform_int_distribution<int64_t> draw(-limit, limit);
  std::vector<Item> out(count);
  for (Item& item : out) item = static_cast<Item>(draw(random));
  return out;
}

TEST(Kernels, MultiplyAlike) {
  std::mt19937_64 random(7);
  for (const size_t inputs : {size_t{64}, size_t{128}, size_t{384}}) {
    for (const size_t outputs : {size_t{16}, size_t{48}, size_t{128}}) {
      for (const size_t rows : {size_t{1}, size_t{2}, size_t{3}, size_t{4}, size_t{5}, size_t{14}}) {
        const auto weights = random_items<int16_t>(inputs * outputs, 32767, random);
        const auto bias = random_items<int32_t>(outputs, 2000000000, random);
        const auto x = random_items<State>(rows * state_width + inputs, state_limit, random);
        const Layer layer{bias.data(), weights.data(), inputs, outputs};
        std::vector<int32_t> plain(rows * outputs), fast(rows * outputs, 1);
        plain_kernels().multiply(layer, x.data(), state_width, rows, plain.data());
        fast_kernels().multiply(layer, x.data(), state_width, rows, fast.data());
        EXPECT_EQ(plain, fast) << inputs << " x " << outputs << ", rows " << rows;
      }
    }
  }
}

TEST(Kernels, MultiplyIsWhatItSays) {
  std::vector<int16_t> weights(2 * output_block);
  std::vector<int32_t> bias(output_block, 1000);
  weights[weight_place(2, 0, 3)] = 7;
  weights[weight_place(2, 1, 3)] = -2;
  const std::vector<State> x = {10, 100};
  std::vector<int32_t> y(output_block);
  fast_kernels().multiply({bias.data(), weights.data(), 2, output_block}, x.data(), 2, 1, y.data());
  EXPECT_EQ(y[3], 1000 + 70 - 200);
  EXPECT_EQ(y[2], 1000);
}

TEST(Kernels, ChainAlike) {
  std::mt19937_64 random(11);
  for (const size_t rows : {size_t{1}, size_t{2}, size_t{17}}) {
    for (const int64_t limit : {int64_t{1} << 20, int64_t{1} << 24}) {
      const auto y = random_items<int32_t>(rows * 2 * state_width, limit, random);
      auto plain = random_items<State>(rows * state_width, state_limit, random);
      auto fast = plain;
      plain_kernels().chain(y.data(), rows, plain.data());
      fast_kernels().chain(y.data(), rows, fast.data());
      EXPECT_EQ(plain, fast) << rows;
    }
  }
}

TEST(Kernels, StatesAreAddedAndRoundedAlike) {
  std::mt19937_64 random(13);
  for (const size_t count : {size_t{5}, size_t{128}, size_t{3 * 384 + 7}}) {
    const auto sums = random_items<int32_t>(count, 1 << 28, random);
    auto plain = random_items<State>(count, state_limit, random);
    auto fast = plain;
    plain_kernels().add_positive(sums.data(), count, plain.data());
    fast_kernels().add_positive(sums.data(), count, fast.data());
    EXPECT_EQ(plain, fast) << count;
    plain_kernels().round(sums.data(), count, plain.data());
    fast_kernels().round(sums.data(), count, fast.data());
    EXPECT_EQ(plain, fast) << count;
  }
}

TEST(Kernels, WordsAreEmbeddedAlike) {
  std::mt19937_64 random(17);
  const auto table = random_items<int8_t>(rows_of_a_word * state_width, 127, random);
  std::array<const int8_t*, rows_of_a_word> rows{};
  int sum = 0;
  for (size_t i = 0; i < rows_of_a_word; ++i) {
    rows[i] = table.data() + i * state_width;
    sum += rows[i][3];
  }
  std::vector<State> plain(state_width), fast(state_width, 1);
  plain_kernels().embed(rows, plain.data());
  fast_kernels().embed(rows, fast.data());
  EXPECT_EQ(plain, fast);
  EXPECT_EQ(plain[3], sum * 16);

  const std::vector<int8_t> most(state_width, 127);
  rows.fill(most.data());
  fast_kernels().embed(rows, fast.data());
  EXPECT_EQ(fast[0], state_limit);
}

TEST(Kernels, ChainCarriesFromBothSides) {
  std::vector<int32_t> y(3 * 2 * state_width, 0);
  const int32_t one = 1 << (state_bits + weight_bits);
  for (size_t word = 0; word < 3; ++word) {
    for (size_t i = 0; i < state_width; ++i) y[word * 2 * state_width + state_width + i] = -4 * one;  // gates shut
  }
  y[0] = one;  // the first word speaks to the right
  y[state_width] = 4 * one;
  y[2 * 2 * state_width + state_width / 2] = one;  // the last one to the left
  y[2 * 2 * state_width + state_width + state_width / 2] = 4 * one;
  std::vector<State> states(3 * state_width);
  fast_kernels().chain(y.data(), 3, states.data());
  const State unit = 1 << state_bits;
  for (size_t word = 0; word < 3; ++word) {
    EXPECT_EQ(states[word * state_width], unit);
    EXPECT_EQ(states[word * state_width + state_width / 2], unit);
    EXPECT_EQ(states[word * state_width + 1], 0);
  }
}

TEST(Network, AnalysesAlikeWithEitherKernels) {
  const auto file = ModelFile::open(model_path);
  ASSERT_TRUE(file.ok());
  const auto analyser = Analyser::over(*file);
  ASSERT_TRUE(analyser.ok());
  const char* const words[] = {"Ghana", "the",  "signed", "of",  "treaty", ",",   "who", "zxqv", "1,200",  "would",
                               "and",   "that", "sold",   "not", "to",     "USA", "“",   "is",   "rebels", "."};
  std::mt19937_64 random(3);
  for (size_t length = 1; length < 60; ++length) {
    std::vector<std::string_view> forms;
    for (size_t i = 0; i < length; ++i) forms.emplace_back(words[random() % std::size(words)]);
    const Analysis plain = analyser->analyse(forms, {}, plain_kernels());
    const Analysis fast = analyser->analyse(forms, {}, fast_kernels());
    EXPECT_EQ(plain.tags, fast.tags);
    EXPECT_EQ(plain.heads, fast.heads);
    EXPECT_EQ(plain.relations, fast.relations);
  }
}

TEST(Network, KeepsTagsThatAreGiven) {
  const auto file = ModelFile::open(model_path);
  ASSERT_TRUE(file.ok());
  const auto analyser = Analyser::over(*file);
  ASSERT_TRUE(analyser.ok());
  const std::vector<std::string_view> forms = {"Turkey", "supplies", "drones"};
  for (const Upos given : {Upos::PROPN, Upos::NOUN, Upos::VERB, Upos::ADV}) {
    const Analysis found = analyser->analyse(forms, {given, Upos::X, Upos::X});
    EXPECT_EQ(analyser->tag(found.tags[0]).upos, given);
  }
}

}  // namespace
}  // namespace entente
