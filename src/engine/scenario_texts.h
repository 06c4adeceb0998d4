// Scenarios of a pair for which nobody has written a file. Part of the door: engine.h includes it.
#pragma once

#include <string>

namespace entente {

/// TOML of an agreement between two countries (ISO alpha-3), as large as agreements were on average.
std::string agreement_between(const std::string& a, const std::string& b);
/// TOML that asks what the two can settle, which rails they need, and what one more link would bring.
std::string rails_between(const std::string& a, const std::string& b);

}  // namespace entente
