// The lines of text of a page as a reader sees them: paragraphs, headings, list items, rows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sources/html_tree.h"

namespace entente {

struct Block {
  int node = 0;             // the innermost block element that holds it
  int first = 0;            // its first text node
  Tag tag = Tag::div;       // of the node
  std::string text;         // blanks squeezed
  size_t link_bytes = 0;    // how much of it is link text
  std::string_view reason;  // why it is no part of the article; empty: it may be

  [[nodiscard]] double link_density() const {
    return text.empty() ? 0 : static_cast<double>(link_bytes) / static_cast<double>(text.size());
  }
  /// Running text of some length that is not mostly links.
  [[nodiscard]] bool prose() const { return text.size() >= 80 && link_density() < 0.35 && !is_heading(tag); }
};

/// All blocks in document order; scripts, buttons and hidden elements give none.
std::vector<Block> collect_blocks(const HtmlTree& tree);

}  // namespace entente
