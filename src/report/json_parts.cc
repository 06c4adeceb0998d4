#include "report/json_parts.h"

#include <cmath>

namespace entente {

OrderedJson date_json(const Date& date) {
  return date.known() ? OrderedJson(to_iso(date)) : OrderedJson(nullptr);
}

OrderedJson text_or_null(const std::string& text) {
  return text.empty() ? OrderedJson(nullptr) : OrderedJson(text);
}

double rounded(double value) {
  return std::round(value * 1e4) / 1e4;
}

std::string dump(const OrderedJson& json) {
  return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

}  // namespace entente
