// Agreement of a pair and ideal points: for a terminal, as JSON and as a table.
#pragma once

#include <string>

#include "engine/engine.h"

namespace entente {

/// A pair: its measures, and each session as a line. Points: the last session from one end to the other, and how well
/// the chain has settled.
std::string voting_text(const VotingAnswer& answer, int width);
/// {"voters","calls","votes","unknown","pair","points","ideal"}; docs/manual.md tells what is in them.
std::string voting_json(const VotingAnswer& answer);
/// voter,session,votes,point,low,high
std::string ideal_points_csv(const IdealPoints& points);

}  // namespace entente
