// What a page's author says about an element by its tag, class, id and role.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sources/html_tree.h"

namespace entente {

/// Why an element with everything in it is never part of an article ("script", "form", "hidden"); empty if it may be.
std::string_view never_text(const HtmlTree& tree, int node);

/// Why an element looks as if it stood beside the article ("navigation", "comments", ...); empty if it does not.
std::string_view beside_article(const HtmlTree& tree, int node);

/// True for a piece of a line that only some readers see: text for screen readers, a popup.
bool is_hidden_inline(const HtmlTree& tree, int node);

/// Above 0 if class, id or role speak of the article's body: 3 by name ("article-body"), 1 vaguely ("content").
int body_hint(const HtmlTree& tree, int node);

/// Class and id cut into lower-case words: "siteHeader main-nav" gives site, header, main, nav.
std::vector<std::string> hint_words(std::string_view names);

}  // namespace entente
