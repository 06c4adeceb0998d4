// Joins both stores: claims as they stand, events counted and weighed.
#include "engine/event_relations.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "engine/event_desk.h"
#include "engine/parts.h"

namespace entente {
namespace {

constexpr size_t latest_shown = 10;
constexpr size_t causes_shown = 5;

uint64_t cooperation_of(const PeriodCount& period) {
  return period.quads[static_cast<size_t>(Quad::verbal_cooperation)] +
         period.quads[static_cast<size_t>(Quad::material_cooperation)];
}
uint64_t conflict_of(const PeriodCount& period) {
  return period.quads[static_cast<size_t>(Quad::verbal_conflict)] +
         period.quads[static_cast<size_t>(Quad::material_conflict)];
}
bool is_conflict(const EventKind& kind) {
  return kind.quad == Quad::verbal_conflict || kind.quad == Quad::material_conflict;
}

/// The kinds of that side whose counts changed most from the period before, in the direction of the change.
std::vector<BreakCause> causes_of(const std::vector<PeriodCount>& series, const std::vector<EventKind>& kinds,
                                  const RateBreak& rate, bool conflict, const EventCodebook& codebook) {
  std::map<std::string, BreakCause> by_code;
  const auto add = [&](const PeriodCount& period, uint64_t BreakCause::*count) {
    for (const auto& [number, events] : period.kinds) {
      const EventKind& kind = kinds[number];
      if (is_conflict(kind) != conflict || kind.quad == Quad::none) continue;
      BreakCause& cause = by_code[kind.code];
      cause.kind = kind;
      cause.*count += events;
    }
  };
  add(series[rate.period], &BreakCause::after);
  if (rate.period > 0) add(series[rate.period - 1], &BreakCause::before);
  std::vector<BreakCause> causes;
  for (auto& [code, cause] : by_code) {
    cause.name = codebook.name_of_act(code);
    causes.push_back(std::move(cause));
  }
  const bool up = rate.after > rate.before;
  const auto change = [&](const BreakCause& cause) {
    const auto by = static_cast<int64_t>(cause.after) - static_cast<int64_t>(cause.before);
    return up ? by : -by;
  };
  std::erase_if(causes, [&](const BreakCause& cause) { return change(cause) <= 0; });
  std::stable_sort(causes.begin(), causes.end(),
                   [&](const BreakCause& a, const BreakCause& b) { return change(a) > change(b); });
  if (causes.size() > causes_shown) causes.resize(causes_shown);
  return causes;
}

void find_breaks(RelationsAnswer& answer, const std::vector<EventKind>& kinds, const EventCodebook& codebook) {
  std::vector<uint64_t> cooperation, conflict;
  std::vector<int64_t> covered;
  for (const PeriodCount& period : answer.series) {
    cooperation.push_back(cooperation_of(period));
    conflict.push_back(conflict_of(period));
    covered.push_back(period.covered_days);
  }
  answer.cooperation = rate_trend(cooperation, covered);
  answer.conflict = rate_trend(conflict, covered);
  for (const bool hostile : {false, true}) {
    for (const RateBreak& rate : rate_breaks(hostile ? conflict : cooperation, covered)) {
      answer.breaks.push_back({hostile ? "conflict" : "cooperation", rate, answer.series[rate.period].days,
                               causes_of(answer.series, kinds, rate, hostile, codebook)});
    }
  }
  std::stable_sort(answer.breaks.begin(), answer.breaks.end(),
                   [](const auto& a, const auto& b) { return a.days.first < b.days.first; });
}

/// Days of all sets that the question concerns.
std::vector<DayRange> all_covers(const std::vector<CoveredSet>& sets) {
  std::vector<DayRange> covers;
  for (const CoveredSet& set : sets) covers.insert(covers.end(), set.covers.begin(), set.covers.end());
  return covers;
}

Result<void> read_pair(EventStore& store, const EventQuery& query, RelationsAnswer& answer,
                       const EventCodebook& codebook) {
  std::optional<SeriesTally> tally;
  const std::string first = answer.actors[0].str();
  const Result<void> visited = store.visit(query, [&](const EventRun& run, const EventWordList& words) {
    if (!tally) tally.emplace(periods_between(answer.days, answer.by), words.kinds, words.publishers.size());
    const bool forth = counts_for(words.actors[run.source], first);
    tally->add(run.days, run.kinds, run.publishers, forth);
  });
  if (!visited) return visited;
  if (!tally) tally.emplace(periods_between(answer.days, answer.by), std::vector<EventKind>(), 0);
  answer.series = tally->finish(all_covers(answer.sets));
  find_breaks(answer, tally->kinds(), codebook);
  EventQuery last = query;
  last.since = last.until + 1;
  for (auto period = answer.series.rbegin(); period != answer.series.rend() && answer.latest.size() < latest_shown;
       ++period) {
    if (period->events == 0) continue;
    last.since = std::max(query.since, period->days.first);
    last.until = std::min(query.until, period->days.last);
    std::vector<Event> found;
    Result<void> listed = store.list(last, [&](const Event& event) { return found.push_back(event), true; });
    if (!listed) return listed;
    for (auto event = found.rbegin(); event != found.rend() && answer.latest.size() < latest_shown; ++event) {
      answer.latest.push_back(*event);
    }
  }
  return {};
}

Result<void> read_network(EventStore& store, EventQuery query, const RelationsQuery& asked, RelationsAnswer& answer) {
  std::optional<NetworkTally> tally;
  std::vector<std::string> names;
  std::map<std::string, uint32_t> numbers;
  std::vector<uint32_t> counted;  // by actor of the run
  const auto number_of = [&](const std::string& id) {
    const auto [found, is_new] = numbers.try_emplace(id, static_cast<uint32_t>(names.size()));
    if (is_new) names.push_back(id);
    return found->second;
  };
  const Result<void> visited = store.visit(query, [&](const EventRun& run, const EventWordList& words) {
    if (!tally) {
      tally.emplace(answer.days.last, answer.half_life, words.kinds);
      for (const std::string& id : words.actors) counted.push_back(number_of(counted_as(ActorId(id)).str()));
    }
    const uint32_t a = counted[run.source], b = counted[run.target];
    if (a == b || names[a].empty() || names[b].empty()) return;
    const bool inside = principal(ActorId(names[a])) == principal(ActorId(names[b]));
    if (inside && !asked.within_states) return;
    tally->add(std::min(a, b), std::max(a, b), run.days, run.kinds);
  });
  if (!visited) return visited;
  if (tally) answer.pairs = tally->finish(names);
  std::stable_sort(answer.pairs.begin(), answer.pairs.end(), [](const PairEvidence& a, const PairEvidence& b) {
    return std::abs(a.score()) > std::abs(b.score());
  });
  return {};
}

bool concerns(const PairStanding& standing, const std::vector<ActorId>& actors) {
  return std::all_of(actors.begin(), actors.end(),
                     [&](const ActorId& actor) { return standing.pair.from == actor || standing.pair.to == actor; });
}

}  // namespace

Result<RelationsAnswer> Engine::relations(const RelationsQuery& asked) {
  Result<Ledger*> ledger = parts_->open_ledger(OpenMode::existing);
  if (!ledger) return ledger.error();
  const Result<const EventCodebook*> codebook = parts_->load_codebook();
  if (!codebook) return codebook.error();
  EventStore store = (*ledger)->events();
  Result<EventDesk> desk = EventDesk::lay(store, **codebook, asked);
  if (!desk) return desk.error();
  RelationsAnswer answer;
  answer.actors = desk->actors;
  answer.days = desk->days;
  answer.by = asked.by;
  answer.half_life = asked.half_life;
  answer.sets = desk->sets;
  ClaimFilter filter;
  filter.as_of = asked.as_of;
  filter.until = day_from_number(answer.days.last);
  const Result<std::vector<Claim>> claims = (*ledger)->claims(filter);
  if (!claims) return claims.error();
  for (PairStanding& standing : pair_standings(*claims)) {
    if (concerns(standing, answer.actors)) answer.by_claims.push_back(std::move(standing));
  }
  if (desk->sets.empty() && claims->empty()) return Error{ErrorCode::missing, "the ledger holds nothing of that time"};
  EventQuery weighed = desk->query;
  weighed.since = std::numeric_limits<int32_t>::min();  // the standing of a day rests on all before it
  if (Result<void> read = read_network(store, weighed, asked, answer); !read) return read.error();
  if (answer.actors.size() == 2) {
    if (Result<void> read = read_pair(store, desk->query, answer, **codebook); !read) return read.error();
  }
  if (asked.camps) answer.camps = structural_balance(sure_edges(answer.pairs), asked.camp_seconds);
  return answer;
}

}  // namespace entente
