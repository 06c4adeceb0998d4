#include "report/tie_import.h"

#include <fmt/format.h>

#include "base/text.h"
#include "report/evidence.h"

namespace entente {

std::string tie_import_text(const TieImportSummary& summary) {
  std::string out;
  for (const ImportedTable& table : summary.tables) {
    out += fmt::format("{}: {} rows, {} claims{}; {} rows told of no two known parties, {} could not be read\n",
                       table.path, table.rows, table.claims, table.already_there ? " (already there)" : "",
                       table.passed_over, table.bad);
    std::vector<std::string> unknown;
    for (const auto& [name, rows] : table.unknown) unknown.push_back(fmt::format("{} ({})", name, rows));
    if (!unknown.empty()) out += "  not in the lexicon: " + join(unknown, ", ") + "\n";
  }
  return out;
}

std::string tie_import_json(const TieImportSummary& summary) {
  std::string out;
  for (const ImportedTable& table : summary.tables) {
    out += dump({{"path", table.path},
                 {"rows", table.rows},
                 {"claims", table.claims},
                 {"bad", table.bad},
                 {"passed_over", table.passed_over},
                 {"already_there", table.already_there},
                 {"errors", table.errors},
                 {"unknown", table.unknown}}) +
           "\n";
  }
  return out;
}

}  // namespace entente
