// Something that goes from one actor to another.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "domain/vocabulary.h"

namespace entente {

struct Flow {
  ActorId from;
  ActorId to;
  std::string good;  // an id of the goods list; empty: not said what
  Domain domain = Domain::economic;
  std::optional<double> amount;
  std::string unit;
  Date during;
  Modality modality = Modality::asserted;
  std::vector<ClaimId> grounds;  // the claims that say so, at least one
};

}  // namespace entente
