// JSON lines: one object a line, {"id","date","title","text","source","url"}, with the names that other tools use.
#include <simdjson.h>

#include "base/text.h"
#include "base/utf8.h"
#include "sources/article_file.h"
#include "sources/json_text.h"
#include "sources/record.h"
#include "sources/record_fields.h"

namespace entente {
namespace {

using simdjson::dom::object;

Record line_record(const object& members) {
  RecordFields fields;
  for (const auto member : members) fields.set(member.key, [&] { return json_text(member.value); });
  return fields.record();
}

size_t count_broken(std::string_view line) {
  size_t broken = 0;
  for (size_t at = 0; at < line.size();) {
    const Codepoint c = codepoint_at(line, at);
    broken += c.value == 0xFFFD && c.size == 1;
    at += c.size;
  }
  return broken;
}

/// Bytes that are no UTF-8 are replaced, and the line is read all the same.
Result<Article> article_of_line(const std::string& line, const std::string& file, size_t number) {
  simdjson::dom::parser parser;
  object members;
  auto error = parser.parse(line).get(members);
  size_t broken = 0;
  if (error == simdjson::UTF8_ERROR) {
    broken = count_broken(line);
    error = parser.parse(with_broken_replaced(line)).get(members);
  }
  if (error == simdjson::INCORRECT_TYPE) {
    return error_at(file, number, "no JSON object; each line is one, such as {\"date\": ..., \"text\": ...}");
  }
  if (error != simdjson::SUCCESS) {
    return error_at(file, number, std::string("no valid JSON (") + simdjson::error_message(error) + "); mend the line");
  }
  Record record = line_record(members);
  if (!record.has_text()) {
    return error_at(file, number, "no \"text\" (nor \"title\") in this line: there is nothing to read");
  }
  const std::string path = record_path(file, record.id, number);
  Result<Article> article = article_of(std::move(record), path);
  if (article) article->broken_bytes += broken;
  return article;
}

class JsonLines : public ArticleFile {
 public:
  explicit JsonLines(std::unique_ptr<ByteStream> stream) : stream_(std::move(stream)) {}

  std::optional<Result<Draft>> next() override {
    while (std::optional<Line> line = take_line(*stream_, max_article_bytes)) {
      ++number_;
      if (line->too_long) return error_at(stream_->path(), number_, "longer than 50 MB; split it");
      if (number_ == 1 && line->text.starts_with("\xEF\xBB\xBF")) line->text.erase(0, 3);
      if (trim(line->text).empty()) continue;
      return draft(std::move(line->text));
    }
    if (!stream_->failure() || told_) return std::nullopt;
    told_ = true;
    return *stream_->failure();
  }
  [[nodiscard]] uint64_t position() const override { return stream_->position(); }

 private:
  Result<Draft> draft(std::string line) const {
    const std::string& file = stream_->path();
    return Draft{file + ":" + std::to_string(number_),
                 [line = std::move(line), file, number = number_] { return article_of_line(line, file, number); }};
  }

  std::unique_ptr<ByteStream> stream_;
  size_t number_ = 0;
  bool told_ = false;
};

}  // namespace

/// An object that begins the first line that is not empty, with a key in the same line.
bool looks_like_json_lines(std::string_view head) {
  head = trim(head.starts_with("\xEF\xBB\xBF") ? head.substr(3) : head);
  if (!head.starts_with('{')) return false;
  const std::string_view first_line = head.substr(0, head.find('\n'));
  return trim(first_line.substr(1)).starts_with('"');
}

std::unique_ptr<ArticleFile> open_json_lines(std::unique_ptr<ByteStream> stream) {
  return std::make_unique<JsonLines>(std::move(stream));
}

}  // namespace entente
