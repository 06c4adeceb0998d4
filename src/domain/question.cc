#include "domain/question.h"

#include <algorithm>

#include "base/hash.h"

namespace entente {

bool AskedAct::covers(std::optional<ClaimType> type, std::string_view code, Domain of) const {
  if (domain && *domain != of) return false;
  if (!types.empty() && (!type || std::find(types.begin(), types.end(), *type) == types.end())) return false;
  const auto begins = [&](const std::string& wanted) { return code.starts_with(wanted); };
  return codes.empty() || std::any_of(codes.begin(), codes.end(), begins);
}

QuestionId Question::id() const {
  std::string key = source.str() + '\n' + target.str() + (either_way ? "\nboth\n" : "\n\n");
  for (const ClaimType type : act.types) key += std::string(name_of(type)) + ' ';
  key += '\n';
  for (const std::string& code : act.codes) key += code + ' ';
  key += '\n' + (act.domain ? std::string(name_of(*act.domain)) : std::string()) + (denied ? "\nnot\n" : "\n\n");
  key += std::to_string(window.first) + ' ' + std::to_string(window.last);
  return QuestionId(content_hash(key));
}

bool Question::operator==(const Question& other) const {
  return source == other.source && target == other.target && either_way == other.either_way && act == other.act &&
         denied == other.denied && window == other.window;
}

bool Forecast::operator==(const Forecast& other) const {
  return question == other.question && day == other.day && as_of.row == other.as_of.row &&
         probability == other.probability && low == other.low && high == other.high && base_rate == other.base_rate &&
         method == other.method && reasons == other.reasons;
}

bool Settlement::operator==(const Settlement& other) const {
  return question == other.question && yes == other.yes && day == other.day && events == other.events &&
         as_of.row == other.as_of.row;
}

}  // namespace entente
