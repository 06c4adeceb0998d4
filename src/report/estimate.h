// An estimated gravity equation: for a terminal and as JSON.
#pragma once

#include <string>

#include "engine/engine.h"

namespace entente {

/// A table of coefficients, and below it what was left out and how well it fits.
std::string estimate_text(const EstimateAnswer& answer, int width);
/// {"formula","observations","separated",...,"coefficients":[{"name","value","error","z","p","low","high"}],...}
std::string estimate_json(const EstimateAnswer& answer);

}  // namespace entente
