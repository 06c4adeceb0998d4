// A file that is one article: text or a page.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "domain/article.h"

namespace entente {

/// The article in bytes that are unpacked already. `encoding` is what a header beside them says, if one does.
Result<Article> single_article(std::string_view bytes, const std::string& path, const std::string& encoding = "");

}  // namespace entente
