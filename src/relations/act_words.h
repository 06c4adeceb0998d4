// The words that tell which kind of act is forbidden or threatened. Inside relations: may change.
#pragma once

#include <string_view>
#include <vector>

#include "domain/vocabulary.h"

namespace entente {

/// The event types that the words name, in the order of the text, each once.
std::vector<ClaimType> acts_in(std::string_view words);

}  // namespace entente
