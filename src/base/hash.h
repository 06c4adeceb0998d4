// Content hashes: the same bytes give the same id on every machine.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// XXH3 with 128 bits (Collet 2019) as 32 lower-case hex digits.
std::string content_hash(std::string_view bytes);

}  // namespace entente
