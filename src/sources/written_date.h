// Dates as pages and writers write them.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"

namespace entente {

/// The first full date in the text: "2021-03-01T10:00Z", "20210301", "March 3, 2021", "3rd of March 2021",
/// "Tue, 03 Mar 2021 10:00 GMT", "2021/03/01", "25/12/2021", "2019年11月18日", month names of eight languages.
/// A day and month that could be swapped ("03/04/2021") are no date.
std::optional<Date> find_date(std::string_view text);

/// The date in the path of an address: "/2019/11/18/", "/2019-11-18-", "/20191118"; "/2019/11/" gives the month.
std::optional<Date> find_address_date(std::string_view address);

}  // namespace entente
