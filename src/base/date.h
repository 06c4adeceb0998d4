// Calendar dates that say how precise they are; proleptic Gregorian.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

enum class Precision { none, year, month, day };

/// A day, a month, a year, or nothing known. Fields finer than the precision are 0.
struct Date {
  int16_t year = 0;
  int8_t month = 0;
  int8_t day = 0;
  Precision precision = Precision::none;

  [[nodiscard]] bool known() const { return precision != Precision::none; }
  auto operator<=>(const Date&) const = default;

  static Date of_year(int year);
  static Date of_month(int year, int month);
  static Date of_day(int year, int month, int day);
};

/// True for a calendar day that exists (leap years respected), years 1 to 9999.
bool valid_day(int year, int month, int day);

/// Days since 1970-01-01 of the first day that the date covers; 0 is 1970-01-01. Needs date.known().
int64_t first_day(const Date& date);
/// As first_day, for the last day that the date covers.
int64_t last_day(const Date& date);
/// The day that lies so many days after 1970-01-01.
Date day_from_number(int64_t days);
/// Such a day as YYYY-MM-DD.
std::string iso_day(int64_t days);
/// 0 Monday to 6 Sunday.
int weekday(int64_t days);

/// "2026-03-01", "2026-03", "2026"; empty when nothing is known (ISO 8601).
std::string to_iso(const Date& date);
/// Reads what to_iso writes; also takes a time after the day ("2026-03-01T10:00:00Z"), which it drops.
std::optional<Date> parse_iso_date(std::string_view text);

std::string_view name_of(Precision precision);

}  // namespace entente
