#include "engine/event_desk.h"

#include <algorithm>
#include <limits>
#include <map>

#include "relations/relations.h"

namespace entente {
namespace {

/// The first day (or the last) that a text of a day, month or year covers.
Result<int64_t> day_named(const std::string& text, bool last, int64_t otherwise) {
  if (text.empty()) return otherwise;
  const std::optional<Date> date = parse_iso_date(text);
  if (!date)
    return Error{ErrorCode::usage, "'" + text + "': give a day, month or year such as 2014-03-01, 2014-03, 2014"};
  return last ? last_day(*date) : first_day(*date);
}

std::vector<CoveredSet> sets_of(const std::vector<EventBatch>& batches, const std::vector<std::string>& wished) {
  std::map<std::pair<std::string, std::string>, CoveredSet> sets;
  for (const EventBatch& batch : batches) {
    const bool wanted = wished.empty() || std::find(wished.begin(), wished.end(), batch.data_set) != wished.end();
    if (!wanted || batch.covers.empty()) continue;
    const auto [found, is_new] = sets.try_emplace({batch.data_set, batch.version});
    CoveredSet& set = found->second;
    if (is_new) set = {batch.data_set, batch.version, batch.licence, 0, {batch.covers.front().first, 0}, {}};
    set.events += batch.events;
    set.covers.insert(set.covers.end(), batch.covers.begin(), batch.covers.end());
    for (const DayRange& range : batch.covers) {
      set.days.first = std::min(set.days.first, range.first);
      set.days.last = std::max(set.days.last, range.last);
    }
  }
  std::vector<CoveredSet> out;
  for (auto& [key, set] : sets) {
    std::sort(set.covers.begin(), set.covers.end());
    out.push_back(std::move(set));
  }
  return out;
}

DayRange days_of(const std::vector<CoveredSet>& sets) {
  if (sets.empty()) return {0, 0};
  DayRange days = sets.front().days;
  for (const CoveredSet& set : sets) {
    days.first = std::min(days.first, set.days.first);
    days.last = std::max(days.last, set.days.last);
  }
  return days;
}

/// One id counts for another by a rule; asking it for every actor of a large store would take long, so the actor's own
/// beginning is looked at first.
EventQuery::ActorTest test_for(const ActorId& actor) {
  return [id = actor.str()](std::string_view candidate) { return counts_for(candidate, id); };
}

}  // namespace

bool counts_for(std::string_view id, std::string_view actor) {
  if (!id.starts_with(actor)) return false;
  return id == actor || (id[actor.size()] == ':' && counted_as(ActorId(std::string(id))).str() == actor);
}

Result<EventDesk> EventDesk::lay(EventStore& store, const EventCodebook& codebook, const RelationsQuery& asked) {
  EventDesk desk;
  for (const std::string& text : asked.actors) {
    const std::optional<ActorId> known = codebook.named(text);
    desk.actors.push_back(known ? *known : ActorId(text));
  }
  if (desk.actors.size() == 2 && desk.actors[0] == desk.actors[1]) {
    return Error{ErrorCode::usage, desk.actors[0].str() + " is named twice: a pair needs two"};
  }
  const Result<std::vector<EventBatch>> batches = store.batches(asked.as_of);
  if (!batches) return batches.error();
  desk.sets = sets_of(*batches, asked.data_sets);
  const DayRange covered = days_of(desk.sets);
  const Result<int64_t> since = day_named(asked.since, false, covered.first);
  if (!since) return since.error();
  const Result<int64_t> until = day_named(asked.until, true, covered.last);
  if (!until) return until.error();
  if (*until < *since) return Error{ErrorCode::usage, "the time asked for ends before it begins"};
  desk.days = {*since, *until};
  desk.query.since = *since;
  desk.query.until = *until;
  desk.query.as_of = asked.as_of;
  desk.query.data_sets = asked.data_sets;
  if (!desk.actors.empty()) desk.query.source = test_for(desk.actors[0]);
  if (desk.actors.size() == 2) desk.query.target = test_for(desk.actors[1]);
  desk.query.either_way = !desk.actors.empty();
  return desk;
}

}  // namespace entente
