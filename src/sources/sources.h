// The door of sources: files, pages and standard input become Articles. The only place that parses foreign formats.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/article.h"

namespace entente {

inline constexpr size_t max_article_bytes = 50u << 20;

/// The files under the given paths, folders walked, sorted by path so that order never matters; "-" stays as it is.
/// Errors: missing (no such path), io (no permission), input (a folder without a single text or page).
Result<std::vector<std::string>> list_inputs(const std::vector<std::string>& paths);

/// Reads one file ("-": standard input) to an article. Plain and compressed (.gz) text and HTML are told apart by
/// their bytes. Errors: missing, io, too_large (over max_article_bytes), input (empty, binary, no text in it).
Result<Article> read_article(const std::string& path);

/// As read_article, for bytes already in memory; `path` names them in messages and in the article.
Result<Article> make_article(std::string_view bytes, const std::string& path);

}  // namespace entente
