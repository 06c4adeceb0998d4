// Claims as evidence under an answer: in a line each, and as JSON. Inside report: may change.
#pragma once

#include <string>
#include <vector>

#include "engine/engine.h"
#include "report/json_parts.h"

namespace entente {

/// {"claim","date","sentence","article","title","confidence","attribution"}; null where unknown.
OrderedJson evidence_json(const Grounds& grounds, const ClaimId& id);
/// A list of them, by day (unknown last) and id.
OrderedJson evidence_json(const Grounds& grounds, const std::vector<ClaimId>& ids);

/// How many claims are shown under an answer on a terminal; of the rest their number.
constexpr size_t most_evidence = 3;

/// Dates, sentences and the first digits of the ids, one claim an indented line; of more than `most` their number.
std::string evidence_text(const Grounds& grounds, const std::vector<ClaimId>& ids, size_t most, int width,
                          const std::string& indent);

/// "Russia and Iran", "Russia, Iran and China".
std::string names_text(const Grounds& grounds, const std::vector<ActorId>& ids);
/// "in 2014", "on 2014-03-01", "on an unknown day".
std::string day_text(const Date& date);

}  // namespace entente
