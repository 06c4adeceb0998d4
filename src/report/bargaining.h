// A bargain and how sure its end is: for a terminal and as JSON.
#pragma once

#include <string>

#include "engine/engine.h"

namespace entente {

/// Each actor's way from start to end, the mean and median, and with jittered runs the bands and what moves the end
/// most.
std::string bargain_text(const BargainAnswer& answer, int width);
/// {"model","mode","dimensions","rounds","converged","sensitivity"}; docs/manual.md tells what is in them.
std::string bargain_json(const BargainAnswer& answer);

}  // namespace entente
