// Calendar arithmetic after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
#include "base/date.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace entente {

namespace chr = std::chrono;

Date Date::of_year(int year) {
  return {static_cast<int16_t>(year), 0, 0, Precision::year};
}

Date Date::of_month(int year, int month) {
  return {static_cast<int16_t>(year), static_cast<int8_t>(month), 0, Precision::month};
}

Date Date::of_day(int year, int month, int day) {
  return {static_cast<int16_t>(year), static_cast<int8_t>(month), static_cast<int8_t>(day), Precision::day};
}

static chr::year_month_day civil(int year, int month, int day) {
  return chr::year(year) / chr::month(static_cast<unsigned>(month)) / chr::day(static_cast<unsigned>(day));
}

bool valid_day(int year, int month, int day) {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && civil(year, month, day).ok();
}

int64_t first_day(const Date& date) {
  const auto ymd = civil(date.year, date.month ? date.month : 1, date.day ? date.day : 1);
  return chr::sys_days(ymd).time_since_epoch().count();
}

int64_t last_day(const Date& date) {
  if (date.precision == Precision::day) return first_day(date);
  if (date.precision == Precision::year) return first_day(Date::of_year(date.year + 1)) - 1;
  const bool december = date.month == 12;
  return first_day(Date::of_month(date.year + (december ? 1 : 0), december ? 1 : date.month + 1)) - 1;
}

Date day_from_number(int64_t days) {
  const chr::year_month_day ymd{chr::sys_days(chr::days(days))};
  return Date::of_day(static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
                      static_cast<int>(static_cast<unsigned>(ymd.day())));
}

int weekday(int64_t days) {
  return static_cast<int>(chr::weekday(chr::sys_days(chr::days(days))).iso_encoding()) - 1;
}

std::string iso_day(int64_t days) {
  return to_iso(day_from_number(days));
}

std::string to_iso(const Date& date) {
  std::array<char, 32> out{};
  switch (date.precision) {
    case Precision::none:
      return "";
    case Precision::year:
      std::snprintf(out.data(), out.size(), "%04d", date.year);
      break;
    case Precision::month:
      std::snprintf(out.data(), out.size(), "%04d-%02d", date.year, date.month);
      break;
    case Precision::day:
      std::snprintf(out.data(), out.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
      break;
  }
  return out.data();
}

/// The number in exactly `width` digits at `at`, or nothing.
static std::optional<int> digits(std::string_view text, size_t at, size_t width) {
  if (text.size() < at + width) return std::nullopt;
  int value = 0;
  for (size_t i = at; i < at + width; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

std::optional<Date> parse_iso_date(std::string_view text) {
  const auto year = digits(text, 0, 4);
  if (!year || *year == 0) return std::nullopt;
  if (text.size() == 4) return Date::of_year(*year);
  const auto month = digits(text, 5, 2);
  if (text[4] != '-' || !month || *month < 1 || *month > 12) return std::nullopt;
  if (text.size() == 7) return Date::of_month(*year, *month);
  const auto day = digits(text, 8, 2);
  if (text[7] != '-' || !day || !valid_day(*year, *month, *day)) return std::nullopt;
  if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') return std::nullopt;
  return Date::of_day(*year, *month, *day);
}

std::string_view name_of(Precision precision) {
  constexpr std::array<std::string_view, 4> names = {"none", "year", "month", "day"};
  return names[static_cast<size_t>(precision)];
}

}  // namespace entente
