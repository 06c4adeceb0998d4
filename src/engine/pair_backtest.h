// A replay of forecasts of pairs over the past. Part of the engine's door.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "foresight/foresight.h"

namespace entente {

struct PairBacktestRequest {
  std::string data;         // a folder of quads
  bool train_only = false;  // no other part of it is opened
  Date origin;              // the day of step 0; unknown: told by a name such as icews14s
  std::string from;         // months: forecasts are made on the first day of each
  std::string to;
  std::vector<int> horizons = {30};  // days ahead, each tested by itself
  std::vector<std::string> acts;     // empty: the scored classes
  uint64_t seed = 1;
};

struct PairBacktestAnswer {
  std::vector<PairActScores> acts;  // by act, then by horizon
  std::vector<Date> origins;
  std::vector<int> horizons;
  size_t events = 0;
  size_t actors = 0;
  Date first;  // day with an event
  Date last;
  double seconds = 0;
};

}  // namespace entente
