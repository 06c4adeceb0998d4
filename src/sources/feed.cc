// RSS 0.9 to 2.0 and Atom, read whole: a feed is small, and one that is damaged has to be seen as a whole.
#include <array>
#include <deque>

#include "base/text.h"
#include "sources/article_file.h"
#include "sources/encoding.h"
#include "sources/feed_parser.h"
#include "sources/record.h"

namespace entente {
namespace {

class Feed : public ArticleFile {
 public:
  explicit Feed(std::unique_ptr<ByteStream> stream) : stream_(std::move(stream)) {}

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
    if (!decoded) return Error{ErrorCode::input, stream_->path() + ": binary data, no feed; fetch it again"};
    ParsedFeed feed = parse_feed(decoded->text);
    if (feed.records.empty()) {
      const std::string why = feed.problem.empty() ? "" : " (damaged, " + feed.problem + ")";
      return Error{ErrorCode::input, stream_->path() + ": a feed without entries" + why + "; fetch it again"};
    }
    records_.assign(std::make_move_iterator(feed.records.begin()), std::make_move_iterator(feed.records.end()));
    return std::nullopt;
  }

  std::unique_ptr<ByteStream> stream_;
  std::deque<Record> records_;
  size_t number_ = 0;
  bool read_ = false;
};

std::string root_of(std::string_view head) {
  const auto decoded = decode(head);
  if (!decoded || !trim(decoded->text).starts_with('<')) return "";
  return root_name(decoded->text);
}

}  // namespace

bool looks_like_feed(std::string_view head) {
  const std::string root = root_of(head);
  return root == "rss" || root == "feed" || root == "rdf" || root == "entry";
}

std::string foreign_xml_root(std::string_view head) {
  const auto decoded = decode(head);
  if (!decoded || !trim(decoded->text).starts_with("<?xml")) return "";
  const std::string root = root_name(decoded->text);
  return root == "html" ? "" : root;
}

std::unique_ptr<ArticleFile> open_feed(std::unique_ptr<ByteStream> stream) {
  return std::make_unique<Feed>(std::move(stream));
}

}  // namespace entente
