// A scenario of payment rails: as a sheet for people, and as JSON.
#pragma once

#include <string>

#include "engine/engine.h"
#include "report/report.h"

namespace entente {

/// In any format; HTML is one file with nothing outside it.
std::string render(const RailAnswer& answer, Format format, const RenderOptions& options = {});

}  // namespace entente
