#include "coding/lexicon/lexicon_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>

#include "base/text.h"
#include "base/utf8.h"

namespace entente {

namespace fs = std::filesystem;

Error LexiconFile::error(const LexiconLine& line, const std::string& message) const {
  return {ErrorCode::damaged, path + ":" + std::to_string(line.number) + ": " + message};
}

static constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Where the comment of a line begins: at a '#' that stands first or behind a blank.
static size_t comment_in(std::string_view line) {
  size_t at = line.find('#');
  while (at != std::string_view::npos && at > 0 && line[at - 1] != ' ' && line[at - 1] != '\t') {
    at = line.find('#', at + 1);
  }
  return at;
}

static std::optional<std::string> bytes_of_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::error_code failed;
  const auto size = fs::file_size(path, failed);
  if (!in || failed) return std::nullopt;
  std::string bytes(size, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(size));
  bytes.resize(static_cast<size_t>(in.gcount()));
  return bytes;
}

Result<LexiconFile> read_lexicon_file(const std::string& path) {
  const std::optional<std::string> bytes = bytes_of_file(path);
  if (!bytes) return Error{ErrorCode::missing, path + ": cannot be read; reinstall the lexicon or set ENTENTE_DATA"};
  LexiconFile file{path, {}};
  std::string_view left = *bytes;
  if (left.starts_with(byte_order_mark)) left.remove_prefix(byte_order_mark.size());
  for (int number = 1; !left.empty(); ++number) {
    const size_t end = std::min(left.find('\n'), left.size());
    const std::string_view raw = left.substr(0, end);
    left.remove_prefix(std::min(end + 1, left.size()));
    if (raw.find('\0') != std::string_view::npos)
      return file.error({number, false, ""}, "a zero byte: not a text file");
    if (!is_utf8(raw)) return file.error({number, false, ""}, "not UTF-8; save the file as UTF-8");
    const bool indented = !raw.empty() && (raw[0] == ' ' || raw[0] == '\t');
    const std::string_view text = trim(raw.substr(0, comment_in(raw)));
    if (!text.empty()) file.lines.push_back({number, indented, std::string(text)});
  }
  return file;
}

Result<std::vector<std::string>> lexicon_files(const std::string& folder, const std::string& extension) {
  std::vector<std::string> files;
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(folder, failed)) {
    if (entry.path().extension() == extension) files.push_back(entry.path().string());
  }
  if (files.empty()) {
    return Error{ErrorCode::missing,
                 folder + ": no " + extension + " files there; reinstall the lexicon or set ENTENTE_DATA"};
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::string> columns(std::string_view line) {
  std::vector<std::string> parts;
  for (std::string_view part : split(line, '|')) parts.emplace_back(part);
  return parts;
}

std::vector<std::string> list_items(std::string_view text, char separator) {
  std::vector<std::string> items;
  for (std::string_view part : split(text, separator)) {
    if (!part.empty()) items.emplace_back(part);
  }
  return items;
}

}  // namespace entente
