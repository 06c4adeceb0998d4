#include "engine/event_desk.h"

#include <algorithm>
#include <limits>
#include <map>

#include "relations/relations.h"
#include "sources/sources.h"

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
    if (is_new) {
      set = {batch.data_set,
             batch.version,
             batch.licence,
             0,
             {batch.covers.front().first, 0},
             {},
             tells_of_violence_alone(batch)};
    }
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

constexpr DayRange always = {std::numeric_limits<int32_t>::min(), std::numeric_limits<int32_t>::max()};

DayRange days_of(const Membership& membership) {
  return {membership.from.known() ? first_day(membership.from) : always.first,
          membership.to.known() ? last_day(membership.to) : always.last};
}

/// Days that both have.
std::vector<DayRange> common_days(const std::vector<DayRange>& a, const std::vector<DayRange>& b) {
  std::vector<DayRange> out;
  for (const DayRange& one : a) {
    for (const DayRange& other : b) {
      const DayRange both = {std::max(one.first, other.first), std::min(one.last, other.last)};
      if (both.first <= both.last) out.push_back(both);
    }
  }
  return out;
}

EventQuery::ActorTest test_for(const EventSide& side) {
  return [side](std::string_view candidate) { return side.counts(candidate); };
}

}  // namespace

std::vector<DayRange> days_told_of(const std::vector<CoveredSet>& sets) {
  const bool general = std::any_of(sets.begin(), sets.end(), [](const CoveredSet& set) { return !set.violence_only; });
  std::vector<DayRange> covers;
  for (const CoveredSet& set : sets) {
    if (general && set.violence_only) continue;
    covers.insert(covers.end(), set.covers.begin(), set.covers.end());
  }
  return covers;
}

bool tells_of_violence_alone(const EventBatch& batch) {
  return batch.format == name_of(EventFormat::ucdp) || batch.format == name_of(EventFormat::acled);
}

bool counts_for(std::string_view id, std::string_view actor) {
  if (!id.starts_with(actor)) return false;
  return id == actor || (id[actor.size()] == ':' && counted_as(ActorId(std::string(id))).str() == actor);
}

EventSide::EventSide(ActorId actor, std::vector<Membership> members)
    : actor_(std::move(actor)), members_(std::move(members)) {}

bool EventSide::counts(std::string_view id) const {
  if (counts_for(id, actor_.str())) return true;
  return std::any_of(members_.begin(), members_.end(),
                     [&](const Membership& m) { return counts_for(id, m.member.str()); });
}

std::vector<DayRange> EventSide::days_of(std::string_view id) const {
  if (counts_for(id, actor_.str())) return {always};
  std::vector<DayRange> out;
  for (const Membership& membership : members_) {
    if (!counts_for(id, membership.member.str())) continue;
    const DayRange days = entente::days_of(membership);
    if (!out.empty() && days.first <= out.back().last) {
      out.back().last = std::max(out.back().last, days.last);
    } else {
      out.push_back(days);
    }
  }
  return out;
}

std::vector<RunPart> parts_within(std::span<const int32_t> days, const std::vector<DayRange>& ranges) {
  std::vector<RunPart> out;
  for (const DayRange& range : ranges) {
    const auto begin = std::lower_bound(days.begin(), days.end(), range.first);
    const auto end = std::upper_bound(begin, days.end(), range.last);
    if (begin != end)
      out.push_back({static_cast<size_t>(begin - days.begin()), static_cast<size_t>(end - days.begin())});
  }
  return out;
}

std::optional<EventDesk::Match> EventDesk::match(std::string_view source, std::string_view target) const {
  const EventSide& first = sides.front();
  const bool alone = sides.size() == 1;
  const auto second_days = [&](std::string_view id) {
    return alone ? std::vector<DayRange>{always} : sides[1].days_of(id);
  };
  std::vector<DayRange> days = common_days(first.days_of(source), second_days(target));
  if (!days.empty()) return Match{true, std::move(days)};
  days = common_days(first.days_of(target), second_days(source));
  if (!days.empty()) return Match{false, std::move(days)};
  return std::nullopt;
}

Result<EventDesk> EventDesk::lay(EventStore& store, const EventCodebook& codebook, const RelationsQuery& asked) {
  EventDesk desk;
  for (const std::string& text : asked.actors) {
    const std::optional<ActorId> known = codebook.named(text);
    desk.actors.push_back(known ? *known : ActorId(text));
    desk.sides.emplace_back(desk.actors.back(),
                            asked.members ? codebook.members(desk.actors.back()) : std::vector<Membership>());
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
  if (!desk.actors.empty()) desk.query.source = test_for(desk.sides[0]);
  if (desk.actors.size() == 2) desk.query.target = test_for(desk.sides[1]);
  desk.query.either_way = !desk.actors.empty();
  return desk;
}

}  // namespace entente
