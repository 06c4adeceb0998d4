// Which blocks of a page are the article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/article.h"
#include "sources/html_tree.h"

namespace entente {

/// What is known of the article before its text is looked for.
struct TextClues {
  std::string title;
  std::string body;  // the text as the page's own metadata give it; may be empty
};

/// The paragraphs of the main text in order; whatever else the page shows goes to `dropped`.
std::vector<std::string> main_text(const HtmlTree& tree, const TextClues& clues, std::vector<Dropped>& dropped);

}  // namespace entente
