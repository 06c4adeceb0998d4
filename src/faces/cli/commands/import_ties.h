// The part of entente import that reads tables of ties.
#pragma once

#include <string>
#include <vector>

#include "faces/cli/session.h"

namespace entente::cli {

/// Puts the tables into the ledger and says what became of them; returns the exit code.
int import_ties(TieFormat format, const std::vector<std::string>& paths, Session& session);

}  // namespace entente::cli
