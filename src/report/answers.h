// Answered questions and how stored ones ended: for a terminal and as JSON. docs/manual.md lists the keys.
#pragma once

#include <string>

#include "engine/engine.h"

namespace entente {

/// The probability with its band and base rate, reasons with the events behind them, like cases, what would change it;
/// of several questions a table first. Wrapped to the width.
std::string ask_text(const AskAnswer& answer, int width);
/// A line a question: {"id","question","meaning","rule",...}
std::string ask_json(const AskAnswer& answer);

/// Each stored question with its forecasts and how it ended, then the scores. Wrapped to the width.
std::string resolve_text(const ResolveAnswer& answer, int width);
/// {"questions":[...],"scores":[...]}
std::string resolve_json(const ResolveAnswer& answer);

}  // namespace entente
