// An HTML page to an article.
#pragma once

#include <string_view>

#include "base/result.h"
#include "domain/article.h"

namespace entente {

/// True if decoded text is a page and not plain text: a doctype or root element first, or many tags.
bool is_html(std::string_view text);

/// Fills everything but the id from a page that is UTF-8 already; language is what the page declares. article.path
/// names it in messages.
Result<void> read_html(std::string_view page, Article& article);

}  // namespace entente
