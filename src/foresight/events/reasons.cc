#include "foresight/events/reasons.h"

#include <algorithm>

namespace entente {

namespace {

constexpr size_t rules_told = 3;

/// Every relation of the pair as a rule, the most reliable first; that of the question itself always comes before. A
/// rule that makes the answer no likelier than any entity is speaks for nothing.
void add_rules(const History& history, int32_t step, int32_t relation, const Neighbour& pair,
               std::vector<EventReason>& reasons) {
  std::vector<EventReason> rules;
  for (const RelationTrace& known : pair.relations) {
    const float faded = history.fading().at(known.trace, slow, step);
    rules.push_back({.kind = known.relation == relation ? EventReason::Kind::same_fact : EventReason::Kind::rule,
                     .relation = known.relation,
                     .times = static_cast<int64_t>(known.trace.count),
                     .last_step = known.trace.last,
                     .share = history.rules().confidence(relation, known.relation,
                                                         RuleTable::cell(step - known.trace.last, faded))});
  }
  const auto any = 1 / static_cast<double>(history.entities());
  std::erase_if(rules, [any](const EventReason& rule) { return rule.share <= any; });
  std::sort(rules.begin(), rules.end(), [](const EventReason& a, const EventReason& b) {
    if (a.kind != b.kind) return a.kind == EventReason::Kind::same_fact;
    return a.share != b.share ? a.share > b.share : a.relation < b.relation;
  });
  if (rules.size() > rules_told) rules.resize(rules_told);
  reasons.insert(reasons.end(), rules.begin(), rules.end());
}

/// The acquaintance over whom the shortest path of two steps leads with the largest share.
void add_path(const History& history, int32_t subject, int32_t object, std::vector<EventReason>& reasons) {
  EventReason best{.kind = EventReason::Kind::path};
  for (const WeightedNeighbour& middle : history.closest(subject, slow)) {
    for (const WeightedNeighbour& end : history.closest(middle.entity, slow)) {
      const double share = static_cast<double>(middle.share) * static_cast<double>(end.share);
      if (end.entity != object || share <= best.share) continue;
      best.share = share;
      best.entity = middle.entity;
    }
  }
  if (best.share > 0) reasons.push_back(best);
}

}  // namespace

std::vector<EventReason> event_reasons(const History& history, int32_t step, int32_t subject, int32_t relation,
                                       int32_t object) {
  std::vector<EventReason> reasons;
  for (const Neighbour& neighbour : history.neighbours(subject)) {
    if (neighbour.entity == object) add_rules(history, step, relation, neighbour, reasons);
  }
  if (const Trace& trace = history.object(relation, object); trace.seen()) {
    reasons.push_back(
        {.kind = EventReason::Kind::object,
         .relation = relation,
         .times = static_cast<int64_t>(trace.count),
         .last_step = trace.last,
         .share = static_cast<double>(trace.count) / static_cast<double>(history.relation(relation).count)});
  }
  add_path(history, subject, object, reasons);
  const int32_t country = history.country(subject);
  if (country >= 0 && country == history.country(object)) {
    reasons.push_back({.kind = EventReason::Kind::country});
  }
  return reasons;
}

}  // namespace entente
