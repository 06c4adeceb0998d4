// A bargain as it was asked and what came of it: the answer that `whatif bargain` prints.
#pragma once

#include <optional>
#include <string>

#include "reasoning/reasoning.h"

namespace entente {

struct BargainRequest {
  std::string path;   // a table of bargainers
  std::string title;  // of the page; may be empty
  BargainOptions options;
  std::optional<JitterOptions> jitter;  // runs with jittered inputs beside the one; threads and hooks are the engine's
};

struct BargainAnswer {
  BargainRequest asked;
  BargainingTable table;
  Bargaining bargaining;
  std::optional<Sensitivity> sensitivity;
};

}  // namespace entente
