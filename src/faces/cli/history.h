// The options that say where a question's past is read off: --data, --origin, --step, --events, --as-of.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "engine/engine.h"

namespace entente::cli {

struct HistoryOptions {
  std::string data;
  std::string origin;
  std::string step = "day";
  std::vector<std::string> events;
  std::string as_of;
};

void add_history_options(CLI::App& command, HistoryOptions& options);
/// Errors: usage (no day, no unit, no mark); those of the ledger.
Result<AskHistory> history_of(const HistoryOptions& options, Engine& engine);

}  // namespace entente::cli
