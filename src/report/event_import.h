// What an import of event data came to, for people and for programs.
#pragma once

#include <string>

#include "engine/engine.h"

namespace entente {

/// One line a file, and one for the store.
std::string import_text(const EventImportSummary& summary);
/// One object; docs/manual.md tells its keys.
std::string import_json(const EventImportSummary& summary);

}  // namespace entente
