// What became of tables of ties that were put into the ledger. Part of the door: engine.h includes it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "sources/sources.h"

namespace entente {

struct ImportedTable {
  std::string path;
  size_t rows = 0;
  size_t claims = 0;
  size_t bad = 0;                         // rows that cannot be read
  size_t passed_over = 0;                 // rows that say nothing of two known parties
  bool already_there = false;             // the ledger had this table, read by the same method
  std::vector<std::string> errors;        // the first ten
  std::map<std::string, size_t> unknown;  // parties that the lexicon does not know, and in how many rows
};

struct TieImportSummary {
  std::vector<ImportedTable> tables;  // in the order of the paths
  std::vector<Error> failed;          // files of which nothing could be read
};

}  // namespace entente
