#include "engine/input_queue.h"

#include <algorithm>
#include <filesystem>

namespace entente {

InputQueue::InputQueue(const std::vector<std::string>& paths) {
  std::vector<std::string> names;
  for (const std::string& path : paths) {
    Result<std::vector<std::string>> found = list_inputs({path});
    if (found) {
      names.insert(names.end(), found->begin(), found->end());
    } else {
      missing_.push_back({path, found.error()});
    }
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  for (std::string& name : names) {
    std::error_code unknown;
    const uint64_t size = name == "-" ? 0 : std::filesystem::file_size(name, unknown);
    files_.push_back({std::move(name), unknown ? 0 : size});
    bytes_ += files_.back().size;
  }
  if (std::any_of(files_.begin(), files_.end(), [](const File& file) { return file.path == "-"; })) bytes_ = 0;
}

std::optional<Input> InputQueue::open_next() {
  const File& file = files_[at_];
  Result<std::unique_ptr<ArticleFile>> opened = open_articles(file.path);
  if (opened) {
    open_ = std::move(*opened);
    return std::nullopt;
  }
  ++at_;
  before_ += file.size;
  return Input{file.path, opened.error(), before_};
}

std::optional<Input> InputQueue::next() {
  while (at_ < files_.size()) {
    if (!open_) {
      if (auto failed = open_next()) return failed;
    }
    const File& file = files_[at_];
    if (std::optional<Result<Draft>> draft = open_->next()) {
      return Input{file.path, std::move(*draft), before_ + open_->position()};
    }
    before_ += file.size;
    ++at_;
    open_.reset();
  }
  return std::nullopt;
}

}  // namespace entente
