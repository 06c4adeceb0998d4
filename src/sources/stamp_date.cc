// Tries the formats from the strictest to the loosest.
#include "sources/stamp_date.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "base/text.h"
#include "sources/written_date.h"

namespace entente {
namespace {

constexpr int64_t day_seconds = 86'400;

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

/// Seconds or, with three more digits, milliseconds since 1970; from 1973 on, so that no other number is meant.
std::optional<Date> from_clock(std::string_view stamp) {
  stamp = stamp.substr(0, stamp.find('.'));
  if (!all_digits(stamp) || stamp.size() < 9 || stamp.size() > 13 || stamp.size() == 11) return std::nullopt;
  int64_t seconds = std::stoll(std::string(stamp));
  if (stamp.size() > 11) seconds /= 1000;
  return day_from_number(seconds / day_seconds);
}

/// "Thu, 05 Sep 02 13:00:00 GMT": RFC 822 as it was before 1989. Years below 50 are of this century (RFC 2822, 4.3).
std::optional<Date> with_short_year(std::string_view stamp) {
  std::vector<std::string> words;
  for (const std::string_view word : split(stamp, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  for (size_t i = 0; i + 2 < words.size(); ++i) {
    std::string& year = words[i + 2];
    if (!all_digits(words[i]) || words[i].size() > 2 || !all_digits(year) || year.size() != 2) continue;
    year.insert(0, std::stoi(year) < 50 ? "20" : "19");
    return find_date(words[i] + " " + words[i + 1] + " " + year);
  }
  return std::nullopt;
}

/// "March 2021" has no day: the first is put in to read it, and left out again.
std::optional<Date> month_and_year(std::string_view stamp) {
  const auto day = find_date("1 " + std::string(stamp));
  if (!day) return std::nullopt;
  return Date::of_month(day->year, day->month);
}

}  // namespace

std::optional<Date> stamp_date(std::string_view stamp) {
  stamp = trim(stamp);
  if (const auto date = parse_iso_date(stamp)) return date;
  if (const auto date = from_clock(stamp)) return date;
  if (const auto date = with_short_year(stamp)) return date;
  if (const auto date = find_date(stamp)) return date;
  return month_and_year(stamp);
}

}  // namespace entente
