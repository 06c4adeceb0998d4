// Which format a file has, by its first bytes.
#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "sources/article_file.h"
#include "sources/encoding.h"
#include "sources/single_article.h"

namespace entente {
namespace {

constexpr size_t head_bytes = 1u << 14;

/// Text or a page: the whole file is one article.
class SingleArticle : public ArticleFile {
 public:
  explicit SingleArticle(std::unique_ptr<ByteStream> stream) : stream_(std::move(stream)) {}

  std::optional<Result<Draft>> next() override {
    if (taken_) return std::nullopt;
    taken_ = true;
    return Draft{stream_->path(), [stream = stream_]() -> Result<Article> {
                   const auto bytes = take_all(*stream);
                   if (!bytes) return bytes.error();
                   return single_article(*bytes, stream->path());
                 }};
  }
  /// Not asked of the stream, which another thread may be reading.
  [[nodiscard]] uint64_t position() const override { return 0; }

 private:
  std::shared_ptr<ByteStream> stream_;
  bool taken_ = false;
};

/// A file of records that turns out to hold none says so.
class NeverSilent : public ArticleFile {
 public:
  NeverSilent(std::unique_ptr<ArticleFile> file, Error nothing)
      : file_(std::move(file)), nothing_(std::move(nothing)) {}

  std::optional<Result<Draft>> next() override {
    std::optional<Result<Draft>> draft = file_->next();
    if (draft || any_) {
      any_ = true;
      return draft;
    }
    any_ = true;
    return nothing_;
  }
  [[nodiscard]] uint64_t position() const override { return file_->position(); }

 private:
  std::unique_ptr<ArticleFile> file_;
  Error nothing_;
  bool any_ = false;
};

bool ends_with_any(const std::string& path, std::initializer_list<std::string_view> endings) {
  const std::string plain = to_lower(path);
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return plain.ends_with(ending) || plain.ends_with(std::string(ending) + ".gz") ||
           plain.ends_with(std::string(ending) + ".zst");
  });
}

std::unique_ptr<ArticleFile> never_silent(std::unique_ptr<ArticleFile> file, const std::string& path,
                                          const std::string& what) {
  return std::make_unique<NeverSilent>(std::move(file), Error{ErrorCode::input, path + ": " + what});
}

/// A JSON document of some other kind: an object or a list that goes on over several lines.
bool looks_like_other_json(std::string_view head) {
  head = trim(head);
  const bool begins = head.starts_with('{') || head.starts_with('[');
  const std::string_view inside = begins ? trim(head.substr(1)) : "";
  return head.starts_with('{') ? inside.starts_with('"') : inside.starts_with('{');
}

Result<std::unique_ptr<ArticleFile>> by_format(std::unique_ptr<ByteStream> stream) {
  const std::string path = stream->path();
  const std::string_view head = stream->ahead(head_bytes).substr(0, head_bytes);
  const bool named_lines = ends_with_any(path, {".jsonl", ".ndjson"});
  const bool named_table = ends_with_any(path, {".csv", ".tsv"});
  if ((named_lines || named_table) && (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"))) {
    return Error{ErrorCode::input, path + ": UTF-16; save it as UTF-8"};
  }
  if (looks_like_warc(head)) {
    return never_silent(open_warc(std::move(stream)), path, "no response with an HTML page in this web archive");
  }
  if (looks_like_feed(head)) return open_feed(std::move(stream));
  if (looks_like_json_feed(head)) return open_json_feed(std::move(stream));
  if (looks_like_json_lines(head) || named_lines) {
    return never_silent(open_json_lines(std::move(stream)), path, "no line with an article");
  }
  if (looks_like_table(head) || named_table) {
    return never_silent(open_table(std::move(stream)), path, "a table without rows");
  }
  if (looks_like_other_json(head)) {
    return Error{ErrorCode::input, path + ": JSON, but neither a feed nor lines with one object each; write it so"};
  }
  if (const std::string root = foreign_xml_root(head); !root.empty()) {
    return Error{ErrorCode::input,
                 path + ": XML, but no feed (its root is <" + for_message(root) + ">); convert it to text first"};
  }
  return std::unique_ptr<ArticleFile>(std::make_unique<SingleArticle>(std::move(stream)));
}

}  // namespace

Error error_at(const std::string& path, size_t line, const std::string& what) {
  return {ErrorCode::input, path + ":" + std::to_string(line) + ": " + what};
}

std::string for_message(std::string_view words) {
  constexpr size_t most_bytes = 120;
  const bool cut = words.size() > most_bytes;
  return squeeze(with_broken_replaced(words.substr(0, most_bytes))) + (cut ? "..." : "");
}

Result<std::unique_ptr<ArticleFile>> open_articles(const std::string& path) {
  auto stream = ByteStream::open(path);
  if (!stream) return stream.error();
  return by_format(std::move(*stream));
}

Result<std::unique_ptr<ArticleFile>> open_articles_in(std::string_view bytes, const std::string& path) {
  return by_format(ByteStream::over(bytes, path));
}

}  // namespace entente
