// Which files a list of paths stands for: folders are walked, hidden and foreign files passed over, the result sorted.
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "base/text.h"
#include "sources/sources.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

bool may_be_article(const fs::path& path) {
  constexpr std::array<std::string_view, 20> endings = {
      "",     ".txt",  ".text", ".md",    ".markdown", ".html", ".htm", ".xhtml", ".xml", ".rss",
      ".rdf", ".atom", ".json", ".jsonl", ".ndjson",   ".csv",  ".tsv", ".warc",  ".gz",  ".zst"};
  const std::string ending = to_lower(path.extension().string());
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

bool is_hidden(const fs::path& path) {
  return path.filename().string().starts_with(".");
}

Error no_permission(const std::string& path) {
  return {ErrorCode::io, path + ": no permission to read; change its mode or owner"};
}

/// Adds the articles below a folder. Links to folders are not followed, so that no ring can catch the walk.
Result<void> walk(const std::string& folder, std::vector<std::string>& files) {
  std::error_code problem;
  fs::recursive_directory_iterator entry(folder, problem);
  while (!problem && entry != fs::recursive_directory_iterator()) {
    const bool hidden = is_hidden(entry->path());
    std::error_code ignored;
    if (hidden && entry->is_directory(ignored)) entry.disable_recursion_pending();
    if (!hidden && entry->is_regular_file(ignored) && may_be_article(entry->path())) {
      files.push_back(entry->path().string());
    }
    entry.increment(problem);
  }
  if (problem == std::errc::permission_denied) return no_permission(folder);
  if (problem) return Error{ErrorCode::io, folder + ": cannot be listed (" + problem.message() + "); check the folder"};
  return {};
}

Result<void> list_folder(const std::string& folder, std::vector<std::string>& files) {
  const size_t before = files.size();
  if (auto walked = walk(folder, files); !walked) return walked;
  if (files.size() > before) return {};
  return Error{
      ErrorCode::input,
      folder +
          ": no text or page in this folder (.txt .md .html .xml .rss .json .jsonl .csv .warc .gz .zst); name another"};
}

Result<void> list_one(const std::string& path, std::vector<std::string>& files) {
  struct stat info {};
  if (path == "-") {
    files.push_back(path);
    return {};
  }
  if (::stat(path.c_str(), &info) != 0) {
    if (errno == EACCES) return no_permission(path);
    return Error{ErrorCode::missing, path + ": no such file or folder; check the path"};
  }
  if (S_ISDIR(info.st_mode)) return list_folder(path, files);
  if (::access(path.c_str(), R_OK) != 0) return no_permission(path);
  files.push_back(path);
  return {};
}

}  // namespace

Result<std::vector<std::string>> list_inputs(const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    if (auto listed = list_one(path, files); !listed) return listed.error();
  }
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  return files;
}

}  // namespace entente
