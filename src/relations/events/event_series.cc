// Periods of the calendar and the counts in them.
#include <algorithm>

#include "base/date.h"
#include "relations/events/event_analysis.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 4> units = {"day", "week", "month", "year"};

int64_t first_of_period(int64_t day, PeriodUnit unit) {
  if (unit == PeriodUnit::day) return day;
  if (unit == PeriodUnit::week) return day - weekday(day);
  const Date date = day_from_number(day);
  return first_day(Date::of_day(date.year, unit == PeriodUnit::month ? date.month : 1, 1));
}

int64_t first_of_next(int64_t first, PeriodUnit unit) {
  if (unit == PeriodUnit::day) return first + 1;
  if (unit == PeriodUnit::week) return first + 7;
  const Date date = day_from_number(first);
  const int month = unit == PeriodUnit::month ? date.month % 12 + 1 : 1;
  const int year = unit == PeriodUnit::year || month == 1 ? date.year + 1 : date.year;
  return first_day(Date::of_day(year, month, 1));
}

}  // namespace

std::optional<PeriodUnit> period_unit(std::string_view name) {
  const auto found = std::find(units.begin(), units.end(), name);
  if (found == units.end()) return std::nullopt;
  return static_cast<PeriodUnit>(found - units.begin());
}

std::string_view name_of(PeriodUnit unit) {
  return units[static_cast<size_t>(unit)];
}

std::string_view name_of(PeriodState state) {
  constexpr std::array<std::string_view, 3> names = {"not covered", "nothing", "events"};
  return names[static_cast<size_t>(state)];
}

std::vector<DayRange> periods_between(const DayRange& days, PeriodUnit unit) {
  std::vector<DayRange> out;
  for (int64_t first = first_of_period(days.first, unit); first <= days.last;) {
    const int64_t next = first_of_next(first, unit);
    out.push_back({first, next - 1});
    first = next;
  }
  return out;
}

SeriesTally::SeriesTally(std::vector<DayRange> periods, std::vector<EventKind> kinds, size_t publishers)
    : periods_(std::move(periods)),
      kinds_(std::move(kinds)),
      counts_(periods_.size() * kinds_.size()),
      forth_(periods_.size()),
      seen_(periods_.size(), std::vector<bool>(publishers)) {}

void SeriesTally::add(std::span<const int32_t> days, std::span<const uint32_t> kinds,
                      std::span<const uint32_t> publishers, bool forth) {
  if (periods_.empty()) return;
  auto at = std::lower_bound(days.begin(), days.end(), periods_.front().first);
  const auto end = std::upper_bound(at, days.end(), periods_.back().last);
  while (at != end) {
    const auto found = std::lower_bound(periods_.begin(), periods_.end(), *at,
                                        [](const DayRange& range, int64_t day) { return range.last < day; });
    const auto period = static_cast<size_t>(found - periods_.begin());
    const auto stop = std::upper_bound(at, end, found->last);
    uint64_t* counts = counts_.data() + period * kinds_.size();
    std::vector<bool>& seen = seen_[period];
    forth_[period] += forth ? static_cast<uint64_t>(stop - at) : 0;
    for (auto i = static_cast<size_t>(at - days.begin()); at != stop; ++at, ++i) {
      ++counts[kinds[i]];
      seen[publishers[i]] = true;
    }
  }
}

std::vector<PeriodCount> SeriesTally::finish(const std::vector<DayRange>& covers) const {
  const std::vector<DayRange> covered = joined(covers);
  std::vector<PeriodCount> out;
  for (size_t p = 0; p < periods_.size(); ++p) {
    PeriodCount one;
    one.days = periods_[p];
    one.covered_days = days_inside(periods_[p], covered);
    one.forth = forth_[p];
    one.publishers = static_cast<uint64_t>(std::count(seen_[p].begin(), seen_[p].end(), true));
    for (uint32_t kind = 0; kind < kinds_.size(); ++kind) {
      const uint64_t count = counts_[p * kinds_.size() + kind];
      if (count == 0) continue;
      one.events += count;
      one.quads[static_cast<size_t>(kinds_[kind].quad)] += count;
      one.domains[static_cast<size_t>(kinds_[kind].domain)] += count;
      one.goldstein += kinds_[kind].intensity * static_cast<double>(count);
      one.kinds.emplace(kind, count);
    }
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace entente
