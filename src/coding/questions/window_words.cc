#include "coding/questions/window_words.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <limits>
#include <string_view>

#include "base/date.h"
#include "base/text.h"
#include "coding/questions/calendar_words.h"
#include "coding/text/calendar_names.h"

namespace entente {

namespace {

constexpr std::array<std::string_view, 13> small_numbers = {"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                                            "seven", "eight", "nine", "ten",   "eleven", "twelve"};
constexpr int64_t no_begin = std::numeric_limits<int64_t>::min();
constexpr int64_t no_end = std::numeric_limits<int64_t>::max();

/// Reads the time that begins at a word.
class TimeWords {
 public:
  TimeWords(const std::vector<std::string>& words, int64_t asked)
      : calendar_(words, asked), asked_(asked), today_(day_from_number(asked)) {}

  [[nodiscard]] std::optional<TimeRead> at(size_t i) const {
    for (const auto reader : {&TimeWords::range, &TimeWords::deadline, &TimeWords::inside, &TimeWords::span_ahead,
                              &TimeWords::after, &TimeWords::bare}) {
      if (auto read = (this->*reader)(i)) return read;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::string_view word(size_t i) const { return calendar_.word(i); }
  [[nodiscard]] bool is(size_t i, std::initializer_list<std::string_view> words) const {
    return calendar_.is(i, words);
  }
  [[nodiscard]] size_t past(size_t i, std::initializer_list<std::string_view> words) const {
    return calendar_.past(i, words);
  }

  /// "By 31 March", "before April", "until the end of the year", "by year's end", "no later than May".
  [[nodiscard]] std::optional<TimeRead> deadline(size_t i) const {
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
      return TimeRead{at + words, {no_begin, whole_year(today_.year).last}, false};
    }
    if (before && is(at, {"year"}) && is(at + 1, {"is"}) && is(at + 2, {"out", "over"}))
      return TimeRead{at + 3, {no_begin, whole_year(today_.year).last}, false};
    const auto read = calendar_.calendar(at_end ? at : begin);
    if (!read) return std::nullopt;
    const int64_t last = before && !at_end ? read->days.first - 1 : read->days.last;
    return TimeRead{read->end, {no_begin, last}, false};
  }

  /// "In March 2027", "during 2027", "on 3 May", "this year", "in the course of next month".
  [[nodiscard]] std::optional<TimeRead> inside(size_t i) const {
    size_t at = i;
    if (is(i, {"sometime", "anytime"})) at = ++i;
    if (is(at, {"in", "during", "within", "on", "over", "throughout"})) {
      ++at;
      if (is(at, {"the"}) && is(at + 1, {"next", "coming"})) return std::nullopt;  // a span, not a calendar's
      if (is(at, {"the"}) && is(at + 1, {"course"}) && is(at + 2, {"of"})) at += 3;
      return calendar_.calendar(at);
    }
    if (!is(at, {"this", "next"}) && !is(at, {"today", "tomorrow"})) return std::nullopt;
    return calendar_.calendar(at);
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
  [[nodiscard]] std::optional<TimeRead> span_ahead(size_t i) const {
    if (is(i, {"soon", "shortly"})) return TimeRead{i + 1, {asked_, *last_of(30, "days")}, true};
    if (is(i, {"any"}) && is(i + 1, {"time"}) && is(i + 2, {"soon"}))
      return TimeRead{i + 3, {asked_, *last_of(30, "days")}, true};
    if (!is(i, {"within", "in", "over", "during"})) return std::nullopt;
    size_t at = past(i + 1, {"the"});
    if (is(at, {"near", "foreseeable"}) && is(at + 1, {"future"}))
      return TimeRead{at + 2, {asked_, *last_of(is(at, {"near"}) ? 30 : 365, "days")}, true};
    const bool coming = is(at, {"next", "coming", "following"});
    if (coming) ++at;
    at = past(at, {"few"});
    if (const auto units = count(at)) {
      if (const auto last = last_of(*units, word(at + 1))) return TimeRead{at + 2, {asked_, *last}, false};
    }
    if (!coming) return std::nullopt;
    if (is(i + 1, {"the"}) && is(at, {"day", "week", "month", "quarter", "year"})) {  // "in the next year"
      if (const auto last = last_of(1, word(at))) return TimeRead{at + 1, {asked_, *last}, false};
    }
    const int vague_days = is(at, {"days"}) ? 7 : is(at, {"weeks"}) ? 30 : is(at, {"months"}) ? 90 : 0;
    if (vague_days == 0) return std::nullopt;
    return TimeRead{at + 1, {asked_, *last_of(vague_days, "days")}, true};
  }

  /// "After 1 May", "from June on", "since": the window begins there.
  [[nodiscard]] std::optional<TimeRead> after(size_t i) const {
    if (!is(i, {"after", "from", "starting", "beginning"})) return std::nullopt;
    const auto read = calendar_.calendar(past(i + 1, {"in", "on"}));
    if (!read) return std::nullopt;
    const int64_t first = is(i, {"after"}) ? read->days.last + 1 : read->days.first;
    return TimeRead{past(read->end, {"on", "onwards"}), {first, no_end}, false};
  }

  /// "Between 1 May and 30 June", "from May to July".
  [[nodiscard]] std::optional<TimeRead> range(size_t i) const {
    const bool between = is(i, {"between"});
    if (!between && !is(i, {"from"})) return std::nullopt;
    const auto first = calendar_.calendar(i + 1);
    if (!first) return std::nullopt;
    if (between ? !is(first->end, {"and"}) : !is(first->end, {"to", "until", "till", "through"})) return std::nullopt;
    const auto last = calendar_.calendar(first->end + 1);
    if (!last) return std::nullopt;
    return TimeRead{last->end, {first->days.first, last->days.last}, false};
  }

  /// A day that stands by itself at the end: "... Iran, 31 March 2027".
  [[nodiscard]] std::optional<TimeRead> bare(size_t i) const {
    const auto read = calendar_.date(i);
    if (!read || read->end != calendar_.size() || read->days.first != read->days.last) return std::nullopt;
    return TimeRead{read->end, {no_begin, read->days.last}, false};
  }

  CalendarWords calendar_;
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
