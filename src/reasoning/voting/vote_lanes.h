// Four votes at once: the normal distribution, its inverse and chance in single precision, by the compiler's vector
// types, so that every machine and any optimisation gives the same bytes. Inside voting.
#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>

namespace entente {

using Lanes = float __attribute__((vector_size(16)));
using LaneInts = int32_t __attribute__((vector_size(16)));
using LaneWords = uint32_t __attribute__((vector_size(16)));

inline constexpr size_t lanes = 4;

inline Lanes lanes_at(const float* from) {
  Lanes out;
  std::memcpy(&out, from, sizeof out);
  return out;
}

inline void put_lanes(float* to, Lanes what) {
  std::memcpy(to, &what, sizeof what);
}

inline Lanes lanes_between(Lanes x, float low, float high) {
  const Lanes least = x - x + low, most = x - x + high;
  x = x < least ? least : x;
  return x > most ? most : x;
}

/// e^x for x from -87 to 0, to about 1e-7 of it: powers of two, and Moshier's polynomial (Cephes) for what is left.
inline Lanes lanes_exp(Lanes x) {
  x = lanes_between(x, -87, 0);
  const LaneInts power = __builtin_convertvector(x * 1.44269504F - 0.5F, LaneInts);
  const Lanes n = __builtin_convertvector(power, Lanes);
  const Lanes r = (x - n * 0.693359375F) + n * 2.12194440e-4F;
  Lanes p = r * 1.9875691500e-4F + 1.3981999507e-3F;
  p = p * r + 8.3334519073e-3F;
  p = p * r + 4.1665795894e-2F;
  p = p * r + 1.6666665459e-1F;
  p = p * r + 5.0000001201e-1F;
  return (p * r * r + r + 1.0F) * reinterpret_cast<Lanes>((power + 127) << 23);
}

/// log x for normal x > 0, to about 1e-7; Moshier's polynomial (Cephes).
inline Lanes lanes_log(Lanes x) {
  const LaneInts bits = reinterpret_cast<LaneInts>(x);
  const LaneInts power = (bits - 0x3f3504f3) >> 23;
  const Lanes n = __builtin_convertvector(power, Lanes), f = reinterpret_cast<Lanes>(bits - (power << 23)) - 1.0F;
  Lanes p = f * 7.0376836292e-2F - 1.1514610310e-1F;
  p = p * f + 1.1676998740e-1F;
  p = p * f - 1.2420140846e-1F;
  p = p * f + 1.4249322787e-1F;
  p = p * f - 1.6668057665e-1F;
  p = p * f + 2.0000714765e-1F;
  p = p * f - 2.4999993993e-1F;
  p = p * f + 3.3333331174e-1F;
  return f + (f * f * f * p - n * 2.12194440e-4F - f * f * 0.5F) + n * 0.693359375F;
}

/// P(Z < x), to about 1e-6 of it below 0: the Chebyshev fit of erfc in Press et al., "Numerical Recipes", section 6.2.
inline Lanes lanes_normal_below(Lanes x) {
  const Lanes a = (x < 0 ? -x : x) * 0.70710678F, t = 2.0F / (a + 2.0F);
  Lanes p = t * 0.17087277F - 0.82215223F;
  p = p * t + 1.48851587F;
  p = p * t - 1.13520398F;
  p = p * t + 0.27886807F;
  p = p * t - 0.18628806F;
  p = p * t + 0.09678418F;
  p = p * t + 0.37409196F;
  p = p * t + 1.00002368F;
  p = p * t - 1.26551223F;
  const Lanes tail = t * lanes_exp(p - a * a) * 0.5F;
  return x < 0 ? tail : 1.0F - tail;
}

/// x such that P(Z < x) = p, to about 1e-5; p is held between 1e-36 and 1 - 6e-8. Giles (2010), "Approximating the
/// erfinv function"; below 1e-10 the leading terms of the tail, to 3e-3.
inline Lanes lanes_normal_quantile(Lanes p) {
  p = lanes_between(p, 1e-36F, 0.99999994F);
  const Lanes w = -lanes_log(p * (1.0F - p) * 4.0F), m = w - 2.5F;
  Lanes middle = m * 2.81022636e-8F + 3.43273939e-7F;
  middle = middle * m - 3.5233877e-6F;
  middle = middle * m - 4.39150654e-6F;
  middle = middle * m + 2.1858087e-4F;
  middle = middle * m - 1.25372503e-3F;
  middle = middle * m - 4.17768164e-3F;
  middle = middle * m + 0.246640727F;
  middle = middle * m + 1.50140941F;
  Lanes s = w > 0 ? w : w - w;
  for (size_t i = 0; i < lanes; ++i) s[i] = std::sqrt(s[i]);
  s = s - 3.0F;
  Lanes tail = s * -2.00214257e-4F + 1.00950558e-4F;
  tail = tail * s + 1.34934322e-3F;
  tail = tail * s - 3.67342844e-3F;
  tail = tail * s + 5.73950773e-3F;
  tail = tail * s - 7.6224613e-3F;
  tail = tail * s + 9.43887047e-3F;
  tail = tail * s + 1.00167406F;
  tail = tail * s + 2.83297682F;
  Lanes x = (p * 2.0F - 1.0F) * (w < 5 ? middle : tail) * 1.41421356F;
  for (size_t i = 0; i < lanes; ++i) {
    if (!(w[i] > 22)) continue;
    const double far = 2.0 * w[i] + 0.934712;  // -2 log p - log 2 pi
    x[i] = static_cast<float>(-std::sqrt(far - std::log(far)));
  }
  return x;
}

/// Numbers in (0, 1), counted by a seed and their place: a mixing of 32 bits with half of the seed at either end.
inline Lanes lanes_inside(uint64_t seed, uint32_t place) {
  const LaneWords steps = {0, 1, 2, 3};
  LaneWords x = (steps + place) * 0x9E3779B9U + static_cast<uint32_t>(seed);
  x = (x ^ (x >> 16)) * 0x7feb352dU + static_cast<uint32_t>(seed >> 32U);
  x = (x ^ (x >> 15)) * 0x846ca68bU;
  x ^= x >> 16;
  return (__builtin_convertvector(reinterpret_cast<LaneInts>(x >> 8), Lanes) + 0.5F) * 0x1.0p-24F;
}

}  // namespace entente
