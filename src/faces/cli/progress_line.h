// How far long work is: one line on a terminal that is written over and over.
#pragma once

#include <chrono>
#include <string>

#include "base/hooks.h"

namespace entente::cli {

class ProgressLine {
 public:
  /// Shows it, a few times a second at most, once the work has taken a while.
  void show(const Progress& now);
  /// Makes room for other messages.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point last_ = begin_;
  bool shown_ = false;
};

/// "1,200 articles, 9,800 sentences, 3,100/s, 40 %, 2 min left" after so many seconds.
std::string progress_text(const Progress& now, double seconds);

}  // namespace entente::cli
