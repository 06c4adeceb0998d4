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

/// 20210315, 20210315T120000Z, 202103151200, 20210315120000: nothing between year, month and day.
std::optional<Date> from_digits(std::string_view stamp) {
  stamp = stamp.substr(0, stamp.find_first_of("T "));
  const bool in_size = stamp.size() == 8 || stamp.size() == 12 || stamp.size() == 14;
  if (!all_digits(stamp) || !in_size || !(stamp.starts_with("19") || stamp.starts_with("20"))) return std::nullopt;
  const std::string digits(stamp);
  return parse_iso_date(digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2));
}

/// The parts between blanks; "15-Mar-21" is three.
std::vector<std::string> words_of(std::string_view stamp) {
  std::string parted(stamp);
  for (size_t i = 1; i + 1 < parted.size(); ++i) {
    if (parted[i] == '-' && (is_ascii_alpha(parted[i - 1]) || is_ascii_alpha(parted[i + 1]))) parted[i] = ' ';
  }
  std::vector<std::string> words;
  for (const std::string_view word : split(parted, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

/// "Thu, 05 Sep 02 13:00:00 GMT": RFC 822 as it was before 1989. Years below 50 are of this century (RFC 2822, 4.3).
std::optional<Date> with_short_year(std::string_view stamp) {
  std::vector<std::string> words = words_of(stamp);
  for (size_t i = 0; i + 2 < words.size(); ++i) {
    std::string& year = words[i + 2];
    if (!all_digits(words[i]) || words[i].size() > 2 || !all_digits(year) || year.size() != 2) continue;
    year.insert(0, std::stoi(year) < 50 ? "20" : "19");
    return find_date(words[i] + " " + words[i + 1] + " " + year);
  }
  return std::nullopt;
}

/// "Mon Mar 15 10:00:00 2021", "Mon Mar 15 10:00:00 +0000 2021": the year stands behind the time.
std::optional<Date> with_year_last(std::string_view stamp) {
  const std::vector<std::string> words = words_of(stamp);
  if (words.size() < 4 || words.back().size() != 4 || !all_digits(words.back())) return std::nullopt;
  for (size_t i = 0; i + 3 < words.size(); ++i) {
    const bool day = all_digits(words[i + 1]) && words[i + 1].size() <= 2;
    if (day && words[i + 2].find(':') != std::string::npos) {
      return find_date(words[i + 1] + " " + words[i] + " " + words.back());
    }
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
  if (const auto date = from_digits(stamp)) return date;
  if (const auto date = from_clock(stamp)) return date;
  if (const auto date = with_short_year(stamp)) return date;
  if (const auto date = with_year_last(stamp)) return date;
  if (const auto date = find_date(stamp)) return date;
  return month_and_year(stamp);
}

}  // namespace entente
