// How one actor stands to another in one domain, with the claims it was computed from.
#pragma once

#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "domain/vocabulary.h"

namespace entente {

struct Relation {
  ActorId from;
  ActorId to;
  Domain domain = Domain::political;
  Sign sign = Sign::positive;
  double strength = 0;     // 0..1
  double uncertainty = 1;  // 0..1: half-width of the strength's 80 % band
  std::vector<ClaimId> grounds;
};

}  // namespace entente
