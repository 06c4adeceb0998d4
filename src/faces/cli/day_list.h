// Numbers of days as they are typed: "7,30,90".
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace entente::cli {

/// In rising order, each once. Errors: usage (naming the option and what is no number of days from 1 to 3660).
Result<std::vector<int>> day_list(const std::string& text, const std::string& option);

}  // namespace entente::cli
