#include "coding/questions/calendar_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "coding/text/calendar_names.h"

namespace entente {

namespace {

constexpr std::array<std::string_view, 4> ordinals = {"first", "second", "third", "fourth"};

DayRange month_days(int year, int month) {
  const Date date = Date::of_month(year, month);
  return {first_day(date), last_day(date)};
}

}  // namespace

Date month_after(const Date& day, int months) {
  const int all = day.year * 12 + day.month - 1 + months;
  return Date::of_month(all / 12, all % 12 + 1);
}

DayRange whole_year(int year) {
  return {first_day(Date::of_year(year)), last_day(Date::of_year(year))};
}

CalendarWords::CalendarWords(const std::vector<std::string>& words, int64_t asked)
    : asked_(asked), today_(day_from_number(asked)) {
  for (const std::string& word : words) lower_.push_back(to_lower(word));
}

std::string_view CalendarWords::word(size_t i) const {
  return i < lower_.size() ? lower_[i] : std::string_view{};
}

bool CalendarWords::is(size_t i, std::initializer_list<std::string_view> words) const {
  return std::find(words.begin(), words.end(), word(i)) != words.end();
}

size_t CalendarWords::past(size_t i, std::initializer_list<std::string_view> words) const {
  return is(i, words) ? i + 1 : i;
}

std::optional<int> CalendarWords::month(size_t i) const {
  std::string_view name = word(i);
  if (name.ends_with('.')) name.remove_suffix(1);
  return month_named(name);
}

std::optional<int> CalendarWords::year(size_t i) const {
  const auto value = word(i).size() == 4 ? whole_number<int>(word(i)) : std::nullopt;
  return value && *value >= 1800 && *value <= 2200 ? value : std::nullopt;
}

std::optional<int> CalendarWords::day_of_month(size_t i) const {
  std::string_view text = word(i);
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (text.ends_with(ending)) text.remove_suffix(2);
  }
  const auto value = whole_number<int>(text);
  return value && *value >= 1 && *value <= 31 ? value : std::nullopt;
}

/// The year of a day or month that is named without one: the next that does not lie before the day of asking.
int CalendarWords::coming_year(int month, int day) const {
  const bool gone = month < today_.month || (month == today_.month && day != 0 && day < today_.day);
  return today_.year + (gone ? 1 : 0);
}

std::optional<TimeRead> CalendarWords::day_read(size_t end, int month, int day) const {
  const size_t at_year = past(end, {",", "of"});
  const auto given = year(at_year);
  const int in = given ? *given : coming_year(month, day);
  if (!valid_day(in, month, day)) return std::nullopt;
  const int64_t number = first_day(Date::of_day(in, month, day));
  return TimeRead{given ? at_year + 1 : end, {number, number}, false};
}

std::optional<TimeRead> CalendarWords::date(size_t i) const {
  i = past(i, {"the"});
  if (const auto iso = parse_iso_date(word(i)); iso && iso->precision != Precision::year)
    return TimeRead{i + 1, {first_day(*iso), last_day(*iso)}, false};
  if (const auto day = day_of_month(i)) {
    const size_t at_month = past(i + 1, {"of"});
    if (const auto named = month(at_month)) return day_read(at_month + 1, *named, *day);
  }
  if (const auto named = month(i)) {
    const size_t at_day = past(i + 1, {"the"});
    if (const auto day = day_of_month(at_day)) return day_read(at_day + 1, *named, *day);
    const size_t at_year = past(i + 1, {",", "of"});
    const auto given = year(at_year);
    return TimeRead{given ? at_year + 1 : i + 1, month_days(given ? *given : coming_year(*named, 0), *named), false};
  }
  if (const auto given = year(i)) return TimeRead{i + 1, whole_year(*given), false};
  if (const auto day = weekday_named(word(i))) {
    const int64_t number = asked_ + (*day - weekday(asked_) + 7) % 7;
    return TimeRead{i + 1, {number, number}, false};
  }
  if (is(i, {"christmas"})) return day_read(i + 1, 12, 25);
  if (is(i, {"tomorrow"})) return TimeRead{i + 1, {asked_ + 1, asked_ + 1}, false};
  if (is(i, {"today"})) return TimeRead{i + 1, {asked_, asked_}, false};
  return part_of_year(i);
}

/// "The first half of 2027", "the second quarter", "Q3 2027".
std::optional<TimeRead> CalendarWords::part_of_year(size_t i) const {
  size_t next = i + 1;
  std::optional<int> number = index_of_word(ordinals, word(i));
  int months = is(next, {"half"}) ? 6 : is(next, {"quarter"}) ? 3 : 0;
  if (number && months > 0) {
    next = past(next + 1, {"of"});
  } else if (word(i).size() == 2 && word(i)[0] == 'q' && word(i)[1] >= '1' && word(i)[1] <= '4') {
    number = word(i)[1] - '1';
    months = 3;
  } else {
    return std::nullopt;
  }
  if (months == 6 && *number > 1) return std::nullopt;
  const auto given = year(next);
  const int first = *number * months + 1;
  const int in = given ? *given : coming_year(first + months - 1, 0);
  return TimeRead{
      given ? next + 1 : next, {month_days(in, first).first, month_days(in, first + months - 1).last}, false};
}

/// "This year", "the month", "next quarter", "the coming week".
std::optional<TimeRead> CalendarWords::present_unit(size_t i) const {
  const bool next = is(i, {"next", "coming"}) || (is(i, {"the"}) && is(i + 1, {"next", "coming"}));
  const bool now = is(i, {"this", "the"}) || (is(i, {"the"}) && is(i + 1, {"current"}));
  if (!next && !now) return std::nullopt;
  size_t at = i + 1;
  if (is(i, {"the"})) at = past(at, {"next", "coming", "current"});
  const int ahead = next ? 1 : 0;
  if (is(at, {"year"})) return TimeRead{at + 1, whole_year(today_.year + ahead), false};
  if (is(at, {"month"})) {
    const Date in = month_after(today_, ahead);
    return TimeRead{at + 1, month_days(in.year, in.month), false};
  }
  if (is(at, {"quarter"})) {
    const Date in = month_after(today_, 3 * ahead);
    const int first = (in.month - 1) / 3 * 3 + 1;
    return TimeRead{at + 1, {month_days(in.year, first).first, month_days(in.year, first + 2).last}, false};
  }
  if (is(at, {"week"})) {
    const int64_t monday = asked_ - weekday(asked_) + 7 * ahead;
    return TimeRead{at + 1, {monday, monday + 6}, false};
  }
  return std::nullopt;
}

std::optional<TimeRead> CalendarWords::calendar(size_t i) const {
  if (auto read = date(i)) return read;
  return present_unit(i);
}

}  // namespace entente
