// One article as a record of some format gives it: named fields instead of a page.
#pragma once

#include <string>

#include "base/result.h"
#include "domain/article.h"

namespace entente {

/// Empty where the record does not say.
struct Record {
  std::string id;  // as its source names it
  std::string title;
  std::string text;  // plain, or a whole page
  std::string html;  // a piece of a page; taken before `text`
  std::string date;  // as written
  std::string address;
  std::string byline;
  std::string licence;
  std::string language;

  [[nodiscard]] bool has_text() const { return !title.empty() || !text.empty() || !html.empty(); }
};

/// The article's path: the file's and the record's id, or its number where it has none that can stand there.
std::string record_path(const std::string& file, const std::string& id, size_t number);

/// The record's title and date are the article's. A title that the text does not begin with becomes its first
/// paragraph, for headlines are read like all that is said. Errors: input (no text, binary), too_large.
Result<Article> article_of(Record record, const std::string& path);

}  // namespace entente
