// Bargaining: where the parties to an issue end up when each weighs whom it can win over and to whom it has to yield.
// Part of the door of reasoning; docs/models.md gives the equations and what the models leave out.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "domain/bargaining_table.h"

namespace entente {

enum class BargainModel {
  spatial,  // the spatial model of politics as KTAB defines it, any number of dimensions
  scholz,   // the expected utility model as replicated by Scholz, Calbert and Smith (2011), one dimension
};

/// The two readings of the model of Scholz, Calbert and Smith.
enum class BargainMode {
  faithful,   // what the published replication computes, its slips included: its numbers to the digit
  corrected,  // P(i>j) + P(j>i) = 1, who must yield takes the offer that moves it least, and capitulation can happen
};

struct BargainOptions {
  BargainModel model = BargainModel::spatial;
  BargainMode mode = BargainMode::corrected;       // of the model of Scholz, Calbert and Smith alone
  std::optional<int> rounds;                       // at most so many; without: 100 (spatial), 10 (scholz)
  std::optional<std::pair<double, double>> scale;  // the ends of the issue; without: 0 to 100 (spatial), the
                                                   // outermost positions (scholz)
};

/// How things stand after a round. `mean` and `median` have one value a dimension, weighted by capability times
/// salience.
struct BargainRound {
  std::vector<double> mean;
  std::vector<double> median;
  std::vector<std::vector<double>> positions;  // actor by dimension, in the unit
  std::vector<double> risk;    // by actor. Spatial: R from -1/2 (wary) to 1 (bold); scholz: the exponent
                               // r from 1/2 (bold) to 2 (wary)
  std::vector<double> chance;  // spatial alone: that the actor's position prevails; same positions share theirs
};

struct Bargaining {
  std::vector<std::string> actors;
  std::vector<std::string> dimensions;
  std::pair<double, double> scale;   // the ends of the issue
  std::vector<BargainRound> rounds;  // the first is the start
  bool converged = false;            // moves became small (spatial) or ceased (scholz) before the rounds ran out
};

/// Runs a model to its end. Errors: input, where the model cannot be applied to the table (too few or too many actors,
/// several dimensions, positions beyond the scale, all in one place).
Result<Bargaining> bargain(const BargainingTable& table, const BargainOptions& options);

}  // namespace entente
