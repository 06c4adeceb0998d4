// What was read in a question. Part of the door of coding (included by coding.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/event.h"
#include "domain/question.h"

namespace entente {

/// One thing that is asked: will any of the sources do it to any of the targets?
struct AskedPart {
  std::vector<ActorId> source;
  std::vector<ActorId> target;
  std::optional<AskedAct> act;
  bool either_way = false;  // "will they meet": from the targets to the sources counts too
  std::string words;        // the word that the act was read off
  std::string entry;        // and the lexicon's entry for it, "file:line"
  std::string code;         // its CAMEO code, which may be narrower than its type

  [[nodiscard]] bool complete() const { return !source.empty() && !target.empty() && act.has_value(); }
};

/// A question in its parts, as far as they were found. "Attack Iran or invade Lebanon" is two.
struct QuestionReading {
  std::vector<AskedPart> parts;  // at least one; of several all are complete
  bool denied = false;           // asks whether it will not happen
  std::optional<DayRange> window;
  std::string window_words;  // "by 31 March 2027"; empty: no time was given
  bool vague_window = false;
  std::string time_unread;  // "before the thaw": words that begin as a time does, without one that is known
  std::string statement;    // what was read in the question's place: "Russia will provide aid to Iran."
};

}  // namespace entente
