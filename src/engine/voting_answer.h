// How voters stand to each other by their votes: the answers that `whatif voting` and `affinity` print.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reasoning/reasoning.h"

namespace entente {

struct VotingRequest {
  std::string path;        // a table of votes
  std::string roll_calls;  // a table of roll calls with date, amend, para; empty: none
  std::string repeated;    // a table of calls on the same text; empty: the one that ships, where it is there
  std::string a, b;        // a pair, by actor id or as the file names them; empty: ideal points of all
  std::optional<int> session;
  IdealPointOptions options;  // threads and hooks are the engine's
};

/// A pair's agreement: over all that was asked for, and session by session.
struct PairVoting {
  std::string a, b;
  Agreement all;
  std::vector<SessionAgreement> sessions;
};

struct VotingAnswer {
  VotingRequest asked;
  size_t voters = 0;
  size_t calls = 0;
  size_t votes = 0;
  size_t unknown = 0;  // rows whose voter cannot be told
  std::optional<PairVoting> pair;
  std::optional<IdealPoints> points;
};

}  // namespace entente
