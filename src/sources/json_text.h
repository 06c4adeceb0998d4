// A value in JSON as text. Internal to sources.
#pragma once

#include <simdjson.h>

#include <string>

namespace entente {

/// A text or number as it is; of a list its texts, joined; of an object its "name". Empty for all else.
std::string json_text(const simdjson::dom::element& value);

}  // namespace entente
