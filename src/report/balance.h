// The structural balance of a network: for a terminal and as JSON.
#pragma once

#include <string>

#include "engine/engine.h"

namespace entente {

/// Figures, the two camps and the edges against them, wrapped to the width.
std::string balance_text(const BalanceAnswer& answer, int width);
/// {"n","m","negative","frustration","at_least","optimal","triangle_index","partition","against","seconds"}
std::string balance_json(const BalanceAnswer& answer);

}  // namespace entente
