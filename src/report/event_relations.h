// How actors stand by events and claims, for people and for programs.
#pragma once

#include <cstddef>
#include <string>

#include "engine/engine.h"

namespace entente {

/// At most so many pairs (0: all) of a network or an actor.
std::string relations_text(const RelationsAnswer& answer, size_t pairs);
/// One object; docs/manual.md tells its keys.
std::string relations_json(const RelationsAnswer& answer, size_t pairs);

}  // namespace entente
