// A replay of forecasts of pairs: tables for a terminal, JSON, and reliability diagrams.
#pragma once

#include <string>

#include "engine/engine.h"

namespace entente {

/// A table a class of acts and horizon: methods with their scores, then the model against the others, by origin and by
/// region. Of several horizons a table of all comes last.
std::string pair_backtest_text(const PairBacktestAnswer& answer);
/// One object; docs/manual.md lists its keys.
std::string pair_backtest_json(const PairBacktestAnswer& answer);
/// How often it happened against how often it was said to, on logarithmic axes, for the model and the Hawkes forecast,
/// bins in which nothing happened on a line of their own;
/// a stroke through each point holds nine tenths of the frequencies that chance would give a forecast that is right.
std::string reliability_svg(const PairActScores& scores);

}  // namespace entente
