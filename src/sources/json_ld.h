// What a page says of its article in JSON-LD (schema.org).
#pragma once

#include <string>
#include <vector>

#include "sources/html_tree.h"

namespace entente {

struct LinkedData {
  std::string headline;
  std::string published;  // as written
  std::string created;
  std::string address;
  std::string body;
  std::vector<std::string> authors;
};

/// Gathers the article's object from all JSON-LD scripts of the page; broken scripts are passed over.
LinkedData read_linked_data(const HtmlTree& tree);

}  // namespace entente
