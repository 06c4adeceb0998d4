// The deterrence game estimated on a table: the answer that `whatif deterrence` prints.
#pragma once

#include <string>
#include <vector>

#include "reasoning/reasoning.h"

namespace entente {

struct DeterrenceRequest {
  std::string path;                   // a CSV file
  std::string formula;                // "outcome ~ a + b - 1 | 1 | 1 | c"
  std::vector<std::string> outcomes;  // status quo, given way, answered
};

struct DeterrenceAnswer {
  DeterrenceRequest asked;
  DeterrenceFit fit;
};

}  // namespace entente
