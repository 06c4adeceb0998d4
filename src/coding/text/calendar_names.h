// The calendar's words: months and days of the week. Internal to coding.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace entente {

/// The place of a word in a list of them.
template <size_t N>
std::optional<int> index_of_word(const std::array<std::string_view, N>& names, std::string_view word) {
  const auto found = std::find(names.begin(), names.end(), word);
  if (found == names.end()) return std::nullopt;
  return static_cast<int>(found - names.begin());
}

/// 1 to 12 of "march", "mar", "mar.", "sept"; lower case.
std::optional<int> month_named(std::string_view word);
/// 0 (monday) to 6; lower case.
std::optional<int> weekday_named(std::string_view word);

}  // namespace entente
