// Where the program finds what it was shipped with, and where it keeps what it was told.
#pragma once

#include <string>

#include "base/result.h"

namespace entente {

/// The folder that holds lexicon/ and models/: $ENTENTE_DATA, else ../share/entente beside the program, else the source
/// tree it was built from. Errors: missing, naming where it was looked for.
Result<std::string> find_data_folder();

/// entente/ledger.db below $XDG_DATA_HOME or ~/.local/share. Errors: missing (neither is known).
Result<std::string> default_ledger_path();

}  // namespace entente
