// How likely red lines are to be challenged, and challenges to be answered, as plain data. Part of the door: engine.h
// includes it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reasoning/reasoning.h"

namespace entente {

struct OddsRequest {
  std::string at;        // the day on which the window begins; empty: today
  int window_days = 30;  // in which a challenge would come
  int answer_days = 30;  // after a challenge
  std::string act;       // what counts as a challenge; empty: what the line's words forbid
};

/// What the event data of the ledger let one say.
struct OddsHistory {
  std::string from;  // data sets
  int64_t day = 0;   // acts before it are known
  DayRange window;   // that begins on it
  std::vector<std::string> notes;
  std::string why_none;  // there is no history: why
};

struct Chance {
  double probability = 0;
  double low = 0;  // four fifths
  double high = 0;
  double base_rate = 0;
};

/// The odds of a line towards one of those whom it warns. Where `why_none` is not empty there is no number.
struct LineOdds {
  ActorId challenger;  // may be empty
  ActorId about;       // whom a challenge would be towards; the defender itself, or a third party
  ActorId defender;
  std::string act;  // what counts as a challenge
  std::string why_none;
  Chance challenge;
  Chance answer;  // of a challenge, if it comes
  OwnChallenges own;
  size_t basis = 0;  // place in LineOddsAnswer::bases
};

/// The game that odds are read off.
struct OddsBasis {
  std::string act;
  ChallengeFit fit;
};

struct LineOddsAnswer {
  OddsHistory history;
  std::vector<std::vector<LineOdds>> lines;  // of each line of the answer; one at least
  std::vector<OddsBasis> bases;
};

/// How right the game was: fitted to what lies before a day, compared with what came then.
struct OddsCheckRequest {
  std::string from;  // the first day of the windows that it is compared with
  OddsRequest odds;  // `at` is the day up to which they lie; empty: all that is covered
};
struct CheckedOdds {
  std::string act;
  bool extended = false;
  std::string why_none;
  std::optional<ChallengeFit> fit;
  ChallengeCheck check;
};
struct OddsCheckAnswer {
  OddsHistory history;
  int64_t from = 0;
  std::vector<CheckedOdds> checked;
};

}  // namespace entente
