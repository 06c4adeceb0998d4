// Bytes to an article: decode, tell a page from plain text, and give the result its id and language.
#include <algorithm>
#include <string>

#include "base/hash.h"
#include "base/text.h"
#include "sources/byte_stream.h"
#include "sources/encoding.h"
#include "sources/finish_article.h"
#include "sources/html_page.h"
#include "sources/language.h"
#include "sources/plain_text.h"
#include "sources/single_article.h"
#include "sources/sources.h"

namespace entente {
namespace {

Error nothing_in(const std::string& path, std::string_view what) {
  return {ErrorCode::input, path + ": " + std::string(what)};
}

Result<void> fill(std::string_view text, Article& article) {
  if (is_html(text)) return read_html(text, article);
  read_plain_text(text, article);
  return {};
}

}  // namespace

Result<Article> finish_article(Article article) {
  if (article.text.empty()) return nothing_in(article.path, "no text in it; give a text or an HTML page");
  if (const std::string told = language_of(article.text); told != "un" || article.language.empty())
    article.language = told;
  article.id = ArticleId(content_hash(article.text));
  return article;
}

Result<Article> single_article(std::string_view bytes, const std::string& path, const std::string& encoding) {
  if (bytes.size() > max_article_bytes) return too_large(path);
  if (bytes.empty()) return nothing_in(path, "empty file; give a text or an HTML page");
  const auto decoded = decode(bytes, encoding);
  if (!decoded) return nothing_in(path, "binary data, neither text nor HTML; convert it to text first");
  Article article;
  article.path = path;
  article.broken_bytes = decoded->broken_bytes;
  if (auto read = fill(decoded->text, article); !read) return read.error();
  return finish_article(std::move(article));
}

Result<Article> make_article(std::string_view bytes, const std::string& path) {
  const auto stream = ByteStream::over(bytes, path);
  const auto unpacked = take_all(*stream);
  if (!unpacked) return unpacked.error();
  return single_article(*unpacked, path);
}

Result<Article> read_article(const std::string& path) {
  const auto stream = ByteStream::open(path);
  if (!stream) return stream.error();
  const auto bytes = take_all(**stream);
  if (!bytes) return bytes.error();
  return single_article(*bytes, path);
}

}  // namespace entente
