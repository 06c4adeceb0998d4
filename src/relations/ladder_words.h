// The words that tell which rung of the ladder of support is spoken of. Inside relations: may change.
#pragma once

#include <string_view>

#include "relations/relations.h"

namespace entente {

/// The highest of the allowed rungs that the text speaks of; none if no word tells.
std::optional<Rung> rung_in(std::string_view text, const std::vector<Rung>& allowed);
/// True if the text speaks of a fight, a limit or a penalty, which is no support.
bool speaks_of_no_support(std::string_view text);

}  // namespace entente
