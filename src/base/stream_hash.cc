#include "base/stream_hash.h"

#include "base/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace entente {

uint64_t hash64(std::string_view bytes, uint64_t seed) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

struct StreamHash::State {
  XXH3_state_t of;
};

StreamHash::StreamHash() : state_(std::make_unique<State>()) {
  XXH3_128bits_reset(&state_->of);
}
StreamHash::StreamHash(StreamHash&&) noexcept = default;
StreamHash& StreamHash::operator=(StreamHash&&) noexcept = default;
StreamHash::~StreamHash() = default;

void StreamHash::add(std::string_view bytes) {
  XXH3_128bits_update(&state_->of, bytes.data(), bytes.size());
}

std::string StreamHash::digest() const {
  const XXH128_hash_t hash = XXH3_128bits_digest(&state_->of);
  return hex_of(hash.high64, hash.low64);
}

}  // namespace entente
