// The odds of red lines: beside each line, the games they are read off, and how right they were.
#pragma once

#include <string>

#include "engine/engine.h"
#include "report/json_parts.h"

namespace entente {

/// What is printed under a red line; `grounds` has the names.
std::string line_odds_text(const Grounds& grounds, const LineOddsAnswer& answer, size_t line, int width);
/// What the odds rest on, and what they leave out; with `coefficients`, those of the games.
std::string odds_foot_text(const LineOddsAnswer& answer, bool coefficients, int width);
/// {"challenger","about","defender","act","why_none","challenge","answer","own","basis"}
OrderedJson line_odds_json(const LineOdds& odds);
/// {"from","day","window","notes","why_none","bases"}
OrderedJson odds_basis_json(const LineOddsAnswer& answer);

/// A table of fifths for each kind of challenge.
std::string odds_check_text(const OddsCheckAnswer& answer, int width);
/// {"history","from","checked"}
std::string odds_check_json(const OddsCheckAnswer& answer);

}  // namespace entente
