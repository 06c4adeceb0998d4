// What marks a series of events: its trend, its breaks with their likely causes, new leaders.
#include <algorithm>
#include <map>
#include <utility>

#include "engine/event_answer.h"

namespace entente {
namespace {

constexpr size_t causes_shown = 5;
constexpr int64_t leader_window = 365;  // days

uint64_t cooperation_of(const PeriodCount& period) {
  return period.quads[static_cast<size_t>(Quad::verbal_cooperation)] +
         period.quads[static_cast<size_t>(Quad::material_cooperation)];
}
uint64_t conflict_of(const PeriodCount& period) {
  return period.quads[static_cast<size_t>(Quad::verbal_conflict)] +
         period.quads[static_cast<size_t>(Quad::material_conflict)];
}

/// The kinds of that side whose counts changed most from the period before, in the direction of the change.
std::vector<BreakCause> causes_of(const std::vector<PeriodCount>& series, const std::vector<EventKind>& kinds,
                                  const RateBreak& rate, bool conflict, const EventCodebook& codebook) {
  std::map<std::string, BreakCause> by_code;
  const auto add = [&](const PeriodCount& period, uint64_t BreakCause::*count) {
    for (const auto& [number, events] : period.kinds) {
      const EventKind& kind = kinds[number];
      if (is_conflict(kind.quad) != conflict || kind.quad == Quad::none) continue;
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

/// Events a covered day of the periods that lie within some days; none where none is covered.
std::optional<std::pair<double, double>> rates_within(const std::vector<PeriodCount>& series, const DayRange& days) {
  uint64_t cooperation = 0, conflict = 0;
  int64_t covered = 0;
  for (const PeriodCount& period : series) {
    if (period.days.first < days.first || period.days.last > days.last) continue;
    cooperation += cooperation_of(period);
    conflict += conflict_of(period);
    covered += period.covered_days;
  }
  if (covered == 0) return std::nullopt;
  const auto n = static_cast<double>(covered);
  return std::make_pair(static_cast<double>(cooperation) / n, static_cast<double>(conflict) / n);
}

/// New leaders within the series, where both years around are told of. One who takes two offices at once is told once.
void find_leaders(RelationsAnswer& answer, const LeaderList& leaders) {
  if (answer.series.empty()) return;
  for (const ActorId& actor : answer.actors) {
    std::string last;
    for (const LeaderChange& change : leaders(actor)) {
      if (!change.day.known() || change.name == last) continue;
      last = change.name;
      const int64_t day = first_day(change.day);
      const auto before = rates_within(answer.series, {day - leader_window, day - 1});
      const auto after = rates_within(answer.series, {day, day + leader_window});
      if (!before || !after) continue;
      answer.leaders.push_back({change, before->first, after->first, before->second, after->second});
    }
  }
  std::stable_sort(answer.leaders.begin(), answer.leaders.end(), [](const LeaderMark& a, const LeaderMark& b) {
    return first_day(a.change.day) < first_day(b.change.day);
  });
}

}  // namespace

void find_breaks(RelationsAnswer& answer, const std::vector<EventKind>& kinds, const EventCodebook& codebook,
                 const LeaderList& leaders) {
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
  for (const PeriodCount& period : answer.series) answer.events += period.events;
  find_leaders(answer, leaders);
}

}  // namespace entente
