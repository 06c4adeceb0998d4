// Importing event data sets: what is asked for and what came of it. Part of the engine's door.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "sources/sources.h"

namespace entente {

struct EventImportOptions {
  EventFormat format = EventFormat::icews;
  EventReadOptions read;
  std::string data_set;  // these three replace what the format says; empty: they don't
  std::string version;
  std::string licence;
};

/// What became of one file.
struct ImportedFile {
  std::string path;
  std::string data_set;
  std::string version;
  uint64_t rows = 0;        // read now, bad ones included
  uint64_t skipped = 0;     // rows that an earlier import had recorded
  uint64_t events = 0;      // new in the store
  uint64_t duplicates = 0;  // there already, by their id or as the same report under another id
  uint64_t changed = 0;     // their id is there with other contents; the older ones stay
  uint64_t bad = 0;
  uint64_t one_sided = 0;           // without a source or a target, or with neither
  std::vector<std::string> errors;  // the first ten, each naming file and line
};

struct EventImportSummary {
  std::vector<ImportedFile> files;
  std::vector<Error> failed;  // files that could not be read at all
  uint64_t store_events = 0;
  uint64_t store_bytes = 0;
};

}  // namespace entente
