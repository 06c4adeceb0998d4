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
#define ENTENTE_INLINE [[gnu::always_inline]] inline

/// Eight numbers that are worked on at once, wherever they lie.
using Eight = float __attribute__((vector_size(32), aligned(4), may_alias));

ENTENTE_INLINE const Eight& eight(const float* at) {
  return *reinterpret_cast<const Eight*>(at);
}
ENTENTE_INLINE Eight& eight(float* at) {
  return *reinterpret_cast<Eight*>(at);
}

/// out[j] += sum over i of in[i] * w[i][j].
template <size_t width>
ENTENTE_INLINE void add_product(const float* in, size_t count, const float* w, float* out) {
  Eight sums[width / 8];
  for (size_t k = 0; k < width / 8; ++k) sums[k] = eight(out + 8 * k);
  for (size_t i = 0; i < count; ++i, w += width) {
    for (size_t k = 0; k < width / 8; ++k) sums[k] += in[i] * eight(w + 8 * k);
  }
  for (size_t k = 0; k < width / 8; ++k) eight(out + 8 * k) = sums[k];
}

/// into[j] += value * w[j].
template <size_t width>
ENTENTE_INLINE void add_scaled(float value, const float* w, float* into) {
  for (size_t k = 0; k < width; k += 8) eight(into + k) += value * eight(w + k);
}

template <size_t width>
ENTENTE_INLINE float dot(const float* a, const float* b) {
  Eight sums = eight(a) * eight(b);
  for (size_t k = 8; k < width; k += 8) sums += eight(a + k) * eight(b + k);
  return ((sums[0] + sums[4]) + (sums[1] + sums[5])) + ((sums[2] + sums[6]) + (sums[3] + sums[7]));
}

template <size_t width>
ENTENTE_INLINE void rectify(float* values) {
  for (size_t j = 0; j < width; ++j) values[j] = values[j] > 0 ? values[j] : leak * values[j];
}

ENTENTE_WIDE void forward(const float* x, size_t inputs, const float* w1, const float* w2, float* h1, float* h2) {
  add_product<RankNetwork::first>(x, inputs, w1, h1);
  rectify<RankNetwork::first>(h1);
  add_product<RankNetwork::second>(h1, RankNetwork::first, w2, h2);
  rectify<RankNetwork::second>(h2);
}

/// d1 = W2 d2 + slope u, through the rectifier of h1; the gradients of W1 and W2 on the way.
ENTENTE_WIDE void backward(const float* x, size_t inputs, const float* h1, const float* w2, const float* d2,
                           const float* u, float slope, float* d1, float* gw1, float* gw2) {
  for (size_t i = 0; i < RankNetwork::first; ++i) {
    const float back = dot<RankNetwork::second>(w2 + i * RankNetwork::second, d2) + slope * u[i];
    d1[i] = h1[i] > 0 ? back : leak * back;
    add_scaled<RankNetwork::second>(h1[i], d2, gw2 + i * RankNetwork::second);
  }
  for (size_t i = 0; i < inputs; ++i) {
    if (x[i] != 0) add_scaled<RankNetwork::first>(x[i], d1, gw1 + i * RankNetwork::first);
  }
}

ENTENTE_WIDE float way_out(const float* v, const float* h2, const float* u, const float* h1) {
  return dot<RankNetwork::second>(v, h2) + dot<RankNetwork::first>(u, h1);
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
      const double share = counted_unit(seed, i);
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
  std::copy_n(p + at.b2, second, state.h2.begin());
  forward(x, inputs_, p + at.w1, p + at.w2, state.h1.data(), state.h2.data());
  return way_out(p + at.v, state.h2.data(), p + at.u + static_cast<size_t>(relation) * first, state.h1.data());
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
  backward(x, inputs_, state.h1.data(), p + at.w2, d2.data(), u, slope, d1.data(), g + at.w1, g + at.w2);
  for (size_t j = 0; j < first; ++j) {
    gu[j] += slope * state.h1[j];
    ge[j] += d1[j];
    g[at.b1 + j] += d1[j];
  }
}

}  // namespace entente
