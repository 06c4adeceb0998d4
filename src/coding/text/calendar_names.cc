#include "coding/text/calendar_names.h"

namespace entente {

namespace {

constexpr std::array<std::string_view, 12> month_names = {"january",   "february", "march",    "april",
                                                          "may",       "june",     "july",     "august",
                                                          "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekday_names = {"monday", "tuesday",  "wednesday", "thursday",
                                                           "friday", "saturday", "sunday"};

}  // namespace

std::optional<int> month_named(std::string_view word) {
  if (const auto full = index_of_word(month_names, word)) return *full + 1;
  std::string_view stem = word.ends_with('.') ? word.substr(0, word.size() - 1) : word;
  if (stem == "sept") stem = "sep";
  for (size_t month = 0; stem.size() == 3 && month < month_names.size(); ++month) {
    if (month_names[month].starts_with(stem)) return static_cast<int>(month) + 1;
  }
  return std::nullopt;
}

std::optional<int> weekday_named(std::string_view word) {
  return index_of_word(weekday_names, word);
}

}  // namespace entente
