// Reads the XML of a feed, whole or damaged.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sources/record.h"

namespace entente {

struct ParsedFeed {
  std::vector<Record> records;
  std::string problem;  // why the XML ends early or is not what it should be; empty: nothing wrong
};

/// The entries of a feed that is UTF-8 already. What is damaged is mended as far as it can be: entities that nobody
/// declared, "&" alone, tags left open; entries before the place where nothing can be made of it are kept.
ParsedFeed parse_feed(std::string_view xml);

/// The name of the root element without its prefix, in lower case; empty if it is not XML.
std::string root_name(std::string_view xml);

}  // namespace entente
