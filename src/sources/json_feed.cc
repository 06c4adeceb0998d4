// JSON Feed 1.0 and 1.1 (jsonfeed.org).
#include <simdjson.h>

#include "base/text.h"
#include "sources/article_file.h"
#include "sources/json_text.h"
#include "sources/whole_feed.h"

namespace entente {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

std::string text_of(const object& from, std::string_view key) {
  element value;
  return from[key].get(value) == simdjson::SUCCESS ? json_text(value) : "";
}

/// The first of these that says something.
std::string text_of(const object& from, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) {
    if (std::string text = text_of(from, key); !text.empty()) return text;
  }
  return "";
}

Record record_of(const object& item) {
  Record record;
  record.id = text_of(item, "id");
  record.title = text_of(item, "title");
  record.html = text_of(item, "content_html");
  record.text = text_of(item, {"content_text", "summary"});
  record.date = text_of(item, {"date_published", "date_modified"});
  record.address = text_of(item, {"url", "external_url"});
  record.byline = text_of(item, {"authors", "author"});
  record.language = text_of(item, "language");
  return record;
}

FeedContent read_json_feed(std::string_view text, const std::string& path) {
  simdjson::dom::parser parser;
  object feed;
  simdjson::dom::array items;
  const auto error = parser.parse(text.data(), text.size()).get(feed);
  if (error != simdjson::SUCCESS || feed["items"].get(items) != simdjson::SUCCESS) {
    const char* what = error != simdjson::SUCCESS ? simdjson::error_message(error) : "it has no list of \"items\"";
    return {{}, Error{ErrorCode::input, path + ": no valid JSON feed (" + what + "); fetch it again"}};
  }
  FeedContent content;
  for (const element item : items) {
    object members;
    Record record = item.get(members) == simdjson::SUCCESS ? record_of(members) : Record();
    // What an entry does not say of itself holds of the whole feed.
    if (record.byline.empty()) record.byline = text_of(feed, {"authors", "author"});
    if (record.language.empty()) record.language = text_of(feed, "language");
    content.records.push_back(std::move(record));
  }
  return content;
}

}  // namespace

/// By its version, whatever slashes are escaped in it; or, where that stands behind the items, by what only feeds have.
bool looks_like_json_feed(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  if (!trim(head).starts_with('{')) return false;
  const auto has = [&](std::string_view text) { return head.find(text) != std::string_view::npos; };
  constexpr size_t value_bytes = 60;
  const size_t version = head.find("\"version\"");
  if (version != std::string_view::npos &&
      head.substr(version, value_bytes).find("jsonfeed.org") != std::string_view::npos) {
    return true;
  }
  return has("\"items\"") && (has("\"feed_url\"") || has("\"home_page_url\""));
}

std::unique_ptr<ArticleFile> open_json_feed(std::unique_ptr<ByteStream> stream) {
  return open_whole_feed(std::move(stream), read_json_feed);
}

}  // namespace entente
