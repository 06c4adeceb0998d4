// The deterrence game: for a terminal and as JSON.
#pragma once

#include <string>

#include "engine/engine.h"

namespace entente {

/// How likely challenge and answer are, and the payoffs with their standard errors.
std::string deterrence_text(const DeterrenceAnswer& answer);
/// {"observations","outcomes","log_likelihood","null_log_likelihood","iterations","gradient","challenge","answer",
/// "coefficients"}
std::string deterrence_json(const DeterrenceAnswer& answer);

}  // namespace entente
