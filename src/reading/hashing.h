// Hashes of words and of feature tuples. Part of the model format: a change here needs new weights.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente {

/// The finaliser of SplitMix64 (Steele et al. 2014): every bit of the answer depends on every bit asked.
inline uint64_t scramble(uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ull;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBull;
  return x ^ (x >> 31);
}

inline uint64_t hash_bytes(std::string_view bytes, uint64_t seed = 0) {
  uint64_t h = 0xCBF29CE484222325ull ^ seed;
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
  return scramble(h);
}

/// Joins two hashes; not symmetric.
inline uint64_t join_hash(uint64_t a, uint64_t b) {
  return (a ^ (b >> 29)) * 0x9E3779B97F4A7C15ull + b;
}

/// The key of a feature: the number of its template and the values it looks at. Cheap on purpose; the values are
/// scrambled hashes already, and the tables take the upper bits.
template <class... Values>
uint64_t feature_key(uint64_t number, Values... values) {
  uint64_t h = (number + 1) * 0xD1B54A32D192ED03ull;
  ((h = join_hash(h, values)), ...);
  return h ^ (h >> 32);
}

}  // namespace entente
