#include "coding/lexicon/lexicon_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "base/utf8.h"

namespace entente {

namespace fs = std::filesystem;

Error LexiconFile::error(const LexiconLine& line, const std::string& message) const {
  return {ErrorCode::damaged, path + ":" + std::to_string(line.number) + ": " + message};
}

static constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

Result<LexiconFile> read_lexicon_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{ErrorCode::missing, path + ": cannot be read; reinstall the lexicon or set ENTENTE_DATA"};
  LexiconFile file{path, {}};
  std::string raw;
  for (int number = 1; std::getline(in, raw); ++number) {
    if (number == 1 && raw.starts_with(byte_order_mark)) raw.erase(0, byte_order_mark.size());
    if (raw.find('\0') != std::string::npos) return file.error({number, false, ""}, "a zero byte: not a text file");
    if (!is_utf8(raw)) return file.error({number, false, ""}, "not UTF-8; save the file as UTF-8");
    const bool indented = !raw.empty() && (raw[0] == ' ' || raw[0] == '\t');
    size_t comment = raw.find('#');
    while (comment != std::string::npos && comment > 0 && raw[comment - 1] != ' ' && raw[comment - 1] != '\t') {
      comment = raw.find('#', comment + 1);
    }
    const std::string_view text = trim(std::string_view(raw).substr(0, comment));
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
