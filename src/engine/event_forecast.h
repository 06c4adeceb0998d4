// What came of training and testing a next-event forecaster. Part of the engine's door.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "foresight/foresight.h"

namespace entente {

struct ForecastTraining {
  std::string data;  // a folder of facts
  uint64_t seed = 1;
};

struct TrainedForecaster {
  std::string model;  // the content of its file
  size_t facts = 0;
  size_t entities = 0;
  size_t relations = 0;
  double seconds = 0;
  double peak_mib = 0;  // the most memory that the program has had
};

struct ForecastTest {
  std::string data;
  std::string model;  // a file; empty: recurrency alone
  Split split = Split::test;
};

struct TestedForecaster {
  EventScores scores;
  std::vector<RankedQuery> ranks;
  double seconds = 0;
  double peak_mib = 0;
};

}  // namespace entente
