// Past events as answers on questions show them. Inside report: may change.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "report/evidence.h"

namespace entente {

/// Names of CAMEO codes.
using ActNames = std::map<std::string, std::string>;

/// "14.3 %", "less than 0.1 %".
std::string chance_text(double probability);
/// A line an event: day, who did what to whom, data set and row, or the sentence of the claim; of more than `most`
/// their number.
std::string past_events_text(const Grounds& grounds, const ActNames& acts, const std::vector<PastEvent>& events,
                             size_t most, int width, const std::string& indent);
/// [{"date","source","target","cameo","act","type","data_set","file","row","evidence"}]
OrderedJson past_events_json(const Grounds& grounds, const ActNames& acts, const std::vector<PastEvent>& events);
OrderedJson day_number_json(int64_t day);

}  // namespace entente
