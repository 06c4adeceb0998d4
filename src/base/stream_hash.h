// Hashes of what comes piece by piece, and short ones for tables.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace entente {

/// XXH3 with 64 bits: for tables and for seeing damage, not for ids.
uint64_t hash64(std::string_view bytes, uint64_t seed = 0);

/// content_hash (base/hash.h) of bytes that come piece by piece.
class StreamHash {
 public:
  StreamHash();
  StreamHash(StreamHash&&) noexcept;
  StreamHash& operator=(StreamHash&&) noexcept;
  ~StreamHash();

  void add(std::string_view bytes);
  /// Of all that was added so far; more may follow.
  [[nodiscard]] std::string digest() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace entente
