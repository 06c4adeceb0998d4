// Small helpers over strings that every layer needs.
#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

std::string_view trim(std::string_view text);
/// The parts between separators, trimmed; empty parts are kept.
std::vector<std::string_view> split(std::string_view text, char separator);
/// ASCII letters to lower case; other bytes as they are.
std::string to_lower(std::string_view text);
bool is_ascii_upper(char c);
bool is_ascii_lower(char c);
bool is_ascii_digit(char c);
bool is_ascii_alpha(char c);
/// A field of CSV: between quotes where it needs them (RFC 4180).
std::string csv_field(std::string_view text);
/// The whole number that the text is, nothing else standing in it.
template <class Number>
std::optional<Number> whole_number(std::string_view text) {
  Number value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}
std::string join(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace entente
