// Title, date, byline and address of a page.
#pragma once

#include <string>

#include "base/date.h"
#include "sources/html_tree.h"

namespace entente {

struct PageMetadata {
  std::string title;
  std::string byline;
  std::string address;
  std::string language;  // of the page's own declaration, two letters; empty if it makes none
  std::string body;      // the article's text as JSON-LD gives it
  Date published;
};

/// Reads JSON-LD, OpenGraph, meta names, headings, <time> and the address, in the order in which they are to be
/// trusted.
PageMetadata read_metadata(const HtmlTree& tree);

}  // namespace entente
