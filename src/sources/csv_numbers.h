// Numbers in tables. Inside sources.
#pragma once

#include <optional>
#include <string_view>

namespace entente {

/// A finite number as "1.5", "+2" or "1e6", and nothing else around it.
std::optional<double> csv_number(std::string_view text);

}  // namespace entente
