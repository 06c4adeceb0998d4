// The options that say which claims an answer is read off: --as-of, --since, --until.
#pragma once

#include <CLI/App.hpp>
#include <string>

#include "engine/engine.h"

namespace entente::cli {

struct ScopeOptions {
  std::string as_of;
  std::string since;
  std::string until;
};

void add_scope_options(CLI::App& command, ScopeOptions& options);
/// Errors: usage (no day, no mark); those of the ledger.
Result<Scope> scope_of(const ScopeOptions& options, Engine& engine);

}  // namespace entente::cli
