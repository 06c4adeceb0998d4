// Web archives (ISO 28500): the pages among the responses that a crawler kept.
#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "base/text.h"
#include "base/utf8.h"
#include "sources/article_file.h"
#include "sources/http_response.h"
#include "sources/record.h"
#include "sources/single_article.h"

namespace entente {
namespace {

constexpr size_t longest_header_line = 1u << 16;
constexpr size_t most_header_lines = 200;

struct WarcHeader {
  std::string type;
  std::string address;
  std::string content_type;
  std::optional<uint64_t> length;
};

std::string without_brackets(std::string_view address) {
  if (address.starts_with('<') && address.ends_with('>')) address = address.substr(1, address.size() - 2);
  return with_broken_replaced(address);
}

void note(std::string_view line, WarcHeader& header) {
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos) return;
  const std::string name = to_lower(trim(line.substr(0, colon)));
  const std::string_view value = trim(line.substr(colon + 1));
  if (name == "warc-type") header.type = to_lower(value);
  if (name == "warc-target-uri") header.address = without_brackets(value);
  if (name == "content-type") header.content_type = to_lower(value);
  uint64_t length = 0;
  if (name == "content-length" &&
      std::from_chars(value.data(), value.data() + value.size(), length).ec == std::errc()) {
    header.length = length;
  }
}

bool begins_record(std::string_view line) {
  return line.starts_with("WARC/");
}

Result<Article> article_of_response(const std::string& response, const std::string& address, const std::string& path) {
  Result<HttpResponse> page = read_http_response(response, path);
  if (!page) return page.error();
  Result<Article> article = single_article(page->body, path, page->encoding);
  if (!article && !page->packed.empty()) {
    return Error{ErrorCode::input, path + ": packed by " + for_message(page->packed) + ", which cannot be undone here"};
  }
  if (article && article->address.empty()) article->address = address;
  return article;
}

class Warc : public ArticleFile {
 public:
  explicit Warc(std::unique_ptr<ByteStream> stream) : stream_(std::move(stream)) {}

  std::optional<Result<Draft>> next() override {
    while (!ended_ && find_record()) {
      const WarcHeader header = read_header();
      if (!header.length) return damaged("a record without a length; the next one is looked for");
      std::optional<Result<Draft>> draft = take_record(header);
      if (draft) return draft;
    }
    if (ended_ || !stream_->failure()) return std::nullopt;
    ended_ = true;
    return *stream_->failure();
  }
  [[nodiscard]] uint64_t position() const override { return stream_->position(); }

 private:
  /// Passes over whatever stands between two records; a damaged one ends where the next begins.
  bool find_record() {
    while (const std::optional<Line> line = take_line(*stream_, longest_header_line)) {
      if (!begins_record(line->text)) continue;
      ++number_;
      return true;
    }
    return false;
  }

  WarcHeader read_header() {
    WarcHeader header;
    for (size_t i = 0; i < most_header_lines; ++i) {
      const std::optional<Line> line = take_line(*stream_, longest_header_line);
      if (!line || line->text.empty()) break;
      note(line->text, header);
    }
    return header;
  }

  std::optional<Result<Draft>> take_record(const WarcHeader& header) {
    const bool wanted = header.type == "response" && !header.content_type.starts_with("text/dns");
    if (!wanted || *header.length > max_article_bytes) {
      if (!skip(*header.length)) return cut_off();
      if (wanted) return damaged("a page larger than 50 MB; it is passed over");
      return std::nullopt;
    }
    const auto length = static_cast<size_t>(*header.length);
    const std::string_view ahead = stream_->ahead(length);
    if (ahead.size() < length) return cut_off();
    std::string response(ahead.substr(0, length));
    stream_->take(length);
    if (!holds_page(response)) return std::nullopt;
    const std::string path = stream_->path() + "#" + std::to_string(number_);
    return Draft{path, [response = std::move(response), address = header.address, path] {
                   return article_of_response(response, address, path);
                 }};
  }

  /// False if the file has fewer.
  bool skip(uint64_t bytes) {
    while (bytes > 0) {
      const size_t here = std::min<uint64_t>(stream_->ahead(1).size(), bytes);
      if (here == 0) return false;
      stream_->take(here);
      bytes -= here;
    }
    return true;
  }

  Error cut_off() {
    ended_ = true;
    return stream_->failure() ? *stream_->failure() : damaged("the file ends within this record; fetch it again");
  }

  [[nodiscard]] Error damaged(const std::string& what) const {
    return {ErrorCode::input, stream_->path() + ": record " + std::to_string(number_) + ": " + what};
  }

  std::unique_ptr<ByteStream> stream_;
  size_t number_ = 0;
  bool ended_ = false;
};

}  // namespace

bool looks_like_warc(std::string_view head) {
  return begins_record(head) && head.size() > 7 && is_ascii_digit(head[5]) && head[6] == '.';
}

std::unique_ptr<ArticleFile> open_warc(std::unique_ptr<ByteStream> stream) {
  return std::make_unique<Warc>(std::move(stream));
}

}  // namespace entente
