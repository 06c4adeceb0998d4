// Puts tables of ties into the ledger: a table is an article of which every row is a line, in one transaction.
#include "engine/tie_import.h"

#include "engine/engine.h"
#include "engine/parts.h"

namespace entente {

namespace {

PartyFinder finder(const TableParties& parties) {
  return [&parties](PartyScheme scheme, std::string_view text, int year) -> std::optional<ActorId> {
    switch (scheme) {
      case PartyScheme::name:
        return parties.named(text, year);
      case PartyScheme::cow:
        return parties.coded("cow", text);
      case PartyScheme::iso2:
        return parties.coded("iso2", text);
      default:
        return parties.vendor(text);
    }
  };
}

ImportedTable told(TieTable table) {
  ImportedTable out;
  out.path = table.article.path;
  out.rows = table.rows;
  out.claims = table.claims.size();
  out.bad = table.bad;
  out.passed_over = table.passed_over;
  out.errors = std::move(table.errors);
  out.unknown = std::move(table.unknown);
  return out;
}

}  // namespace

Result<TieImportSummary> Engine::import_ties(const std::vector<std::string>& paths, TieFormat format) {
  const Result<std::string> folder = parts_->data_folder();
  if (!folder) return folder.error();
  const Result<TableParties> parties = TableParties::load(*folder + "/lexicon");
  if (!parties) return parties.error();
  const PartyFinder find = finder(*parties);
  TieImportSummary out;
  for (const std::string& path : paths) {
    if (parts_->options.hooks.stop()) return Error{ErrorCode::interrupted, "interrupted"};
    Result<TieTable> table = read_tie_table(format, path, find);
    if (!table) {
      out.failed.push_back(table.error());
      continue;
    }
    Result<Ledger*> ledger = parts_->open_ledger(OpenMode::create);
    if (!ledger) return ledger.error();
    const Result<Stored> stored = (*ledger)->store(table->article, table->method, table->claims);
    if (!stored) return stored.error();
    out.tables.push_back(told(std::move(*table)));
    out.tables.back().already_there = *stored == Stored::already_there;
  }
  return out;
}

}  // namespace entente
