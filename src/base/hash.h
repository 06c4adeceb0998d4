// Content hashes: the same bytes give the same id on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// XXH3 with 128 bits (Collet 2019) as 32 lower-case hex digits.
std::string content_hash(std::string_view bytes);
/// 128 bits as 32 lower-case hex digits, the high half first.
std::string hex_of(uint64_t high, uint64_t low);

}  // namespace entente
