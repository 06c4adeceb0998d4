// Questions that were asked, what was forecast, and how they ended. Part of the ledger's door (included by ledger.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/question.h"

namespace entente {

struct StoredForecast {
  Forecast forecast;
  int64_t entry = 0;     // of the ledger
  std::string recorded;  // ISO 8601, UTC
};

/// A question with all forecasts of it, the oldest first, and its present settlement.
struct StoredQuestion {
  Question question;
  int64_t entry = 0;
  std::string recorded;
  std::vector<StoredForecast> forecasts;
  std::optional<Settlement> settlement;
  std::string settled;  // when that was recorded; empty while it is open
};

}  // namespace entente
