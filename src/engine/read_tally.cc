#include "engine/read_tally.h"

#include <algorithm>

namespace entente {

namespace {
constexpr size_t most_of_a_kind = 10;
}

bool is_coded(const std::string& language) {
  return language == "en" || language == "un" || language.empty();
}

FailedInput ReadTally::others(const std::string& file, size_t count) {
  return {file, {ErrorCode::input, file + ": " + std::to_string(count) + " more of it could not be read"}};
}

/// Inputs come file by file.
void ReadTally::failed(const std::string& file, const Error& error) {
  if (file != last_file_) {
    if (in_last_file_ > most_of_a_kind) summary_.failed.push_back(others(last_file_, in_last_file_ - most_of_a_kind));
    last_file_ = file;
    in_last_file_ = 0;
  }
  ++summary_.failures;
  ++summary_.inputs;
  if (++in_last_file_ <= most_of_a_kind) summary_.failed.push_back({file, error});
}

void ReadTally::warn(const std::string& kind, const std::string& message) {
  const size_t times = ++warned_[kind];
  if (times <= most_of_a_kind) hooks_.log(LogLevel::warning, message);
  if (times == most_of_a_kind + 1) hooks_.log(LogLevel::warning, "further articles " + kind + " are not told of");
}

void ReadTally::took(const Article& article, ReadMode mode) {
  ++summary_.inputs;
  if (article.broken_bytes > 0) {
    warn("with broken bytes",
         article.path + ": " + std::to_string(article.broken_bytes) + " bytes that are no valid text were replaced");
  }
  if (mode != ReadMode::text && !is_coded(article.language)) {
    warn("that are not English", article.path + ": not English (" + article.language + "): it is not coded");
  }
}

void ReadTally::read(const ReadArticle& article, size_t claims) {
  summary_.claims += claims;
  ++(article.already_there ? summary_.already_there : summary_.added);
  if (article.already_there || article.why_none.empty()) return;
  ++summary_.without_claims[article.why_none];
  hooks_.log(LogLevel::info, article.article.path + ": no claims: " + article.why_none);
}

void ReadTally::advance(uint64_t position, uint64_t of_bytes, size_t sentences) {
  ++progress_.articles;
  progress_.sentences += sentences;
  progress_.bytes = std::max(progress_.bytes, position);
  progress_.of_bytes = of_bytes;
  summary_.sentences += sentences;
  hooks_.progress(progress_);
}

std::string ReadTally::so_far(uint64_t of_bytes) const {
  std::string text = std::to_string(progress_.articles) + (progress_.articles == 1 ? " article" : " articles");
  if (of_bytes > 0) text += " (" + std::to_string(progress_.bytes * 100 / of_bytes) + " % of the input)";
  return text;
}

ReadSummary ReadTally::summary() const {
  ReadSummary out = summary_;
  if (in_last_file_ > most_of_a_kind) out.failed.push_back(others(last_file_, in_last_file_ - most_of_a_kind));
  return out;
}

}  // namespace entente
