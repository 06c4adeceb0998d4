// The time that a question gives: "by 31 March 2027", "within 30 days", "this year". Internal to coding.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/event.h"

namespace entente {

struct QuestionWindow {
  DayRange days;       // as the words say; nothing before the day of asking
  std::string words;   // "by 31 March 2027"
  bool vague = false;  // "in the coming weeks": how long that is was our own choice
};

struct WindowSplit {
  std::vector<std::string> rest;         // the words without those that give the time
  std::optional<QuestionWindow> window;  // none: no time was given
};

/// Parts the words of a question into those of its time and the others. `asked` is the day of asking: what is relative
/// counts from it, months without a year lie ahead of it, and a window that began before it begins with it. Where
/// several times are given, the window lies in all of them ("after 1 May and before July").
WindowSplit split_window(const std::vector<std::string>& words, int64_t asked);

}  // namespace entente
