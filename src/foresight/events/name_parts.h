// What the names of a graph's entities tell of them: country and sector. Internal to foresight.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace entente {

/// Numbers of countries and sectors; -1 where the name tells none.
struct NameParts {
  std::vector<int32_t> country;  // by entity
  std::vector<int32_t> sector;
  int32_t countries = 0;
  int32_t sectors = 0;
};

/// Names as event data write them: "Police (Kenya)" is of the sector "Police" and of Kenya; "Kenya" is a country, since
/// others are of it. A name of another form has no country, and the sector of all such names.
NameParts name_parts(const std::vector<std::string>& names);

}  // namespace entente
