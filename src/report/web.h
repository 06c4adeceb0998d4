// Balancing, ladders and red lines: for a terminal and as JSON. docs/manual.md lists the keys.
#pragma once

#include <string>

#include "engine/engine.h"

namespace entente {

/// Who keeps ties with both sides of a rivalry, and who mediates; wrapped to the width.
std::string balancing_text(const BalancingAnswer& answer, int width);
/// {"balancing":[...],"mediations":[...]}
std::string balancing_json(const BalancingAnswer& answer);

/// The rungs from the top down, the ceiling, and what others were given.
std::string ladder_text(const LadderAnswer& answer, int width);
/// {"from","to","reached","offered","stopped","ceiling","domains","rungs","broken","precedents"}
std::string ladder_json(const LadderAnswer& answer);

/// Every line with its fate, then the issuers' records. Where odds were asked for they stand under each line, and what
/// they rest on at the end, with `coefficients` those of the games too.
std::string red_lines_text(const RedLineAnswer& answer, int width, bool coefficients = false);
/// {"red_lines":[...],"records":[...]}, and where odds were asked for "odds" of each line and of all
std::string red_lines_json(const RedLineAnswer& answer);

}  // namespace entente
