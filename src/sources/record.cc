// Title, text and date of a record put together, with the same care for pages and plain text as files get.
#include "sources/record.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "sources/encoding.h"
#include "sources/finish_article.h"
#include "sources/html_fragment.h"
#include "sources/html_page.h"
#include "sources/page_title.h"
#include "sources/plain_text.h"
#include "sources/stamp_date.h"

namespace entente {
namespace {

constexpr size_t longest_id = 200;

/// Titles of feeds are often HTML that is escaped once more.
std::string plain_title(const std::string& title, Article& article) {
  const auto decoded = decode(title);
  if (!decoded) return "";
  article.broken_bytes += decoded->broken_bytes;
  const bool marked = decoded->text.find_first_of("<&") != std::string::npos;
  return marked ? text_of_fragment(decoded->text) : squeeze(decoded->text);
}

bool begins_with_title(const std::string& text, const std::string& title) {
  const std::string first = text.substr(0, text.find('\n'));
  return title_key(first) == title_key(title);
}

/// Fills the text from whichever field holds it.
Result<void> read_body(const Record& record, const std::string& title, Article& article) {
  const bool piece = !record.html.empty();
  const auto decoded = decode(piece ? record.html : record.text);
  if (!decoded) return Error{ErrorCode::input, article.path + ": binary data where its text should be"};
  article.broken_bytes += decoded->broken_bytes;
  if (is_whole_page(decoded->text)) return read_html(decoded->text, article);
  if (piece || is_html(decoded->text)) return read_fragment(decoded->text, article);
  const bool with_title = title.empty() || begins_with_title(decoded->text, title);
  read_plain_text(with_title ? decoded->text : title + "\n\n" + decoded->text, article);
  return {};
}

/// A date that cannot be read is kept aside, so that it can be found why the article has none.
void read_date(const Record& record, Article& article) {
  if (record.date.empty()) return;
  if (const auto date = stamp_date(record.date)) {
    article.published = *date;
  } else {
    article.dropped.push_back({record.date, "unreadable date"});
  }
}

/// "en" of "en", "EN-gb", "en_US"; other words for a language are not understood.
std::string language_code(std::string_view language) {
  language = trim(language);
  const bool parted = language.size() == 2 || (language.size() > 2 && (language[2] == '-' || language[2] == '_'));
  if (!parted || !is_ascii_alpha(language[0]) || !is_ascii_alpha(language[1])) return "";
  return to_lower(language.substr(0, 2));
}

void take(const std::string& given, std::string& field) {
  const auto decoded = decode(given);
  if (decoded && !trim(decoded->text).empty()) field = squeeze(decoded->text);
}

}  // namespace

std::string record_path(const std::string& file, const std::string& id, size_t number) {
  const bool usable =
      !id.empty() && id.size() <= longest_id && is_utf8(id) &&
      std::all_of(id.begin(), id.end(), [](char c) { return static_cast<unsigned char>(c) > ' ' && c != 0x7F; });
  return file + "#" + (usable ? id : std::to_string(number));
}

Result<Article> article_of(Record record, const std::string& path) {
  Article article;
  article.path = path;
  const std::string title = plain_title(record.title, article);
  if (auto read = read_body(record, title, article); !read) return read.error();
  if (!title.empty() && !begins_with_title(article.text, title)) {
    article.text = article.text.empty() ? title : title + "\n\n" + article.text;
  }
  take(title, article.title);
  take(record.address, article.address);
  take(record.byline, article.byline);
  take(record.licence, article.licence);
  if (const std::string code = language_code(record.language); !code.empty()) article.language = code;
  read_date(record, article);
  return finish_article(std::move(article));
}

}  // namespace entente
