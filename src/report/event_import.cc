#include "report/event_import.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace entente {
namespace {

std::string file_line(const ImportedFile& file) {
  std::string line = fmt::format("{}: {} events", file.path, file.events);
  if (file.skipped > 0) line += fmt::format(", {} rows were there", file.skipped);
  if (file.duplicates > 0) line += fmt::format(", {} duplicates", file.duplicates);
  if (file.changed > 0)
    line += fmt::format(", {} with an id that is there with other contents (the older stay)", file.changed);
  if (file.one_sided > 0) line += fmt::format(", {} without a source or a target", file.one_sided);
  if (file.bad > 0) line += fmt::format(", {} bad rows", file.bad);
  return line + "\n";
}

}  // namespace

std::string import_text(const EventImportSummary& summary) {
  std::string out;
  for (const ImportedFile& file : summary.files) {
    if (file.rows + file.skipped > 0 && file.bad < file.rows + file.skipped) out += file_line(file);
  }
  const double each = summary.store_events == 0
                          ? 0
                          : static_cast<double>(summary.store_bytes) / static_cast<double>(summary.store_events);
  return out + fmt::format("the store holds {} events in {} bytes ({:.1f} an event)\n", summary.store_events,
                           summary.store_bytes, each);
}

std::string import_json(const EventImportSummary& summary) {
  nlohmann::ordered_json out;
  out["files"] = nlohmann::ordered_json::array();
  for (const ImportedFile& file : summary.files) {
    nlohmann::ordered_json one;
    one["path"] = file.path;
    one["data_set"] = file.data_set;
    one["version"] = file.version;
    one["rows"] = file.rows;
    one["skipped"] = file.skipped;
    one["events"] = file.events;
    one["duplicates"] = file.duplicates;
    one["changed"] = file.changed;
    one["one_sided"] = file.one_sided;
    one["bad"] = file.bad;
    one["errors"] = file.errors;
    out["files"].push_back(one);
  }
  out["failed"] = nlohmann::ordered_json::array();
  for (const Error& error : summary.failed) out["failed"].push_back(error.message);
  out["store_events"] = summary.store_events;
  out["store_bytes"] = summary.store_bytes;
  return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace entente
