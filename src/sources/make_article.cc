// Bytes to an article: unpack, decode, tell a page from plain text, and give the result its id and language.
#include <algorithm>
#include <string>

#include "base/hash.h"
#include "base/text.h"
#include "sources/bytes.h"
#include "sources/encoding.h"
#include "sources/html_page.h"
#include "sources/language.h"
#include "sources/plain_text.h"
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

Result<Article> from_plain_bytes(std::string_view bytes, const std::string& path) {
  if (bytes.size() > max_article_bytes) return too_large(path);
  if (bytes.empty()) return nothing_in(path, "empty file; give a text or an HTML page");
  const auto decoded = decode(bytes);
  if (!decoded) return nothing_in(path, "binary data, neither text nor HTML; convert it to text first");
  Article article;
  article.path = path;
  article.broken_bytes = decoded->broken_bytes;
  if (auto read = fill(decoded->text, article); !read) return read.error();
  if (article.text.empty()) return nothing_in(path, "no text in it; give a text or an HTML page");
  if (const std::string told = language_of(article.text); told != "un" || article.language.empty())
    article.language = told;
  article.id = ArticleId(content_hash(article.text));
  return article;
}

}  // namespace

Result<Article> make_article(std::string_view bytes, const std::string& path) {
  if (!is_gzip(bytes)) return from_plain_bytes(bytes, path);
  const auto unpacked = gunzip(bytes, path);
  if (!unpacked) return unpacked.error();
  return from_plain_bytes(*unpacked, path);
}

Result<Article> read_article(const std::string& path) {
  const auto bytes = read_bytes(path);
  if (!bytes) return bytes.error();
  return make_article(*bytes, path);
}

}  // namespace entente
