#include "faces/cli/commands/import_ties.h"

#include "report/tie_import.h"

namespace entente::cli {

int import_ties(TieFormat format, const std::vector<std::string>& paths, Session& session) {
  const Result<TieImportSummary> summary = session.engine().import_ties(paths, format);
  if (!summary) return session.fail(summary.error());
  size_t failures = summary->failed.size();
  for (const Error& error : summary->failed) static_cast<void>(session.fail(error));
  for (const ImportedTable& table : summary->tables) {
    for (const std::string& error : table.errors) session.warn(error);
    if (table.bad > table.errors.size()) {
      session.warn(table.path + ": " + std::to_string(table.bad - table.errors.size()) + " more rows cannot be read");
    }
    failures += table.bad > 0 ? 1 : 0;
  }
  if (session.json()) {
    session.out().write(tie_import_json(*summary));
  } else {
    session.out().write(tie_import_text(*summary));
  }
  if (summary->tables.empty()) return failed;
  return failures > 0 ? some_failed : done;
}

}  // namespace entente::cli
