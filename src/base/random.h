// Randomness that is counted, not drawn: the same seed and number give the same value, in any order and on any thread.
#pragma once

#include <cstdint>

namespace entente {

/// The mixing function of SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators").
inline uint64_t counted_random(uint64_t seed, uint64_t number) {
  uint64_t z = seed + (number + 1) * 0x9E3779B97F4A7C15ULL;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

/// The same as a number in [0, 1).
inline double counted_unit(uint64_t seed, uint64_t number) {
  return static_cast<double>(counted_random(seed, number) >> 11U) * 0x1.0p-53;
}

/// The same as a number in (0, 1): neither end can come.
inline double counted_inside(uint64_t seed, uint64_t number) {
  return (static_cast<double>(counted_random(seed, number) >> 11U) + 0.5) * 0x1.0p-53;
}

}  // namespace entente
