// Who voted how, vote by vote.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace entente {

struct RollCall {
  std::string id;        // as the file names it
  int session = 0;       // or year: what numbers the periods
  int year = 0;          // 0: not known
  bool partial = false;  // on an amendment or a paragraph, not on the whole
};

struct CastVote {
  uint32_t call = 0;   // place among the calls
  uint32_t voter = 0;  // place among the voters
  int8_t choice = 0;   // 1 yes, 0 abstention, -1 no
};

/// Voters are sorted by name, calls by session and id, votes by call and voter; nobody votes twice in a call.
struct RollCalls {
  std::vector<std::string> voters;  // as the file names them
  std::vector<RollCall> calls;
  std::vector<CastVote> votes;
  size_t absent = 0;   // rows of those who did not vote
  size_t unknown = 0;  // rows without a voter's name, or of a name that votes twice in a call
};

}  // namespace entente
