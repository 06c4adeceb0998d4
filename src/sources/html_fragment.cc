// Nothing to find here, little to take away: the piece is the article.
#include "sources/html_fragment.h"

#include <vector>

#include "base/text.h"
#include "sources/filler.h"
#include "sources/html_tree.h"
#include "sources/page_blocks.h"

namespace entente {
namespace {

/// Why a block below such an element is no part of the text; empty if it is.
std::string_view set_apart(const HtmlTree& tree, int node) {
  for (int at = node; at >= 0; at = tree[at].parent) {
    switch (tree[at].tag) {
      case Tag::figure:
      case Tag::figcaption:
        return "caption";
      case Tag::aside:
      case Tag::footer:
      case Tag::nav:
        return "beside the text";
      default:
        break;
    }
  }
  return {};
}

/// What blog software and feed services add below each entry.
bool is_feed_footer(const Block& block) {
  const std::string text = to_lower(block.text);
  if (text.starts_with("the post ") && text.find(" appeared first on ") != std::string::npos) return true;
  const bool asks = text.starts_with("read more") || text.starts_with("continue reading") ||
                    text.starts_with("read the full") || text.starts_with("[link]") || text.starts_with("comments");
  return asks && block.link_density() > 0.5;
}

}  // namespace

bool is_whole_page(std::string_view html) {
  constexpr size_t head_bytes = 1024;
  const std::string head = to_lower(trim(html.substr(0, head_bytes)));
  if (!head.starts_with('<')) return false;
  return head.find("<html") != std::string::npos || head.find("<!doctype html") != std::string::npos;
}

Result<void> read_fragment(std::string_view html, Article& article) {
  const auto tree = HtmlTree::parse(html, article.path);
  if (!tree) return tree.error();
  std::vector<std::string> paragraphs;
  for (Block& block : collect_blocks(*tree)) {
    std::string_view reason = set_apart(*tree, block.node);
    if (reason.empty() && is_feed_footer(block)) reason = "feed footer";
    if (reason.empty()) {
      paragraphs.push_back(std::move(block.text));
    } else {
      article.dropped.push_back({std::move(block.text), std::string(reason)});
    }
  }
  article.text = join(without_filler(paragraphs, FillerOf::page, article.dropped), "\n\n");
  return {};
}

std::string text_of_fragment(std::string_view html) {
  const auto tree = HtmlTree::parse(html, "");
  return tree && tree->size() > 0 ? tree->text_below(0) : std::string();
}

}  // namespace entente
