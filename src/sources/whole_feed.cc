// Reads the bytes once, at the first record that is asked for.
#include "sources/whole_feed.h"

#include <utility>

#include "sources/encoding.h"

namespace entente {
namespace {

class WholeFeed : public ArticleFile {
 public:
  WholeFeed(std::unique_ptr<ByteStream> stream, ReadFeed read) : stream_(std::move(stream)), read_(std::move(read)) {}

  std::optional<Result<Draft>> next() override {
    if (read_) content_ = content();
    read_ = nullptr;
    if (content_.records.empty()) {
      const std::optional<Error> problem = std::exchange(content_.problem, std::nullopt);
      return problem ? std::optional<Result<Draft>>(*problem) : std::nullopt;
    }
    Record record = std::move(content_.records.front());
    content_.records.pop_front();
    const std::string path = record_path(stream_->path(), record.id, ++number_);
    if (!record.has_text()) {
      return Error{ErrorCode::input, path + ": an entry with neither title nor text: there is nothing to read"};
    }
    return Draft{path, [record = std::move(record), path] { return article_of(record, path); }};
  }
  [[nodiscard]] uint64_t position() const override { return stream_->position(); }

 private:
  FeedContent content() {
    const std::string& path = stream_->path();
    const Result<std::string> bytes = take_all(*stream_);
    if (!bytes) return {{}, bytes.error()};
    const auto decoded = decode(*bytes);
    if (!decoded) return {{}, Error{ErrorCode::input, path + ": binary data, no feed; fetch it again"}};
    FeedContent content = read_(decoded->text, path);
    if (content.records.empty() && !content.problem) {
      content.problem = Error{ErrorCode::input, path + ": a feed without entries: there is nothing to read"};
    }
    return content;
  }

  std::unique_ptr<ByteStream> stream_;
  ReadFeed read_;  // until it is read
  FeedContent content_;
  size_t number_ = 0;
};

}  // namespace

std::unique_ptr<ArticleFile> open_whole_feed(std::unique_ptr<ByteStream> stream, ReadFeed read) {
  return std::make_unique<WholeFeed>(std::move(stream), std::move(read));
}

}  // namespace entente
