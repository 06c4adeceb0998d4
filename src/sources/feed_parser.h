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
  std::string problem;      // what is not as it should be in the XML; empty: nothing
  bool ends_early = false;  // it is cut off: entries may have been lost
  bool too_many = false;    // and the others are left out
};

/// The entries of a feed that is UTF-8 already. What is damaged is mended as far as it can be: signs that
/// nobody escaped, characters by name, tags left open. Of a feed that is cut off, the entries that are whole are kept.
ParsedFeed parse_feed(std::string_view text);

/// The name of the root element without its prefix, in lower case; empty if it is not XML.
std::string root_name(std::string_view xml);

}  // namespace entente
