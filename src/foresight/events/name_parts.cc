#include "foresight/events/name_parts.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "base/text.h"

namespace entente {
namespace {

struct NameSplit {
  std::string sector;
  std::string country;  // empty: none
};

/// Underscores are blanks; the country is what stands in the brackets at the end.
NameSplit split_name(const std::string& name) {
  std::string clean = name;
  std::replace(clean.begin(), clean.end(), '_', ' ');
  const std::string_view text = trim(clean);
  const size_t open = text.rfind('(');
  if (open == std::string_view::npos || open == 0 || !text.ends_with(')')) return {std::string(text), ""};
  return {std::string(trim(text.substr(0, open))), std::string(trim(text.substr(open + 1, text.size() - open - 2)))};
}

int32_t number_of(std::map<std::string, int32_t>& numbers, const std::string& name) {
  return numbers.try_emplace(name, static_cast<int32_t>(numbers.size())).first->second;
}

}  // namespace

NameParts name_parts(const std::vector<std::string>& names) {
  NameParts parts;
  std::map<std::string, int32_t> countries, sectors;
  std::vector<NameSplit> splits;
  for (const std::string& name : names) splits.push_back(split_name(name));
  for (const NameSplit& split : splits) {
    if (!split.country.empty()) number_of(countries, split.country);
  }
  const int32_t state = number_of(sectors, "\1state"), other = number_of(sectors, "\1other");
  for (const NameSplit& split : splits) {
    const bool bracketed = !split.country.empty();
    const auto country = countries.find(bracketed ? split.country : split.sector);
    const bool known = country != countries.end();
    parts.country.push_back(known ? country->second : -1);
    parts.sector.push_back(bracketed ? number_of(sectors, split.sector) : known ? state : other);
  }
  parts.countries = static_cast<int32_t>(countries.size());
  parts.sectors = static_cast<int32_t>(sectors.size());
  return parts;
}

}  // namespace entente
