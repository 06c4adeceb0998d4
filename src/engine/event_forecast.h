// What came of training and testing a next-event forecaster. Part of the engine's door.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"
#include "foresight/foresight.h"

namespace entente {

struct ForecastTraining {
  std::string data;  // a folder of facts
  uint64_t seed = 1;
  std::vector<std::string> without;  // families of features to leave out
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

/// Who will `subject` do `relation` to, or, where `object` is given instead, who will do it to it?
struct NextEventRequest {
  std::string data;
  std::string model;
  std::string subject;
  std::string object;
  std::string relation;
  std::string at;               // a step, or a day where the set's first day is told
  Date origin;                  // the day of step 0
  std::string step_is = "day";  // or hour, year
  size_t top = 20;
};

/// The answers, with the names that their numbers stand for.
struct NextEvents {
  std::string asker;  // the entity that was given
  std::string relation;
  bool object_asked = true;
  int32_t step = 0;
  std::vector<ForeseenEvent> events;
  std::vector<std::string> entities;
  std::vector<std::string> relations;
  Date origin;
  std::string step_is;
};

/// The day (or year) of a step, where the day of step 0 is known; else "step 12".
std::string step_words(const NextEvents& answer, int32_t step);

}  // namespace entente
