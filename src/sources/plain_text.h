// Plain text, typed or copied from a page, to an article.
#pragma once

#include <string_view>

#include "domain/article.h"

namespace entente {

/// Fills title, byline, date, text and dropped from decoded text. A first line that reads as a title stays in the text.
void read_plain_text(std::string_view text, Article& article);

/// The name after "By " in a line that holds nothing else; empty if the line is no byline.
std::string byline_in(std::string_view line);

}  // namespace entente
