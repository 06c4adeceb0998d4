#include "engine/data_folder.h"

#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace entente {

namespace {

namespace fs = std::filesystem;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

fs::path beside_program() {
  std::error_code unknown;
  const fs::path program = fs::read_symlink("/proc/self/exe", unknown);
  if (unknown) return {};
  return (program.parent_path() / ".." / "share" / "entente").lexically_normal();
}

bool is_data_folder(const fs::path& folder) {
  std::error_code ignored;
  return !folder.empty() && fs::is_directory(folder / "lexicon", ignored);
}

}  // namespace

Result<std::string> find_data_folder() {
  const std::string wished = environment("ENTENTE_DATA");
  if (!wished.empty()) return wished;  // taken as it is: what is missing there is named by who looks for it
  const fs::path installed = beside_program();
  if (is_data_folder(installed)) return installed.string();
  const std::string source = ENTENTE_SOURCE_TREE;
  if (is_data_folder(source)) return source;
  return Error{ErrorCode::missing, "no lexicon found in " + installed.string() + " or " + source +
                                       ": set ENTENTE_DATA to the folder that holds lexicon/ and models/"};
}

Result<std::string> default_ledger_path() {
  const std::string data_home = environment("XDG_DATA_HOME");
  if (!data_home.empty()) return data_home + "/entente/ledger.db";
  const std::string home = environment("HOME");
  if (!home.empty()) return home + "/.local/share/entente/ledger.db";
  return Error{ErrorCode::missing, "no place for the ledger: name one with --db, or set XDG_DATA_HOME or HOME"};
}

}  // namespace entente
