// How far long work is: one line on a terminal that is written over and over.
#pragma once

#include <chrono>
#include <deque>
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
  struct Sample {
    Clock::time_point time;
    Progress progress;
  };
  Clock::time_point last_ = Clock::now();
  std::deque<Sample> samples_{{last_, {}}};  // of the last half minute
  bool shown_ = false;
};

/// "1,200 articles, 9,800 sentences, 3,100/s, 40 %, 2 min left". Rate and estimate are those of the last seconds, in
/// which it came from `since` to `now`: what a ledger has already goes by quickly, and says nothing of what is new.
std::string progress_text(const Progress& since, const Progress& now, double seconds);

}  // namespace entente::cli
