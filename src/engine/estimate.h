// A gravity equation estimated on a table: the answer that `whatif trade --estimate` prints.
#pragma once

#include <string>

#include "reasoning/reasoning.h"

namespace entente {

struct EstimateRequest {
  std::string path;     // a CSV file
  std::string formula;  // "trade ~ log(dist) + cntg | exporter + importer"
  std::string cluster;  // a column whose values share their errors; empty: none do
};

struct EstimateAnswer {
  EstimateRequest asked;
  PpmlFit fit;
};

}  // namespace entente
