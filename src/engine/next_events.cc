// A question on the next events in names and days, turned into the forecaster's numbers.
#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text.h"
#include "engine/event_forecast.h"
#include "engine/parts.h"
#include "sources/sources.h"

namespace entente {

namespace {

constexpr size_t names_offered = 5;

/// Names are compared without regard to case, underscores and the angle brackets of some sets.
std::string comparable(const std::string& name) {
  std::string out = to_lower(name);
  std::replace(out.begin(), out.end(), '_', ' ');
  std::erase_if(out, [](char c) { return c == '<' || c == '>'; });
  return std::string(trim(out));
}

Error no_such(const std::string& what, const std::string& name, const std::vector<std::string>& like) {
  std::string message = "'" + name + "' is no " + what + " of these data";
  if (!like.empty()) message += "; names like it: " + join(like, ", ");
  return {ErrorCode::usage, message};
}

/// The place of a name in a list: the same name, else the only one that holds it.
Result<int32_t> find_name(const std::vector<std::string>& names, const std::string& wanted, const std::string& what) {
  const std::string sought = comparable(wanted);
  std::vector<size_t> holding;
  for (size_t i = 0; i < names.size(); ++i) {
    const std::string name = comparable(names[i]);
    if (name == sought) return static_cast<int32_t>(i);
    if (!sought.empty() && name.find(sought) != std::string::npos) holding.push_back(i);
  }
  if (holding.size() == 1) return static_cast<int32_t>(holding.front());
  std::vector<std::string> like;
  for (size_t i = 0; i < std::min(names_offered, holding.size()); ++i) like.push_back(names[holding[i]]);
  return no_such(what, wanted, like);
}

Result<int32_t> step_of(const NextEventRequest& wanted) {
  int32_t step = 0;
  const char* end = wanted.at.data() + wanted.at.size();
  if (const auto [at, problem] = std::from_chars(wanted.at.data(), end, step); problem == std::errc() && at == end) {
    return step;
  }
  const std::optional<Date> date = parse_iso_date(wanted.at);
  if (!date) return Error{ErrorCode::usage, "'" + wanted.at + "' is neither a step nor a day such as 2014-09-01"};
  if (!wanted.origin.known()) {
    return Error{ErrorCode::usage, "a day needs the day of step 0: give --origin, as in --origin 2014-01-01"};
  }
  const int64_t days = first_day(*date) - first_day(wanted.origin);
  const int64_t steps = wanted.step_is == "year"   ? date->year - wanted.origin.year
                        : wanted.step_is == "hour" ? days * 24
                                                   : days;
  if (steps < 0) return Error{ErrorCode::usage, wanted.at + " lies before the day of step 0"};
  return static_cast<int32_t>(steps);
}

}  // namespace

std::string step_words(const NextEvents& answer, int32_t step) {
  if (!answer.origin.known()) return "step " + std::to_string(step);
  if (answer.step_is == "year") return std::to_string(answer.origin.year + step);
  return iso_day(first_day(answer.origin) + (answer.step_is == "hour" ? step / 24 : step));
}

Result<NextEvents> Engine::next_events(const NextEventRequest& wanted) {
  const Result<int32_t> step = step_of(wanted);
  if (!step) return step.error();
  Result<FactSet> facts = read_facts(wanted.data, FactParts::what_is_there);
  if (!facts) return facts.error();
  const bool object_asked = !wanted.subject.empty();
  const Result<int32_t> asker = find_name(facts->entities, object_asked ? wanted.subject : wanted.object, "entity");
  if (!asker) return asker.error();
  const Result<int32_t> relation = find_name(facts->relations, wanted.relation, "relation");
  if (!relation) return relation.error();
  const Result<EventForecaster> forecaster = EventForecaster::load(wanted.model);
  if (!forecaster) return forecaster.error();
  const auto relations = static_cast<int32_t>(facts->relations.size());
  Result<std::vector<ForeseenEvent>> events =
      forecaster->predict(*facts, {*asker, object_asked ? *relation : *relation + relations, *step, wanted.top},
                          {.threads = parts_->threads(), .hooks = parts_->options.hooks});
  if (!events) return events.error();
  NextEvents answer;
  answer.asker = facts->entities[static_cast<size_t>(*asker)];
  answer.relation = facts->relations[static_cast<size_t>(*relation)];
  answer.object_asked = object_asked;
  answer.step = *step;
  answer.events = std::move(*events);
  answer.entities = std::move(facts->entities);
  answer.relations = std::move(facts->relations);
  answer.origin = wanted.origin;
  answer.step_is = wanted.step_is;
  return answer;
}

}  // namespace entente
