// A bargain and how sure its end is: in every format.
#pragma once

#include <string>

#include "engine/engine.h"
#include "report/report.h"

namespace entente {

/// On a terminal and as JSON what bargain_text and bargain_json give; Markdown and HTML are pages to forward.
std::string render(const BargainAnswer& answer, Format format, const RenderOptions& options = {});

}  // namespace entente
