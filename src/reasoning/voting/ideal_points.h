// Ideal points: where voters stand on the line that explains their votes best, session by session. Part of the door of
// reasoning; docs/models.md gives the model.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/hooks.h"
#include "base/result.h"
#include "domain/roll_calls.h"

namespace entente {

struct IdealPointOptions {
  int burn = 1000;  // sweeps before any is kept
  int keep = 1500;  // sweeps that are kept
  uint64_t seed = 1;
  int threads = 1;
  std::string positive;                                       // the voter whose side is the upper one
  std::string negative;                                       // one of the other side
  std::vector<std::pair<std::string, std::string>> repeated;  // roll calls on the same text: the earlier, the later
  int partial_until = 1989;  // calls on amendments and paragraphs count up to this year
  Hooks hooks;
};

struct IdealPoint {
  std::string voter;
  int session = 0;
  size_t votes = 0;
  double point = 0;  // posterior mean; all points together have mean 0 and about variance 1
  double low = 0;    // ends of the 90 % interval
  double high = 0;
};

struct IdealPoints {
  std::vector<IdealPoint> points;  // by voter, then session
  size_t calls = 0;                // that were used
  size_t texts = 0;                // calls on the same text counted once
  size_t votes = 0;
  size_t unanimous = 0;  // calls left out: nobody differs
  size_t partial = 0;    // calls left out: on an amendment or paragraph after `partial_until`
  size_t lonely = 0;     // calls left out: the only one of their session
  int sweeps = 0;
  double shrink_median = 0;  // potential scale reduction of the halves of the chain (Gelman and Rubin 1992): near 1
  double shrink_high = 0;    // where it has settled; the median over all points, and the 95th percentile
};

/// Dynamic ordinal ideal points after Bailey, Strezhnev and Voeten (2017, "Estimating dynamic state preferences from
/// United Nations voting data", Journal of Conflict Resolution 61: 430-456), by their own sampler in parallel. The same
/// numbers for any number of threads and any order of votes. Errors: input (no roll call in which votes differ, one of
/// the two sides never votes), usage (options out of range), interrupted.
Result<IdealPoints> ideal_points(const RollCalls& votes, const IdealPointOptions& options);

}  // namespace entente
