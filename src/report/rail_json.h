// A scenario of payment rails as JSON. Inside report.
#pragma once

#include <string>

#include "engine/engine.h"

namespace entente {

std::string rail_json(const RailAnswer& answer);

}  // namespace entente
