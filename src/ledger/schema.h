// The ledger's tables and how an older file becomes a present one. Internal to the ledger.
#pragma once

#include "base/result.h"
#include "ledger/sqlite.h"

namespace entente::ledger_detail {

/// The format that this program writes (PRAGMA user_version).
inline constexpr int schema_version = 3;

/// Makes the tables of a new file, migrates an older one, refuses a newer or a foreign one.
Result<void> prepare_schema(Database& db);

}  // namespace entente::ledger_detail
