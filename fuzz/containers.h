// What must hold for every file of many articles, whatever its bytes are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "sources/article_file.h"

namespace entente::fuzz {

using Open = std::unique_ptr<ArticleFile> (*)(std::unique_ptr<ByteStream>);

inline void expect(bool holds) {
  if (!holds) std::abort();
}

/// Articles have a text and are valid UTF-8 in all their parts.
inline void check(const Article& article) {
  expect(!article.text.empty());
  for (const std::string* part : {&article.path, &article.address, &article.title, &article.byline, &article.text,
                                  &article.licence, &article.language}) {
    expect(is_utf8(*part));
  }
}

/// One line that names the file.
inline void check(const Error& error) {
  expect(error.message.starts_with("fuzz") && error.message.find('\n') == std::string::npos);
  expect(is_utf8(error.message));
}

/// Reads all articles of the bytes as that format; all of them, again, joined to one text.
inline std::string read_all(Open open, std::string_view bytes) {
  const std::unique_ptr<ArticleFile> file = open(ByteStream::over(bytes, "fuzz"));
  std::string all;
  size_t found = 0;
  while (const std::optional<Result<Draft>> draft = file->next()) {
    expect(++found <= bytes.size() + 2);  // it ends
    const Result<Article> article = draft->ok() ? (*draft)->make() : Result<Article>(draft->error());
    if (article) {
      check(*article);
      all += article->path + " " + article->text + "\n";
    } else {
      check(article.error());
      all += article.error().message + "\n";
    }
  }
  return all;
}

/// The same bytes give the same articles and errors.
inline int run(Open open, const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  expect(read_all(open, bytes) == read_all(open, bytes));
  return 0;
}

}  // namespace entente::fuzz
