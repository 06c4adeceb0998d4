// Plain English for briefs.
#include "engine/brief_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "base/text.h"

namespace entente {

namespace {

/// Last words of names that take "the".
constexpr std::array<std::string_view, 28> articled = {
    "States",    "Emirates", "Union",        "Nations",      "Kingdom",  "League",  "Council",
    "Islands",   "Agency",   "Organization", "Organisation", "Bank",     "Fund",    "Court",
    "Community", "West",     "Netherlands",  "Philippines",  "Maldives", "Comoros", "Bahamas",
    "Taliban",   "Houthis",  "Balkans",      "Gambia",       "states",   "East",    "Republic"};

constexpr size_t longest_quote = 120;  // bytes; the note has the whole sentence

struct Phrases {
  std::string_view active;
  std::string_view passive;
};

constexpr std::array<Phrases, claim_type_count> phrases = {{
    {"making agreements", "offered agreements"},
    {"holding talks", "sought for talks"},
    {"giving political support", "given political support"},
    {"working with others", "worked with"},
    {"giving aid or arms", "given aid or arms"},
    {"making concessions", "granted concessions"},
    {"stepping back", "relieved of pressure"},
    {"making demands", "faced with demands"},
    {"accusing or condemning", "accused or condemned"},
    {"turning requests down", "turned down"},
    {"threatening", "threatened"},
    {"protesting", "faced with protest"},
    {"readying forces", "faced with readied forces"},
    {"imposing sanctions or breaking ties", "under sanctions or cut off"},
    {"coercing", "coerced"},
    {"using force", "attacked"},
    {"a partner", "a partner"},
    {"an ally", "an ally"},
    {"supplying others", "supplied"},
    {"investing abroad", "invested in"},
    {"depending on others", "depended on"},
    {"sharing an adversary", "seen as an adversary"},
    {"aligned", "aligned"},
    {"a member", "joined by members"},
    {"a rival", "a rival"},
    {"siding with others", "supported"},
    {"siding against others", "opposed"},
    {"drawing red lines", "warned"},
    {"giving ultimatums", "given ultimatums"},
    {"refusing support", "refused support"},
    {"withholding support", "denied full support"},
    {"ruling support out", "without hope of full support"},
    {},
    {},
    {},
    {},
    {},
    {},
    {},
    {},
    {},
}};

std::string with_separators(std::string digits) {
  for (size_t place = digits.size(); place > 3;) {
    place -= 3;
    digits.insert(place, ",");
  }
  return digits;
}

}  // namespace

std::string with_the(const std::string& name) {
  if (to_lower(name).starts_with("the ")) return "the " + name.substr(4);
  const size_t blank = name.rfind(' ');
  const std::string_view last = std::string_view(name).substr(blank == std::string::npos ? 0 : blank + 1);
  const bool the = std::find(articled.begin(), articled.end(), last) != articled.end();
  return the ? "the " + name : name;
}

std::string listed(const std::vector<std::string>& parts) {
  if (parts.size() < 2) return join(parts, "");
  return join({parts.begin(), parts.end() - 1}, ", ") + " and " + parts.back();
}

std::string sentence_case(std::string text) {
  if (!text.empty() && is_ascii_lower(text[0])) text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string possessive(const std::string& name) {
  return name + (name.ends_with('s') ? "’" : "’s");
}

std::string percent(double fraction) {
  return std::to_string(std::lround(fraction * 100)) + "\u00a0%";
}

std::string fine_percent(double share) {
  if (share < 0.001) return "< 0.1 %";
  const int tenths = static_cast<int>(share * 1000 + 0.5);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

std::string counted(size_t n, std::string_view noun) {
  return number(static_cast<double>(n)) + ' ' + std::string(noun) + (n == 1 ? "" : "s");
}

std::string number(double value) {
  if (std::abs(value) >= 1000 && std::abs(value) < 1e15) value = std::round(value);
  if (std::abs(value) < 1e15 && value == std::floor(value)) {
    const std::string digits = with_separators(std::to_string(std::llabs(static_cast<long long>(value))));
    return value < 0 ? '-' + digits : digits;
  }
  std::array<char, 40> out{};
  std::snprintf(out.data(), out.size(), "%.4g", value);
  return out.data();
}

std::string good_name(const std::string& good) {
  std::string out = good;
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  return out;
}

std::string in_quotes(std::string_view text) {
  constexpr std::string_view marks = ":;,.- ";
  text = trim(text.substr(std::min(text.find_first_not_of(marks), text.size())));
  while (text.ends_with('.') || text.ends_with(',') || text.ends_with(';')) text.remove_suffix(1);
  if (text.size() <= longest_quote) return "“" + std::string(text) + "”";
  const size_t cut = text.rfind(' ', longest_quote);
  return "“" + std::string(text.substr(0, cut == std::string_view::npos ? 0 : cut)) + " …”";
}

std::string_view doing(ClaimType type) {
  return phrases[static_cast<size_t>(type)].active;
}
std::string_view undergoing(ClaimType type) {
  return phrases[static_cast<size_t>(type)].passive;
}

}  // namespace entente
