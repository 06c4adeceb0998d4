// XXH3 from the xxHash library, written big-endian as its canonical form asks.
#include "base/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace entente {

std::string hex_of(uint64_t high, uint64_t low) {
  constexpr std::string_view digits = "0123456789abcdef";
  constexpr size_t half = 16;
  std::string out(2 * half, '0');
  for (size_t i = 0; i < half; ++i) {
    out[half - 1 - i] = digits[(high >> (4 * i)) & 15];
    out[2 * half - 1 - i] = digits[(low >> (4 * i)) & 15];
  }
  return out;
}

std::string content_hash(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return hex_of(hash.high64, hash.low64);
}

}  // namespace entente
