// Joins tree, metadata and main text.
#include "sources/html_page.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "sources/html_tree.h"
#include "sources/main_text.h"
#include "sources/metadata.h"

namespace entente {

bool is_html(std::string_view text) {
  constexpr size_t head_bytes = 4096;
  const std::string head = to_lower(trim(text.substr(0, head_bytes)));
  if (!head.starts_with('<'))
    return head.find("<html") != std::string::npos || head.find("<!doctype html") != std::string::npos;
  constexpr std::array<std::string_view, 14> marks = {"<!doctype html", "<html",    "<head",    "<body", "<title",
                                                      "<meta",          "<p>",      "<p ",      "<div",  "<h1",
                                                      "<span",          "<article", "<section", "<table"};
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return head.find(mark) != std::string::npos; });
}

Result<void> read_html(std::string_view page, Article& article) {
  const auto tree = HtmlTree::parse(page, article.path);
  if (!tree) return tree.error();
  PageMetadata metadata = read_metadata(*tree);
  const TextClues clues{metadata.title, metadata.body};
  const std::vector<std::string> paragraphs = main_text(*tree, clues, article.dropped);
  article.title = std::move(metadata.title);
  article.byline = std::move(metadata.byline);
  article.address = std::move(metadata.address);
  article.published = metadata.published;
  article.language = std::move(metadata.language);
  article.text = join(paragraphs, "\n\n");
  return {};
}

}  // namespace entente
