// A piece of HTML that somebody has cut out of its page already, as feeds carry it.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "domain/article.h"

namespace entente {

/// True for HTML with a head and body of its own, where the article has to be looked for.
bool is_whole_page(std::string_view html);

/// Fills text and dropped from a piece that is UTF-8 already: all its blocks but pictures, asides and filler.
Result<void> read_fragment(std::string_view html, Article& article);

/// The text of a piece on one line, without its tags.
std::string text_of_fragment(std::string_view html);

}  // namespace entente
