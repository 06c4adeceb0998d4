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
constexpr std::array<std::string_view, 27> articled = {
    "States",    "Emirates", "Union",        "Nations",      "Kingdom",  "League",  "Council",
    "Islands",   "Agency",   "Organization", "Organisation", "Bank",     "Fund",    "Court",
    "Community", "West",     "Netherlands",  "Philippines",  "Maldives", "Comoros", "Bahamas",
    "Taliban",   "Houthis",  "Balkans",      "Gambia",       "states",   "Republic"};

struct Phrases {
  std::string_view active;
  std::string_view passive;
};

constexpr std::array<Phrases, claim_type_count> phrases = {{
    {"makes agreements", "is offered agreements"},
    {"holds talks", "is sought for talks"},
    {"gives political support", "is given political support"},
    {"works with others", "is worked with"},
    {"gives aid or arms", "is given aid or arms"},
    {"makes concessions", "is granted concessions"},
    {"steps back", "sees others step back"},
    {"makes demands", "faces demands"},
    {"accuses or condemns", "is accused or condemned"},
    {"turns requests down", "is turned down"},
    {"threatens", "is threatened"},
    {"protests", "faces protest"},
    {"readies forces", "faces readied forces"},
    {"imposes sanctions or breaks ties", "is under sanctions"},
    {"coerces", "is coerced"},
    {"uses force", "is attacked"},
    {"is a partner", "is a partner"},
    {"is an ally", "is an ally"},
    {"supplies others", "is supplied"},
    {"invests abroad", "draws investment"},
    {"depends on others", "is depended on"},
    {"shares an adversary", "is seen as an adversary"},
    {"aligns itself", "is aligned with"},
    {"is a member", "has members"},
    {"is a rival", "is a rival"},
    {"takes sides for others", "is supported"},
    {"takes sides against others", "is opposed"},
    {"draws red lines", "is warned"},
    {"issues ultimatums", "is given ultimatums"},
    {"refuses support", "is refused support"},
    {"withholds support", "has support withheld"},
    {"rules support out", "has support ruled out"},
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
  return std::to_string(std::lround(fraction * 100)) + " %";
}

std::string counted(size_t n, std::string_view noun) {
  return number(static_cast<double>(n)) + ' ' + std::string(noun) + (n == 1 ? "" : "s");
}

std::string number(double value) {
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

std::string quoted(std::string_view text) {
  text = trim(text);
  while (text.ends_with('.') || text.ends_with(',') || text.ends_with(';')) text.remove_suffix(1);
  return "“" + std::string(text) + "”";
}

std::string_view doing(ClaimType type) {
  return phrases[static_cast<size_t>(type)].active;
}
std::string_view undergoing(ClaimType type) {
  return phrases[static_cast<size_t>(type)].passive;
}

}  // namespace entente
