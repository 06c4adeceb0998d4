// Counts what a reading does and tells of it, without saying the same a thousand times. Internal to the engine.
#pragma once

#include <map>
#include <string>

#include "base/hooks.h"
#include "engine/engine.h"

namespace entente {

class ReadTally {
 public:
  explicit ReadTally(const Hooks& hooks) : hooks_(hooks) {}

  void failed(const std::string& file, const Error& error);
  /// An article was made. Says what its reader should know beside its claims; of each kind ten times at most.
  void took(const Article& article, ReadMode mode);
  void read(const ReadArticle& article, size_t claims);
  /// It is the same text as an earlier one.
  void again() {
    ++summary_.already_there;
    ++summary_.repeated;
  }
  /// An input is done, whatever became of it.
  void advance(uint64_t position, uint64_t of_bytes, size_t sentences);

  /// "1,000 articles (40 % of the input)".
  [[nodiscard]] std::string so_far(uint64_t of_bytes) const;
  [[nodiscard]] ReadSummary summary() const;

 private:
  void warn(const std::string& kind, const std::string& message);
  static FailedInput others(const std::string& file, size_t count);

  const Hooks& hooks_;
  ReadSummary summary_;
  Progress progress_;
  std::string last_file_;  // of the last failures
  size_t in_last_file_ = 0;
  std::map<std::string, size_t> warned_;
};

/// True for the languages of which articles are coded ("un": too short to tell).
bool is_coded(const std::string& language);

}  // namespace entente
