// The date of a record: stricter formats than a writer's, but as many slips.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"

namespace entente {

/// The day (or month, or year, where no more is said) of a time stamp: ISO 8601 and RFC 3339, RFC 822 with years of two
/// or four digits, seconds or milliseconds since 1970, and what find_date knows. The day is the one written, in
/// whatever time zone that is.
std::optional<Date> stamp_date(std::string_view stamp);

}  // namespace entente
