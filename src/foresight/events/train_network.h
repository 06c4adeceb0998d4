// Fits the ranker to past queries. Internal to foresight.
#pragma once

#include <cstdint>

#include "base/hooks.h"
#include "foresight/events/network.h"
#include "foresight/events/training_set.h"

namespace entente {

struct TrainNetworkOptions {
  int epochs = 3;
  double rate = 0.002;  // falls to nothing along a cosine
  double decay = 1e-5;  // of the weights, at each step
  uint64_t seed = 1;
  int threads = 1;
  Hooks hooks;
};

/// Minimises the listwise loss (Cao et al. 2007; the softmax cross-entropy of each answer against all that are none) by
/// Adam (Kingma and Ba 2015). The same bytes on any number of threads: a batch is cut into the same parts, and their
/// sums are added in order. Stops early where the hooks say so.
void train_network(RankNetwork& network, const TrainingSet& set, const TrainNetworkOptions& options);

}  // namespace entente
