// JSON Feed 1.0 and 1.1 (jsonfeed.org), read whole.
#include <simdjson.h>

#include <deque>

#include "base/text.h"
#include "sources/article_file.h"
#include "sources/encoding.h"
#include "sources/record.h"

namespace entente {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

std::string text_of(const object& from, std::string_view key) {
  element value;
  std::string_view text;
  if (from[key].get(value) != simdjson::SUCCESS) return "";
  if (value.get(text) == simdjson::SUCCESS) return std::string(text);
  return value.is_number() ? std::string(simdjson::minify(value)) : "";
}

/// Version 1.1 lists "authors", version 1.0 has one "author".
std::string authors_of(const object& from) {
  std::vector<std::string> names;
  object author;
  if (from["author"].get(author) == simdjson::SUCCESS) names.push_back(text_of(author, "name"));
  simdjson::dom::array authors;
  if (from["authors"].get(authors) == simdjson::SUCCESS) {
    names.clear();
    for (const element each : authors) {
      if (each.get(author) == simdjson::SUCCESS) names.push_back(text_of(author, "name"));
    }
  }
  std::erase(names, "");
  return join(names, ", ");
}

Record record_of(const object& item) {
  Record record;
  record.id = text_of(item, "id");
  record.title = text_of(item, "title");
  record.html = text_of(item, "content_html");
  record.text = text_of(item, "content_text");
  if (record.text.empty()) record.text = text_of(item, "summary");
  record.date = text_of(item, "date_published");
  if (record.date.empty()) record.date = text_of(item, "date_modified");
  record.address = text_of(item, "url");
  if (record.address.empty()) record.address = text_of(item, "external_url");
  record.byline = authors_of(item);
  record.language = text_of(item, "language");
  return record;
}

class JsonFeed : public ArticleFile {
 public:
  explicit JsonFeed(std::unique_ptr<ByteStream> stream) : stream_(std::move(stream)) {}

  std::optional<Result<Draft>> next() override {
    if (!read_) {
      read_ = true;
      if (const auto wrong = read()) return *wrong;
    }
    if (records_.empty()) return std::nullopt;
    Record record = std::move(records_.front());
    records_.pop_front();
    const std::string path = record_path(stream_->path(), record.id, ++number_);
    if (!record.has_text()) {
      return Error{ErrorCode::input, path + ": an entry with neither title nor text: there is nothing to read"};
    }
    return Draft{path, [record = std::move(record), path] { return article_of(record, path); }};
  }
  [[nodiscard]] uint64_t position() const override { return stream_->position(); }

 private:
  std::optional<Error> read() {
    const Result<std::string> bytes = take_all(*stream_);
    if (!bytes) return bytes.error();
    const auto decoded = decode(*bytes);
    simdjson::dom::parser parser;
    object feed;
    simdjson::dom::array items;
    const auto error = decoded ? parser.parse(decoded->text).get(feed) : simdjson::UTF8_ERROR;
    if (error != simdjson::SUCCESS || feed["items"].get(items) != simdjson::SUCCESS) {
      const char* what = error != simdjson::SUCCESS ? simdjson::error_message(error) : "it has no list of \"items\"";
      return Error{ErrorCode::input, stream_->path() + ": no valid JSON feed (" + what + "); fetch it again"};
    }
    for (const element item : items) {
      object members;
      records_.push_back(item.get(members) == simdjson::SUCCESS ? record_of(members) : Record());
      complete(records_.back(), feed);
    }
    return std::nullopt;
  }

  /// What an entry does not say of itself holds of the whole feed.
  static void complete(Record& record, const object& feed) {
    if (record.byline.empty()) record.byline = authors_of(feed);
    if (record.language.empty()) record.language = text_of(feed, "language");
  }

  std::unique_ptr<ByteStream> stream_;
  std::deque<Record> records_;
  size_t number_ = 0;
  bool read_ = false;
};

}  // namespace

bool looks_like_json_feed(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  return trim(head).starts_with('{') && head.find("://jsonfeed.org/version/") != std::string_view::npos;
}

std::unique_ptr<ArticleFile> open_json_feed(std::unique_ptr<ByteStream> stream) {
  return std::make_unique<JsonFeed>(std::move(stream));
}

}  // namespace entente
