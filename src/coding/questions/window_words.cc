#include "coding/questions/window_words.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <limits>
#include <string_view>

#include "base/date.h"
#include "base/text.h"
#include "coding/text/calendar_names.h"

namespace entente {

namespace {

constexpr std::array<std::string_view, 13> small_numbers = {"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                                            "seven", "eight", "nine", "ten",   "eleven", "twelve"};
constexpr std::array<std::string_view, 4> ordinals = {"first", "second", "third", "fourth"};
constexpr int64_t no_begin = std::numeric_limits<int64_t>::min();
constexpr int64_t no_end = std::numeric_limits<int64_t>::max();

DayRange month_days(int year, int month) {
  const Date date = Date::of_month(year, month);
  return {first_day(date), last_day(date)};
}

/// So many months after a month; the year counts on.
Date month_after(const Date& day, int months) {
  const int all = day.year * 12 + day.month - 1 + months;
  return Date::of_month(all / 12, all % 12 + 1);
}

/// A stretch of words read as a time, and what it means.
struct Read {
  size_t end = 0;
  DayRange days;
  bool vague = false;
};

/// Reads the time that begins at a word.
class TimeWords {
 public:
  TimeWords(const std::vector<std::string>& words, int64_t asked) : asked_(asked), today_(day_from_number(asked)) {
    for (const std::string& word : words) lower_.push_back(to_lower(word));
  }

  [[nodiscard]] std::optional<Read> at(size_t i) const {
    for (const auto reader : {&TimeWords::range, &TimeWords::deadline, &TimeWords::inside, &TimeWords::span_ahead,
                              &TimeWords::after, &TimeWords::bare}) {
      if (auto read = (this->*reader)(i)) return read;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::string_view word(size_t i) const { return i < lower_.size() ? lower_[i] : std::string_view{}; }
  [[nodiscard]] bool is(size_t i, std::initializer_list<std::string_view> words) const {
    return std::find(words.begin(), words.end(), word(i)) != words.end();
  }
  [[nodiscard]] size_t past(size_t i, std::initializer_list<std::string_view> words) const {
    return is(i, words) ? i + 1 : i;
  }

  // --- calendar ---------------------------------------------------------------------------------------------------

  [[nodiscard]] std::optional<int> month(size_t i) const {
    std::string_view name = word(i);
    if (name.ends_with('.')) name.remove_suffix(1);
    return month_named(name);
  }

  [[nodiscard]] std::optional<int> year(size_t i) const {
    const auto value = word(i).size() == 4 ? whole_number<int>(word(i)) : std::nullopt;
    return value && *value >= 1800 && *value <= 2200 ? value : std::nullopt;
  }

  [[nodiscard]] std::optional<int> day_of_month(size_t i) const {
    std::string_view text = word(i);
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
      if (text.ends_with(ending)) text.remove_suffix(2);
    }
    const auto value = whole_number<int>(text);
    return value && *value >= 1 && *value <= 31 ? value : std::nullopt;
  }

  /// The year of a day or month that is named without one: the next that does not lie before the day of asking.
  [[nodiscard]] int coming_year(int month, int day) const {
    const bool gone = month < today_.month || (month == today_.month && day != 0 && day < today_.day);
    return today_.year + (gone ? 1 : 0);
  }

  [[nodiscard]] std::optional<Read> day_read(size_t end, int month, int day) const {
    const size_t at_year = past(end, {",", "of"});
    const auto given = year(at_year);
    const int in = given ? *given : coming_year(month, day);
    if (!valid_day(in, month, day)) return std::nullopt;
    const int64_t number = first_day(Date::of_day(in, month, day));
    return Read{given ? at_year + 1 : end, {number, number}, false};
  }

  /// A day, month, quarter, half or year of the calendar, or a weekday.
  [[nodiscard]] std::optional<Read> date(size_t i) const {
    i = past(i, {"the"});
    if (const auto iso = parse_iso_date(word(i)); iso && iso->precision != Precision::year)
      return Read{i + 1, {first_day(*iso), last_day(*iso)}, false};
    if (const auto day = day_of_month(i)) {
      const size_t at_month = past(i + 1, {"of"});
      if (const auto named = month(at_month)) return day_read(at_month + 1, *named, *day);
    }
    if (const auto named = month(i)) {
      const size_t at_day = past(i + 1, {"the"});
      if (const auto day = day_of_month(at_day)) return day_read(at_day + 1, *named, *day);
      const size_t at_year = past(i + 1, {",", "of"});
      const auto given = year(at_year);
      return Read{given ? at_year + 1 : i + 1, month_days(given ? *given : coming_year(*named, 0), *named), false};
    }
    if (const auto given = year(i)) return Read{i + 1, whole_year(*given), false};
    if (const auto day = weekday_named(word(i))) {
      const int64_t number = asked_ + (*day - weekday(asked_) + 7) % 7;
      return Read{i + 1, {number, number}, false};
    }
    if (is(i, {"christmas"})) return day_read(i + 1, 12, 25);
    if (is(i, {"tomorrow"})) return Read{i + 1, {asked_ + 1, asked_ + 1}, false};
    if (is(i, {"today"})) return Read{i + 1, {asked_, asked_}, false};
    return part_of_year(i);
  }

  static DayRange whole_year(int year) { return {first_day(Date::of_year(year)), last_day(Date::of_year(year))}; }

  /// "The first half of 2027", "the second quarter", "Q3 2027".
  [[nodiscard]] std::optional<Read> part_of_year(size_t i) const {
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
    return Read{given ? next + 1 : next, {month_days(in, first).first, month_days(in, first + months - 1).last}, false};
  }

  /// "This year", "the month", "next quarter", "the coming week".
  [[nodiscard]] std::optional<Read> present_unit(size_t i) const {
    const bool next = is(i, {"next", "coming"}) || (is(i, {"the"}) && is(i + 1, {"next", "coming"}));
    const bool now = is(i, {"this", "the"}) || (is(i, {"the"}) && is(i + 1, {"current"}));
    if (!next && !now) return std::nullopt;
    size_t at = i + 1;
    if (is(i, {"the"})) at = past(at, {"next", "coming", "current"});
    const int ahead = next ? 1 : 0;
    if (is(at, {"year"})) return Read{at + 1, whole_year(today_.year + ahead), false};
    if (is(at, {"month"})) {
      const Date in = month_after(today_, ahead);
      return Read{at + 1, month_days(in.year, in.month), false};
    }
    if (is(at, {"quarter"})) {
      const Date in = month_after(today_, 3 * ahead);
      const int first = (in.month - 1) / 3 * 3 + 1;
      return Read{at + 1, {month_days(in.year, first).first, month_days(in.year, first + 2).last}, false};
    }
    if (is(at, {"week"})) {
      const int64_t monday = asked_ - weekday(asked_) + 7 * ahead;
      return Read{at + 1, {monday, monday + 6}, false};
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Read> calendar(size_t i) const {
    if (auto read = date(i)) return read;
    return present_unit(i);
  }

  // --- how a time bounds the window -------------------------------------------------------------------------------

  /// "By 31 March", "before April", "until the end of the year", "by year's end", "no later than May".
  [[nodiscard]] std::optional<Read> deadline(size_t i) const {
    const bool before = is(i, {"before"}) || (is(i, {"prior"}) && is(i + 1, {"to"}));
    size_t at = i + (is(i, {"prior"}) ? 2 : 1);
    if (is(i, {"no", "not"}) && is(i + 1, {"later"}) && is(i + 2, {"than"})) {
      at = i + 3;
    } else if (!before && !is(i, {"by", "until", "till", "through"})) {
      return std::nullopt;
    }
    const size_t begin = at;
    at = past(at, {"the"});
    const bool at_end = is(at, {"end", "close"});
    if (at_end) at = past(at + 1, {"of"});
    if (is(at, {"year-end", "yearend"}) || (is(at, {"year"}) && is(at + 1, {"'s", "’s", "-"}) && is(at + 2, {"end"})) ||
        (is(at, {"year's", "year’s"}) && is(at + 1, {"end"}))) {
      const size_t words = is(at, {"year-end", "yearend"}) ? 1 : is(at, {"year"}) ? 3 : 2;
      return Read{at + words, {no_begin, whole_year(today_.year).last}, false};
    }
    if (before && is(at, {"year"}) && is(at + 1, {"is"}) && is(at + 2, {"out", "over"}))
      return Read{at + 3, {no_begin, whole_year(today_.year).last}, false};
    const auto read = calendar(at_end ? at : begin);
    if (!read) return std::nullopt;
    const int64_t last = before && !at_end ? read->days.first - 1 : read->days.last;
    return Read{read->end, {no_begin, last}, false};
  }

  /// "In March 2027", "during 2027", "on 3 May", "this year", "in the course of next month".
  [[nodiscard]] std::optional<Read> inside(size_t i) const {
    size_t at = i;
    if (is(i, {"sometime", "anytime"})) at = ++i;
    if (is(at, {"in", "during", "within", "on", "over", "throughout"})) {
      ++at;
      if (is(at, {"the"}) && is(at + 1, {"next", "coming"})) return std::nullopt;  // a span, not a calendar's
      if (is(at, {"the"}) && is(at + 1, {"course"}) && is(at + 2, {"of"})) at += 3;
      return calendar(at);
    }
    if (!is(at, {"this", "next"}) && !is(at, {"today", "tomorrow"})) return std::nullopt;
    return calendar(at);
  }

  [[nodiscard]] std::optional<int> count(size_t i) const {
    if (is(i, {"a", "an"})) return 1;
    if (const auto spelled = index_of_word(small_numbers, word(i))) return spelled;
    return whole_number<int>(word(i));
  }

  /// The last day of so many units from the day of asking on.
  [[nodiscard]] std::optional<int64_t> last_of(int units, std::string_view unit) const {
    constexpr int most = 100000;
    if (units < 1 || units > most) return std::nullopt;
    if (unit == "day" || unit == "days") return asked_ + units - 1;
    if (unit == "week" || unit == "weeks") return asked_ + 7 * static_cast<int64_t>(units) - 1;
    const int months = unit == "month" || unit == "months" ? units : unit == "year" || unit == "years" ? 12 * units : 0;
    if (months == 0 || months > 12 * 1000) return std::nullopt;
    const Date in = month_after(today_, months);
    const int64_t end = first_day(in) + today_.day - 1;
    return std::min(end, last_day(in) + 1) - 1;
  }

  /// "Within 30 days", "in the next three months", "over the coming weeks", "soon", "in the near future".
  [[nodiscard]] std::optional<Read> span_ahead(size_t i) const {
    if (is(i, {"soon", "shortly"})) return Read{i + 1, {asked_, *last_of(30, "days")}, true};
    if (is(i, {"any"}) && is(i + 1, {"time"}) && is(i + 2, {"soon"}))
      return Read{i + 3, {asked_, *last_of(30, "days")}, true};
    if (!is(i, {"within", "in", "over", "during"})) return std::nullopt;
    size_t at = past(i + 1, {"the"});
    if (is(at, {"near", "foreseeable"}) && is(at + 1, {"future"}))
      return Read{at + 2, {asked_, *last_of(is(at, {"near"}) ? 30 : 365, "days")}, true};
    const bool coming = is(at, {"next", "coming", "following"});
    if (coming) ++at;
    at = past(at, {"few"});
    if (const auto units = count(at)) {
      if (const auto last = last_of(*units, word(at + 1))) return Read{at + 2, {asked_, *last}, false};
    }
    if (!coming) return std::nullopt;
    if (is(i + 1, {"the"}) && is(at, {"day", "week", "month", "quarter", "year"})) {  // "in the next year"
      if (const auto last = last_of(1, word(at))) return Read{at + 1, {asked_, *last}, false};
    }
    const int vague_days = is(at, {"days"}) ? 7 : is(at, {"weeks"}) ? 30 : is(at, {"months"}) ? 90 : 0;
    if (vague_days == 0) return std::nullopt;
    return Read{at + 1, {asked_, *last_of(vague_days, "days")}, true};
  }

  /// "After 1 May", "from June on", "since": the window begins there.
  [[nodiscard]] std::optional<Read> after(size_t i) const {
    if (!is(i, {"after", "from", "starting", "beginning"})) return std::nullopt;
    const auto read = calendar(past(i + 1, {"in", "on"}));
    if (!read) return std::nullopt;
    const int64_t first = is(i, {"after"}) ? read->days.last + 1 : read->days.first;
    return Read{past(read->end, {"on", "onwards"}), {first, no_end}, false};
  }

  /// "Between 1 May and 30 June", "from May to July".
  [[nodiscard]] std::optional<Read> range(size_t i) const {
    const bool between = is(i, {"between"});
    if (!between && !is(i, {"from"})) return std::nullopt;
    const auto first = calendar(i + 1);
    if (!first) return std::nullopt;
    if (between ? !is(first->end, {"and"}) : !is(first->end, {"to", "until", "till", "through"})) return std::nullopt;
    const auto last = calendar(first->end + 1);
    if (!last) return std::nullopt;
    return Read{last->end, {first->days.first, last->days.last}, false};
  }

  /// A day that stands by itself at the end: "... Iran, 31 March 2027".
  [[nodiscard]] std::optional<Read> bare(size_t i) const {
    const auto read = date(i);
    if (!read || read->end != lower_.size() || read->days.first != read->days.last) return std::nullopt;
    return Read{read->end, {no_begin, read->days.last}, false};
  }

  std::vector<std::string> lower_;
  int64_t asked_;
  Date today_;
};

}  // namespace

WindowSplit split_window(const std::vector<std::string>& words, int64_t asked) {
  const TimeWords times(words, asked);
  WindowSplit out;
  for (size_t i = 0; i < words.size();) {
    const auto read = times.at(i);
    if (!read) {
      out.rest.push_back(words[i++]);
      continue;
    }
    if (!out.window) out.window = QuestionWindow{{asked, no_end}, "", false};
    QuestionWindow& window = *out.window;
    window.days.first = std::max(window.days.first, read->days.first);
    window.days.last = std::min(window.days.last, read->days.last);
    window.vague = window.vague || read->vague;
    for (size_t k = i; k < read->end; ++k) window.words += (window.words.empty() ? "" : " ") + words[k];
    i = read->end;
    const bool joins = i < words.size() && to_lower(words[i]) == "and" && times.at(i + 1);
    if (joins || (i < words.size() && words[i] == ",")) ++i;
  }
  return out;
}

}  // namespace entente
