// What every JSON of ours is made of: ids, dates, figures and texts written in one way. Inside report: may change.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/date.h"

namespace entente {

using OrderedJson = nlohmann::ordered_json;

/// A list of ids, of actors, claims or whatever has them.
template <class IdOf>
OrderedJson ids_json(const std::vector<IdOf>& ids) {
  OrderedJson out = OrderedJson::array();
  for (const IdOf& id : ids) out.push_back(id.str());
  return out;
}

/// ISO, as precise as it is known; null where unknown.
OrderedJson date_json(const Date& date);
/// Null for an empty text.
OrderedJson text_or_null(const std::string& text);
/// Four decimals: what lies below is noise.
double rounded(double value);
/// On one line; bytes that are no UTF-8 replaced.
std::string dump(const OrderedJson& json);

}  // namespace entente
