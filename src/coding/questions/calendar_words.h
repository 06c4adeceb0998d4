// Days, months, quarters and years as a question names them: "31 March 2027", "next month", "Q3". Internal to coding.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "domain/event.h"

namespace entente {

/// A stretch of words read as a time, and what it means.
struct TimeRead {
  size_t end = 0;  // the word behind it
  DayRange days;
  bool vague = false;
};

DayRange whole_year(int year);
/// So many months after a month; the year counts on.
Date month_after(const Date& day, int months);

/// The words of a question, and the times of the calendar that begin at each. What is named without a year lies ahead
/// of the day of asking.
class CalendarWords {
 public:
  CalendarWords(const std::vector<std::string>& words, int64_t asked);

  [[nodiscard]] size_t size() const { return lower_.size(); }
  /// In lower case; empty behind the last.
  [[nodiscard]] std::string_view word(size_t i) const;
  [[nodiscard]] bool is(size_t i, std::initializer_list<std::string_view> words) const;
  /// The place behind the word, if it is one of these; else the word's own.
  [[nodiscard]] size_t past(size_t i, std::initializer_list<std::string_view> words) const;

  /// A day, month, quarter, half or year of the calendar, or a weekday.
  [[nodiscard]] std::optional<TimeRead> date(size_t i) const;
  /// The same, or a stretch around the day of asking: "this year", "the coming week".
  [[nodiscard]] std::optional<TimeRead> calendar(size_t i) const;

 private:
  [[nodiscard]] std::optional<int> month(size_t i) const;
  [[nodiscard]] std::optional<int> year(size_t i) const;
  [[nodiscard]] std::optional<int> day_of_month(size_t i) const;
  [[nodiscard]] int coming_year(int month, int day) const;
  [[nodiscard]] std::optional<TimeRead> day_read(size_t end, int month, int day) const;
  [[nodiscard]] std::optional<TimeRead> part_of_year(size_t i) const;
  [[nodiscard]] std::optional<TimeRead> present_unit(size_t i) const;

  std::vector<std::string> lower_;
  int64_t asked_;
  Date today_;
};

}  // namespace entente
