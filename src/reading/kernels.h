// The arithmetic of the network, in integers alone: every processor and every order of sums gives the same bits.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace entente {

/// A state of the network is a row of so many numbers, in units of 1/512.
inline constexpr size_t state_width = 128;
using State = int16_t;
inline constexpr int state_bits = 9;
inline constexpr int32_t state_limit = 8191;
/// Weights count in units of 1/2048; sums of products of weights and states in units of 2^-20.
inline constexpr int weight_bits = 11;
/// A word is the sum of so many rows: its own and those of its affixes.
inline constexpr size_t rows_of_a_word = 9;
/// Outputs are worked out sixteen at a time.
inline constexpr size_t output_block = 16;

/// A matrix and what is added to its products. `weights` lie as the loops want them: for each block of outputs and each
/// pair of inputs, two weights of each output. `inputs` is even, `outputs` a multiple of output_block.
struct Layer {
  const int32_t* bias = nullptr;
  const int16_t* weights = nullptr;
  size_t inputs = 0;
  size_t outputs = 0;
};

/// Where in Layer::weights a weight lies.
inline size_t weight_place(size_t inputs, size_t input, size_t output) {
  return (output / output_block * (inputs / 2) + input / 2) * output_block * 2 + output % output_block * 2 + input % 2;
}

struct Kernels {
  /// y = bias + weights * x for so many rows of x, which begin `stride` numbers apart. Sums wrap round.
  void (*multiply)(const Layer& layer, const State* x, size_t stride, size_t rows, int32_t* y);
  /// Carries a chain of gated memory through a sentence, half of the state from left to right, half from right to left:
  /// c = c + g (z - c), and adds c to the states. `y` holds z and then g for each word, as `multiply` left them.
  void (*chain)(const int32_t* y, size_t rows, State* states);
  /// Adds the sums above 0 to so many states.
  void (*add_positive)(const int32_t* sums, size_t count, State* states);
  /// So many sums as states.
  void (*round)(const int32_t* sums, size_t count, State* states);
  /// The sum of rows of the tables of words and affixes, which count in units of 1/32, as a state.
  void (*embed)(const std::array<const int8_t*, rows_of_a_word>& rows, State* state);
};

/// The loops as one would write them down: what the fast ones are tested against, and what odd processors run.
const Kernels& plain_kernels();
/// The fastest that this processor can run.
const Kernels& fast_kernels();

/// A sum as a state, rounded.
inline State as_state(int32_t sum) {
  const int32_t value = (sum + (1 << (weight_bits - 1))) >> weight_bits;
  return static_cast<State>(value > state_limit ? state_limit : value < -state_limit ? -state_limit : value);
}

/// The sum of two states.
inline State add_states(int32_t a, int32_t b) {
  const int32_t value = a + b;
  return static_cast<State>(value > state_limit ? state_limit : value < -state_limit ? -state_limit : value);
}

}  // namespace entente
