// How far a bargain's end moves when its inputs are a little different. Part of the door of reasoning.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/hooks.h"
#include "reasoning/bargaining/bargaining.h"

namespace entente {

/// Every input is drawn anew for every run: capabilities and saliences are multiplied by exp(N(0, s)), positions moved
/// by N(0, s) times the length of the scale and cut at its ends, with s = spread / 100. Saliences that come to more
/// than 1 are scaled back to 1.
struct JitterOptions {
  int runs = 10000;
  double spread = 5;  // per cent
  uint64_t seed = 1;
  int threads = 1;
  Hooks hooks;
};

/// Where so much of the runs end.
struct Band {
  double p05 = 0;
  double p25 = 0;
  double p50 = 0;
  double p75 = 0;
  double p95 = 0;
};

/// How strongly the end follows one input: the rank correlation (Spearman) between the two over the runs.
struct Influence {
  std::string actor;
  std::string input;     // "capability", "position", "salience"
  size_t dimension = 0;  // of the input; 0 for a capability
  size_t of = 0;         // the dimension whose mean it moves most
  double correlation = 0;
};

struct Sensitivity {
  int runs = 0;
  double spread = 0;
  std::vector<Band> mean;                    // by dimension
  std::vector<Band> median;                  // by dimension
  std::vector<std::vector<Band>> positions;  // actor by dimension
  double converged = 0;                      // share of the runs
  std::vector<Influence> influence;          // on the mean, strongest first
};

/// The same numbers for any number of threads. Errors: those of bargain(); usage for runs or spread out of range;
/// interrupted.
Result<Sensitivity> sensitivity(const BargainingTable& table, const BargainOptions& options,
                                const JitterOptions& jitter);

}  // namespace entente
