// The loops in three versions: plain, and for processors with vectors of eight and of sixteen short numbers.
#include "reading/kernels.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace entente {

namespace {

constexpr size_t half = state_width / 2;
constexpr int memory_bits = 12;  // of the chain's memory and gates
constexpr int32_t open_gate = 1 << memory_bits;

/// A quarter of a sum plus one half, between 0 and 1.
inline int32_t gate_of(int32_t sum) {
  constexpr int shift = state_bits + weight_bits + 2 - memory_bits;
  return std::clamp((sum >> shift) + open_gate / 2, 0, open_gate);
}

/// One word of the chain, for one direction: its z, its g, the memory, the states to add to.
[[gnu::always_inline]] inline void chain_step(const int32_t* __restrict z, const int32_t* __restrict g,
                                              int32_t* __restrict memory, State* __restrict states) {
  for (size_t i = 0; i < half; ++i) {
    const int32_t to = as_state(z[i]) * (1 << (memory_bits - state_bits));
    memory[i] += (gate_of(g[i]) * (to - memory[i]) + open_gate / 2) >> memory_bits;
    states[i] = add_states(states[i], (memory[i] + 4) >> (memory_bits - state_bits));
  }
}

[[gnu::always_inline]] inline void chain_loop(const int32_t* y, size_t rows, State* states) {
  alignas(64) std::array<int32_t, half> memory{};
  for (size_t i = 0; i < rows; ++i) {
    const int32_t* row = y + i * 2 * state_width;
    chain_step(row, row + state_width, memory.data(), states + i * state_width);
  }
  memory.fill(0);
  for (size_t i = rows; i-- > 0;) {
    const int32_t* row = y + i * 2 * state_width + half;
    chain_step(row, row + state_width, memory.data(), states + i * state_width + half);
  }
}

[[gnu::always_inline]] inline void add_positive_loop(const int32_t* __restrict sums, size_t count,
                                                     State* __restrict states) {
  for (size_t i = 0; i < count; ++i) states[i] = add_states(states[i], std::max<State>(as_state(sums[i]), 0));
}

[[gnu::always_inline]] inline void round_loop(const int32_t* __restrict sums, size_t count, State* __restrict states) {
  for (size_t i = 0; i < count; ++i) states[i] = as_state(sums[i]);
}

[[gnu::always_inline]] inline void embed_loop(const std::array<const int8_t*, rows_of_a_word>& rows,
                                              State* __restrict state) {
  constexpr int shift = 4;  // from 1/32 to the unit of states
  for (size_t i = 0; i < state_width; ++i) {
    int16_t sum = 0;
    for (const int8_t* row : rows) sum = static_cast<int16_t>(sum + row[i]);
    sum = static_cast<int16_t>(sum * (1 << shift));
    state[i] = std::clamp<State>(sum, -state_limit, state_limit);
  }
}

void plain_chain(const int32_t* y, size_t rows, State* states) {
  chain_loop(y, rows, states);
}

void plain_add_positive(const int32_t* sums, size_t count, State* states) {
  add_positive_loop(sums, count, states);
}

void plain_round(const int32_t* sums, size_t count, State* states) {
  round_loop(sums, count, states);
}

void plain_embed(const std::array<const int8_t*, rows_of_a_word>& rows, State* state) {
  embed_loop(rows, state);
}

void plain_multiply(const Layer& layer, const State* x, size_t stride, size_t rows, int32_t* y) {
  for (size_t row = 0; row < rows; ++row) {
    for (size_t output = 0; output < layer.outputs; ++output) {
      auto sum = static_cast<uint32_t>(layer.bias[output]);
      for (size_t input = 0; input < layer.inputs; ++input) {
        const int32_t weight = layer.weights[weight_place(layer.inputs, input, output)];
        sum += static_cast<uint32_t>(weight * x[row * stride + input]);
      }
      y[row * layer.outputs + output] = static_cast<int32_t>(sum);
    }
  }
}

#if defined(__x86_64__)

/// Two neighbouring states, which one instruction multiplies with the two weights of each output.
inline int32_t pair_at(const State* x) {
  int32_t out;
  std::memcpy(&out, x, sizeof out);
  return out;
}

/// The sums of several rows stand in registers, so each row is written out: a loop over them would keep the sums in
/// memory.
template <size_t... Row>
[[gnu::target("avx2"), gnu::always_inline]] inline void rows_avx2(std::index_sequence<Row...> /*rows*/,
                                                                  const int32_t* bias, const int16_t* weights,
                                                                  size_t pairs, const State* x, size_t stride,
                                                                  int32_t* y, size_t outputs) {
  __m256i low[sizeof...(Row)], high[sizeof...(Row)];  // NOLINT: an array class would drop their alignment
  ((low[Row] = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bias))), ...);
  ((high[Row] = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bias + 8))), ...);
  for (size_t p = 0; p < pairs; ++p) {
    const __m256i first = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights + p * 32));
    const __m256i second = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights + p * 32 + 16));
    __m256i pair;
    ((pair = _mm256_set1_epi32(pair_at(x + Row * stride + p * 2)),
      low[Row] = _mm256_add_epi32(low[Row], _mm256_madd_epi16(first, pair)),
      high[Row] = _mm256_add_epi32(high[Row], _mm256_madd_epi16(second, pair))),
     ...);
  }
  (_mm256_storeu_si256(reinterpret_cast<__m256i*>(y + Row * outputs), low[Row]), ...);
  (_mm256_storeu_si256(reinterpret_cast<__m256i*>(y + Row * outputs + 8), high[Row]), ...);
}

template <size_t Rows>
[[gnu::target("avx2")]] void block_avx2(const int32_t* bias, const int16_t* weights, size_t pairs, const State* x,
                                        size_t stride, int32_t* y, size_t outputs) {
  rows_avx2(std::make_index_sequence<Rows>(), bias, weights, pairs, x, stride, y, outputs);
}

template <size_t Rows>
void block_sse2(const int32_t* bias, const int16_t* weights, size_t pairs, const State* x, size_t stride, int32_t* y,
                size_t outputs) {
  __m128i sums[Rows][4];  // NOLINT
  for (size_t r = 0; r < Rows; ++r) {
    for (size_t v = 0; v < 4; ++v) sums[r][v] = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bias + v * 4));
  }
  for (size_t p = 0; p < pairs; ++p) {
    for (size_t r = 0; r < Rows; ++r) {
      const __m128i pair = _mm_set1_epi32(pair_at(x + r * stride + p * 2));
      for (size_t v = 0; v < 4; ++v) {
        const __m128i some = _mm_loadu_si128(reinterpret_cast<const __m128i*>(weights + p * 32 + v * 8));
        sums[r][v] = _mm_add_epi32(sums[r][v], _mm_madd_epi16(some, pair));
      }
    }
  }
  for (size_t r = 0; r < Rows; ++r) {
    for (size_t v = 0; v < 4; ++v) _mm_storeu_si128(reinterpret_cast<__m128i*>(y + r * outputs + v * 4), sums[r][v]);
  }
}

using Block = void (*)(const int32_t* bias, const int16_t* weights, size_t pairs, const State* x, size_t stride,
                       int32_t* y, size_t outputs);

/// Several rows share each weight that is fetched. `blocks` holds the loops for one row, two rows and so on; as many
/// rows as the last one takes go together, and those left over.
template <size_t Most>
void multiply_blocks(const Layer& layer, const State* x, size_t stride, size_t rows, int32_t* y,
                     const std::array<Block, Most>& blocks) {
  for (size_t output = 0; output < layer.outputs; output += output_block) {
    const int16_t* weights = layer.weights + output * layer.inputs;
    for (size_t row = 0; row < rows;) {
      const size_t together = std::min(Most, rows - row);
      blocks[together - 1](layer.bias + output, weights, layer.inputs / 2, x + row * stride, stride,
                           y + row * layer.outputs + output, layer.outputs);
      row += together;
    }
  }
}

void multiply_avx2(const Layer& layer, const State* x, size_t stride, size_t rows, int32_t* y) {
  multiply_blocks<5>(layer, x, stride, rows, y,
                     {block_avx2<1>, block_avx2<2>, block_avx2<3>, block_avx2<4>, block_avx2<5>});
}

void multiply_sse2(const Layer& layer, const State* x, size_t stride, size_t rows, int32_t* y) {
  multiply_blocks<2>(layer, x, stride, rows, y, {block_sse2<1>, block_sse2<2>});
}

[[gnu::target("avx2")]] void chain_avx2(const int32_t* y, size_t rows, State* states) {
  chain_loop(y, rows, states);
}

[[gnu::target("avx2")]] void add_positive_avx2(const int32_t* sums, size_t count, State* states) {
  add_positive_loop(sums, count, states);
}

[[gnu::target("avx2")]] void round_avx2(const int32_t* sums, size_t count, State* states) {
  round_loop(sums, count, states);
}

[[gnu::target("avx2")]] void embed_avx2(const std::array<const int8_t*, rows_of_a_word>& rows, State* state) {
  embed_loop(rows, state);
}

#endif

}  // namespace

const Kernels& plain_kernels() {
  static const Kernels plain{plain_multiply, plain_chain, plain_add_positive, plain_round, plain_embed};
  return plain;
}

const Kernels& fast_kernels() {
#if defined(__x86_64__)
  static const Kernels narrow{multiply_sse2, plain_chain, plain_add_positive, plain_round, plain_embed};
  static const Kernels wide{multiply_avx2, chain_avx2, add_positive_avx2, round_avx2, embed_avx2};
  static const Kernels& best = __builtin_cpu_supports("avx2") ? wide : narrow;
  return best;
#else
  return plain_kernels();
#endif
}

}  // namespace entente
