#include "foresight/events/network.h"

#include <algorithm>
#include <cmath>

#include "base/random.h"

namespace entente {

namespace {

constexpr float leak = 0.1F;

// Compiled for wide registers too; as no sum is reordered and nothing is fused, all versions give the same bits.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define ENTENTE_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define ENTENTE_WIDE
#endif

/// out[j] += sum over i of in[i] * w[i][j].
template <size_t width>
inline void add_product(const float* in, size_t count, const float* w, float* out) {
  for (size_t i = 0; i < count; ++i, w += width) {
    const float value = in[i];
    if (value == 0) continue;
    for (size_t j = 0; j < width; ++j) out[j] += value * w[j];
  }
}

template <size_t width>
inline float dot(const float* a, const float* b) {
  std::array<float, 8> sums{};
  for (size_t i = 0; i < width; i += 8) {
    for (size_t j = 0; j < 8; ++j) sums[j] += a[i + j] * b[i + j];
  }
  return ((sums[0] + sums[4]) + (sums[1] + sums[5])) + ((sums[2] + sums[6]) + (sums[3] + sums[7]));
}

template <size_t width>
inline void rectify(float* values) {
  for (size_t j = 0; j < width; ++j) values[j] = values[j] > 0 ? values[j] : leak * values[j];
}

ENTENTE_WIDE void first_layer(const float* x, size_t inputs, const float* w, float* h) {
  add_product<RankNetwork::first>(x, inputs, w, h);
  rectify<RankNetwork::first>(h);
}

ENTENTE_WIDE void second_layer(const float* x, const float* w, float* h) {
  add_product<RankNetwork::second>(x, RankNetwork::first, w, h);
  rectify<RankNetwork::second>(h);
}

/// d1 = W2 d2 + slope u, through the rectifier of h1; the gradients of W2 and b2 on the way.
ENTENTE_WIDE void back_second(const float* h1, const float* w2, const float* d2, const float* u, float slope, float* d1,
                              float* gw2) {
  for (size_t i = 0; i < RankNetwork::first; ++i) {
    const float* row = w2 + i * RankNetwork::second;
    float* into = gw2 + i * RankNetwork::second;
    const float back = dot<RankNetwork::second>(row, d2) + slope * u[i];
    d1[i] = h1[i] > 0 ? back : leak * back;
    for (size_t j = 0; j < RankNetwork::second; ++j) into[j] += h1[i] * d2[j];
  }
}

ENTENTE_WIDE void back_first(const float* x, size_t inputs, const float* d1, float* gw1) {
  for (size_t i = 0; i < inputs; ++i, gw1 += RankNetwork::first) {
    const float value = x[i];
    if (value == 0) continue;
    for (size_t j = 0; j < RankNetwork::first; ++j) gw1[j] += value * d1[j];
  }
}

}  // namespace

RankNetwork::Layout RankNetwork::layout(size_t inputs, size_t relations) {
  Layout at{};
  at.w1 = 0;
  at.b1 = at.w1 + inputs * first;
  at.w2 = at.b1 + first;
  at.b2 = at.w2 + first * second;
  at.v = at.b2 + second;
  at.e = at.v + second;
  at.u = at.e + relations * first;
  at.end = at.u + relations * first;
  return at;
}

size_t RankNetwork::parameter_count(size_t inputs, size_t relations) {
  return layout(inputs, relations).end;
}

RankNetwork::RankNetwork(size_t inputs, size_t relations, uint64_t seed)
    : inputs_(inputs), relations_(relations), parameters_(parameter_count(inputs, relations)) {
  const Layout at = layout();
  const auto draw = [&](size_t begin, size_t end, size_t fan_in) {
    const double reach = std::sqrt(3.0 / static_cast<double>(fan_in));
    for (size_t i = begin; i < end; ++i) {
      const double share = static_cast<double>(counted_random(seed, i) >> 11) * 0x1.0p-53;
      parameters_[i] = static_cast<float>((2 * share - 1) * reach);
    }
  };
  draw(at.w1, at.b1, inputs);
  draw(at.w2, at.b2, first);
  draw(at.v, at.e, second);
}

RankNetwork::RankNetwork(size_t inputs, size_t relations, std::vector<float> parameters)
    : inputs_(inputs), relations_(relations), parameters_(std::move(parameters)) {}

float RankNetwork::score(const float* x, int32_t relation, State& state) const {
  const Layout at = layout();
  const float* p = parameters_.data();
  const float* e = p + at.e + static_cast<size_t>(relation) * first;
  for (size_t j = 0; j < first; ++j) state.h1[j] = p[at.b1 + j] + e[j];
  first_layer(x, inputs_, p + at.w1, state.h1.data());
  std::copy_n(p + at.b2, second, state.h2.begin());
  second_layer(state.h1.data(), p + at.w2, state.h2.data());
  return dot<second>(p + at.v, state.h2.data()) +
         dot<first>(p + at.u + static_cast<size_t>(relation) * first, state.h1.data());
}

void RankNetwork::add_gradient(const float* x, int32_t relation, const State& state, float slope,
                               std::span<float> gradient) const {
  const Layout at = layout();
  const float* p = parameters_.data();
  float* g = gradient.data();
  const float* u = p + at.u + static_cast<size_t>(relation) * first;
  float* gu = g + at.u + static_cast<size_t>(relation) * first;
  float* ge = g + at.e + static_cast<size_t>(relation) * first;
  std::array<float, second> d2;
  for (size_t j = 0; j < second; ++j) {
    d2[j] = slope * p[at.v + j] * (state.h2[j] > 0 ? 1 : leak);
    g[at.v + j] += slope * state.h2[j];
    g[at.b2 + j] += d2[j];
  }
  std::array<float, first> d1;
  back_second(state.h1.data(), p + at.w2, d2.data(), u, slope, d1.data(), g + at.w2);
  for (size_t j = 0; j < first; ++j) {
    gu[j] += slope * state.h1[j];
    ge[j] += d1[j];
    g[at.b1 + j] += d1[j];
  }
  back_first(x, inputs_, d1.data(), g + at.w1);
}

}  // namespace entente
