// How alike two voters vote. Part of the door of reasoning; docs/models.md gives the equations.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "domain/roll_calls.h"

namespace entente {

/// Measures over the calls in which both voted; votes are -1, 0, 1. All are 1 where the two always vote alike. Without
/// a common vote, n is 0 and the measures mean nothing.
struct Agreement {
  size_t n = 0;
  double agreement = 0;  // 1 - mean |x - y| / 2: from 0
  double identical = 0;  // share of identical votes: from 0
  double s = 0;          // Signorino and Ritter (1999), squared distances: 1 - mean (x - y)^2 / 2, from -1
  double kappa = 0;      // Cohen's kappa: distance against what either's own habits would give by chance
  double pi = 0;         // Scott's pi: against what the pair's common habits would give
};

/// The agreement of two voters (places among votes.voters) over the calls that are wanted.
Agreement agreement(const RollCalls& votes, size_t a, size_t b, const std::function<bool(const RollCall&)>& wanted);

/// The same, session by session; sessions without a common vote are left out.
struct SessionAgreement {
  int session = 0;
  Agreement agreement;
};
std::vector<SessionAgreement> agreement_by_session(const RollCalls& votes, size_t a, size_t b);

}  // namespace entente
