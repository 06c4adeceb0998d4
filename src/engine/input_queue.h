// The articles of many files, one after the other, and how much of the files is done. Internal to the engine.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "sources/sources.h"

namespace entente {

/// An article to be made, or what is wrong with it.
struct Input {
  std::string file;
  Result<Draft> draft;
  uint64_t position = 0;  // in the bytes of all files
};

class InputQueue {
 public:
  /// Each path by itself, so that one that is missing does not keep the others back; files in the order of their names.
  explicit InputQueue(const std::vector<std::string>& paths);

  std::optional<Input> next();
  /// Paths that no file was found for.
  [[nodiscard]] const std::vector<FailedInput>& missing() const { return missing_; }
  /// The bytes of all files; 0 if that is not known, because standard input is among them.
  [[nodiscard]] uint64_t bytes() const { return bytes_; }

 private:
  struct File {
    std::string path;
    uint64_t size = 0;
  };
  std::optional<Input> open_next();

  std::vector<File> files_;
  std::vector<FailedInput> missing_;
  uint64_t bytes_ = 0;
  size_t at_ = 0;
  uint64_t before_ = 0;  // bytes of the files that are done
  std::unique_ptr<ArticleFile> open_;
};

}  // namespace entente
