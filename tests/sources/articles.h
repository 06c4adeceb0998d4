// Reads all articles of some bytes, and packs bytes.
#pragma once

#include <zlib.h>
#include <zstd.h>

#include <string>
#include <string_view>
#include <vector>

#include "sources/sources.h"

namespace entente::testing_sources {

/// What came out of a file, in order.
struct Found {
  std::vector<Article> articles;
  std::vector<std::string> errors;

  [[nodiscard]] std::vector<std::string> texts() const {
    std::vector<std::string> out;
    for (const Article& article : articles) out.push_back(article.text);
    return out;
  }
};

inline Found all_of(Result<std::unique_ptr<ArticleFile>> file) {
  Found found;
  if (!file) {
    found.errors.push_back(file.error().message);
    return found;
  }
  while (const std::optional<Result<Draft>> draft = (*file)->next()) {
    Result<Article> article = draft->ok() ? (*draft)->make() : Result<Article>(draft->error());
    if (article) {
      found.articles.push_back(std::move(*article));
    } else {
      found.errors.push_back(article.error().message);
    }
  }
  return found;
}

inline Found read_bytes(std::string_view bytes, const std::string& path) {
  return all_of(open_articles_in(bytes, path));
}

inline std::string gzip(std::string_view bytes) {
  z_stream stream{};
  constexpr int gzip_window = 15 + 16;
  deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

inline std::string zstd(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 1));
  return out;
}

}  // namespace entente::testing_sources
