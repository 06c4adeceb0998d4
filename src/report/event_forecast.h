// The next-event forecaster's training and test, for a terminal and as JSON.
#pragma once

#include <string>

#include "engine/engine.h"

namespace entente {

/// What was learnt from, and how long it took.
std::string training_text(const TrainedForecaster& trained);
/// {"facts","entities","relations","model_bytes","train_s","peak_mib"}
std::string training_json(const TrainedForecaster& trained);

/// The scores as a small table.
std::string test_text(const TestedForecaster& tested);
/// {"mrr","hits1","hits3","hits10","queries","recurrent","pair","cold","eval_s","peak_mib"}
std::string test_json(const TestedForecaster& tested);
/// A line a query: subject, relation, object, step, what was asked for, rank, score; parted by tabs.
std::string ranks_text(const std::vector<RankedQuery>& ranks);

}  // namespace entente
