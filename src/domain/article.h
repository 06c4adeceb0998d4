// An article: the main text of a page or file, what is known of its origin, and what was left out of it.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"

namespace entente {

/// A piece of the page that is no part of the article, kept aside with the reason.
struct Dropped {
  std::string text;
  std::string reason;  // "caption", "navigation", "author box", ...
};

struct Article {
  ArticleId id;         // content_hash(text): the same text is the same article
  std::string path;     // the file it was read from; "-" for standard input
  std::string address;  // canonical URL, empty if unknown
  std::string title;
  std::string byline;    // empty if unknown
  std::string text;      // UTF-8, paragraphs separated by an empty line; every claim's span counts its bytes
  Date published;        // may be unknown
  std::string fetched;   // ISO 8601 time at which it was put into the ledger; empty before
  std::string licence;   // empty if unknown
  std::string language;  // ISO 639-1 code, "un" if it cannot be told
  std::vector<Dropped> dropped;
  size_t broken_bytes = 0;  // input bytes that were no valid text and became U+FFFD
};

}  // namespace entente
