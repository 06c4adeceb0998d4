#include "report/next_events.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "report/wrap.h"

namespace entente {

namespace {

std::string readable(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  if (name.starts_with('<') && name.ends_with('>')) name = name.substr(1, name.size() - 2);
  return name;
}

std::string times_words(const NextEvents& answer, const EventReason& reason) {
  const std::string last = step_words(answer, reason.last_step);
  return reason.times == 1 ? "once, " + last : fmt::format("{} times, last {}", reason.times, last);
}

/// "Iran: Consult -> Russia", whichever way the relation runs.
std::string fact_words(const NextEvents& answer, int32_t relation, const std::string& other) {
  const auto relations = static_cast<int32_t>(answer.relations.size());
  const bool inverse = relation >= relations;
  const std::string name = readable(answer.relations[static_cast<size_t>(inverse ? relation - relations : relation)]);
  const std::string asker = readable(answer.asker);
  return fmt::format("{} -> {} -> {}", inverse ? other : asker, name, inverse ? asker : other);
}

std::string percent(double share) {
  return share < 0.001 ? "less than 0.1 %" : fmt::format("{:.1f} %", 100 * share);
}

}  // namespace

std::string reason_words(const NextEvents& answer, const ForeseenEvent& event, const EventReason& reason) {
  const std::string other = readable(answer.entities[static_cast<size_t>(event.entity)]);
  switch (reason.kind) {
    case EventReason::Kind::same_fact:
      return fmt::format("{}: {}; of pairs with such a past, {} were the answer",
                         fact_words(answer, reason.relation, other), times_words(answer, reason),
                         percent(reason.share));
    case EventReason::Kind::rule:
      return fmt::format("{}: {}; after it, {} were the answer", fact_words(answer, reason.relation, other),
                         times_words(answer, reason), percent(reason.share));
    case EventReason::Kind::object:
      return fmt::format("{} of all facts of {} have it as their {}: {}", percent(reason.share),
                         readable(answer.relation), answer.object_asked ? "object" : "subject",
                         times_words(answer, reason));
    case EventReason::Kind::path:
      return fmt::format("both have to do with {}", readable(answer.entities[static_cast<size_t>(reason.entity)]));
    case EventReason::Kind::country:
      return "both are of the same country";
  }
  return {};
}

std::string next_events_text(const NextEvents& answer, int width) {
  const std::string asked = answer.object_asked
                                ? fmt::format("{} -> {} -> ?", readable(answer.asker), readable(answer.relation))
                                : fmt::format("? -> {} -> {}", readable(answer.relation), readable(answer.asker));
  std::string out = fmt::format("{} on {}, if it happens\n", asked, step_words(answer, answer.step));
  for (const ForeseenEvent& event : answer.events) {
    out += fmt::format("{:6.1f} %  {}\n", 100 * event.probability,
                       readable(answer.entities[static_cast<size_t>(event.entity)]));
    for (const EventReason& reason : event.reasons) {
      out += wrap({{"- " + reason_words(answer, event, reason), ""}}, static_cast<size_t>(width), std::string(10, ' '),
                  std::string(12, ' '), false);
    }
  }
  return out;
}

std::string next_events_json(const NextEvents& answer) {
  std::string out;
  size_t rank = 0;
  for (const ForeseenEvent& event : answer.events) {
    nlohmann::ordered_json line;
    line["rank"] = ++rank;
    line["entity"] = answer.entities[static_cast<size_t>(event.entity)];
    line["probability"] = event.probability;
    line["reasons"] = nlohmann::ordered_json::array();
    for (const EventReason& reason : event.reasons) line["reasons"].push_back(reason_words(answer, event, reason));
    out += line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
  }
  return out;
}

}  // namespace entente
