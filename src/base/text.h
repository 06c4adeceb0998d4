// Small helpers over strings that every layer needs.
#pragma once

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
std::string join(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace entente
