// Reading the lexicon's text files: lines without comments, and errors that name file and line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace entente {

struct LexiconLine {
  int number = 0;
  bool indented = false;
  std::string text;  // trimmed, without its comment, never empty
};

struct LexiconFile {
  std::string path;
  std::vector<LexiconLine> lines;

  /// "lexicon/actors/asia.txt:12: unknown code '999'; ..." as an Error.
  [[nodiscard]] Error error(const LexiconLine& line, const std::string& message) const;
};

/// Errors: missing (cannot be read), damaged (no text in UTF-8).
Result<LexiconFile> read_lexicon_file(const std::string& path);

/// The files of a folder that end in `extension`, sorted by name. Errors: missing (no such folder, or none in it).
Result<std::vector<std::string>> lexicon_files(const std::string& folder, const std::string& extension);

/// The parts of a `|`-separated line, trimmed.
std::vector<std::string> columns(std::string_view line);
/// The parts of a `;`- or `,`-separated list, trimmed, empty ones left out.
std::vector<std::string> list_items(std::string_view text, char separator);

}  // namespace entente
