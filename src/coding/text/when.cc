#include "coding/text/when.h"

#include <array>
#include <charconv>
#include <cstdlib>
#include <optional>

#include "base/text.h"
#include "coding/text/calendar_names.h"

namespace entente {

namespace {

constexpr std::array<std::string_view, 11> numbers = {"zero", "one",   "two",   "three", "four", "five",
                                                      "six",  "seven", "eight", "nine",  "ten"};

std::optional<int> whole_number(const std::string& word) {
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  const std::string_view rest(end, static_cast<size_t>(word.data() + word.size() - end));
  if (error != std::errc{} || !(rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th"))
    return std::nullopt;
  return value;
}

std::optional<int> count_named(const std::string& word) {
  if (word == "a" || word == "an") return 1;
  if (const auto spelled = index_of_word(numbers, word)) return spelled;
  return whole_number(word);
}

bool is_year(int value) {
  return value >= 1800 && value <= 2100;
}

/// A time expression found in the sentence.
struct Found {
  int begin = 0;
  int end = 0;
  Date date;
  bool relative = false;
};

/// Reads the time expression that begins at a token, if one does.
class TimeReader {
 public:
  TimeReader(const Tree& tree, const Date& published) : tree_(tree), published_(published) {}

  [[nodiscard]] std::optional<Found> at(int i) const {
    if (auto found = calendar(i)) return found;
    return relative(i);
  }

 private:
  [[nodiscard]] std::string word(int i) const { return i < tree_.size() ? to_lower(tree_.at(i).form) : ""; }
  [[nodiscard]] std::optional<int> year_at(int i) const {
    const auto value = i < tree_.size() && word(i).size() == 4 ? whole_number(word(i)) : std::nullopt;
    return value && is_year(*value) ? value : std::nullopt;
  }

  [[nodiscard]] std::optional<Found> calendar(int i) const {
    if (const auto iso = parse_iso_date(word(i)); iso && iso->precision == Precision::day)
      return Found{i, i + 1, *iso, false};
    if (const auto month = month_named(word(i)); month && is_ascii_upper(tree_.at(i).form[0]))
      return month_first(i, *month);
    if (const auto day = whole_number(word(i)); day && *day <= 31) {  // 3 March 2021
      if (const auto month = month_named(word(i + 1))) return with_year(i, i + 2, *month, *day);
    }
    if (const auto year = year_at(i); year && i > 0 && tree_.at(i).upos == Upos::NUM) {
      const std::string before = word(i - 1);
      if (before == "in" || before == "since" || before == "of" || before == "by" || before == "during" ||
          before == "until" || before == "early" || before == "late" || before == "mid" || before == "(" ||
          before == "from") {
        return Found{i, i + 1, Date::of_year(*year), false};
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Found> month_first(int i, int month) const {
    const auto day = whole_number(word(i + 1));
    if (day && *day >= 1 && *day <= 31) return with_year(i, i + 2, month, *day);  // March 3, 2021
    if (const auto year = year_at(i + 1)) return Found{i, i + 2, Date::of_month(*year, month), false};
    const std::string before = i > 0 ? word(i - 1) : "";
    if (before != "in" && before != "since" && before != "last" && before != "this" && before != "until" &&
        before != "early" && before != "late")
      return std::nullopt;
    if (!published_.known()) return Found{i, i + 1, {}, true};
    const bool ahead = published_.month != 0 && month > published_.month;
    return Found{i, i + 1, Date::of_month(published_.year - (ahead ? 1 : 0), month), true};
  }

  [[nodiscard]] std::optional<Found> with_year(int begin, int end, int month, int day) const {
    const int comma = word(end) == "," ? 1 : 0;
    if (const auto year = year_at(end + comma)) {
      if (!valid_day(*year, month, day)) return std::nullopt;
      return Found{begin, end + comma + 1, Date::of_day(*year, month, day), false};
    }
    if (!published_.known()) return Found{begin, end, {}, true};
    const bool ahead =
        published_.month != 0 &&
        (month > published_.month || (month == published_.month && published_.day != 0 && day > published_.day));
    const int year = published_.year - (ahead ? 1 : 0);
    if (!valid_day(year, month, day)) return std::nullopt;
    return Found{begin, end, Date::of_day(year, month, day), true};
  }

  [[nodiscard]] std::optional<Found> relative(int i) const {
    const std::string first = word(i);
    const bool dated = published_.precision == Precision::day;
    const auto days_back = [&](int64_t days) { return dated ? day_from_number(first_day(published_) - days) : Date{}; };
    if (first == "today") return Found{i, i + 1, days_back(0), true};
    if (first == "yesterday") return Found{i, i + 1, days_back(1), true};
    if (first == "tomorrow") return Found{i, i + 1, days_back(-1), true};
    if (const auto day = weekday_named(first); day && is_ascii_upper(tree_.at(i).form[0])) {
      if (!dated) return Found{i, i + 1, {}, true};
      return Found{i, i + 1, days_back((weekday(first_day(published_)) - *day + 7) % 7), true};
    }
    if (first == "last" || first == "this" || first == "past")
      return unit_back(i, first == "this" ? 0 : 1, i + 1, i + 2);
    if (const auto count = count_named(first); count && *count >= 0 && word(i + 2) == "ago")
      return unit_back(i, *count, i + 1, i + 3);
    return std::nullopt;
  }

  /// So many years or months (weeks, days) before publication, at the unit's own precision.
  [[nodiscard]] std::optional<Found> unit_back(int begin, int count, int unit_at, int end) const {
    const std::string unit = unit_at < tree_.size() ? tree_.at(unit_at).lemma : "";
    const bool known = published_.known() && reaches_back(count, unit);
    if (unit == "year") return Found{begin, end, known ? Date::of_year(published_.year - count) : Date{}, true};
    if (unit == "month") {
      if (!known || published_.month == 0) return Found{begin, end, {}, true};
      const int months_since = published_.year * 12 + published_.month - 1 - count;
      return Found{begin, end, Date::of_month(months_since / 12, months_since % 12 + 1), true};
    }
    if (unit == "week" || unit == "day") {
      if (!known || published_.precision != Precision::day) return Found{begin, end, {}, true};
      const int64_t days = static_cast<int64_t>(count) * (unit == "week" ? 7 : 1);
      const Date day = day_from_number(first_day(published_) - days);
      return Found{begin, end, unit == "week" && count > 0 ? Date::of_month(day.year, day.month) : day, true};
    }
    return std::nullopt;
  }

  /// False where so many units before publication lie before the year 1: such a time stays undated.
  [[nodiscard]] bool reaches_back(int count, const std::string& unit) const {
    const int in_a_year = unit == "day" ? 366 : unit == "week" ? 53 : unit == "month" ? 12 : 1;
    return count / in_a_year < published_.year - 1;
  }

  const Tree& tree_;
  const Date& published_;
};

}  // namespace

When time_of(const Tree& tree, int word, const Date& published) {
  const TimeReader reader(tree, published);
  const int clause = tree.clause_of(word);
  std::optional<Found> best;
  int best_cost = 0;
  for (int i = 0; i < tree.size();) {
    const auto found = reader.at(i);
    if (!found) {
      ++i;
      continue;
    }
    const int outside = tree.dominates(clause, found->begin) ? 0 : 1000;
    const int cost = outside + std::abs(found->begin - word);
    if (!best || cost < best_cost) {
      best = found;
      best_cost = cost;
    }
    i = found->end;
  }
  if (!best) return {};
  std::string words;
  for (int i = best->begin; i < best->end && i < tree.size(); ++i)
    words += (words.empty() ? "" : " ") + tree.at(i).form;
  return {best->date, best->date.known() ? "" : words};
}

}  // namespace entente
