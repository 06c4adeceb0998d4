// The table of capabilities that ships. Inside engine: may change.
#pragma once

#include <string>

#include "base/result.h"
#include "reasoning/reasoning.h"

namespace entente {

/// Each state's share of the world's capabilities, with source and year. Errors: those of read_data_frame.
Result<Capabilities> read_capabilities(const std::string& data_folder);

}  // namespace entente
