// What an import of tables of ties did: for a terminal and as JSON.
#pragma once

#include <string>

#include "engine/engine.h"

namespace entente {

/// A line for every table, and whom the lexicon does not know.
std::string tie_import_text(const TieImportSummary& summary);
/// One object a line: {"path","rows","claims","bad","passed_over","already_there","errors","unknown"}
std::string tie_import_json(const TieImportSummary& summary);

}  // namespace entente
