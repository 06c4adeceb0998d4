// Any bytes as each of the tables of ties.
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "sources/sources.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  static const std::string path =
      (std::filesystem::temp_directory_path() / ("entente-ties-" + std::to_string(getpid()) + ".csv")).string();
  std::ofstream(path, std::ios::binary) << std::string(reinterpret_cast<const char*>(data + 1), size - 1);
  const auto find = [](entente::PartyScheme, std::string_view text, int) {
    return text.empty() ? std::nullopt : std::optional(entente::ActorId(std::string(text.substr(0, 3))));
  };
  const auto format = static_cast<entente::TieFormat>(data[0] % 5);
  const entente::Result<entente::TieTable> table = entente::read_tie_table(format, path, find);
  if (!table) return 0;
  for (const entente::Claim& claim : table->claims) {
    const entente::Span& span = claim.first_evidence().passage.span;
    if (span.begin >= span.end || span.end > table->article.text.size()) __builtin_trap();
  }
  return 0;
}
