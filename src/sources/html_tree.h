// An HTML page as a flat tree: nodes stand in document order, so that no walk needs recursion.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace entente {

/// The elements that matter to us; all others are `other`.
// clang-format off
enum class Tag : uint8_t {
  text, other, a, address, amp_ad, article, aside, b, blockquote, body, br, button, canvas, caption, cite, code, dd, del,
  details, dialog, div, dl, dt, em, embed, fieldset, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, head,
  header, hr, html, i, iframe, img, input, label, legend, li, link, main, menu, meta, nav, noscript, object, ol, option,
  p, pre, q, s, script, section, select, small, source, span, strong, style, sub, summary, sup, svg, table, tbody, td,
  template_, textarea, tfoot, th, thead, time, title, tr, u, ul, video
};
// clang-format on

struct Attribute {
  std::string name;  // lower case
  std::string value;
};

struct HtmlNode {
  Tag tag = Tag::other;
  int parent = -1;
  int end = 0;          // the index after the last node below this one
  uint32_t begin = 0;   // text nodes: where the text stands
  uint32_t length = 0;  // text nodes
  uint32_t attributes = 0;
  uint16_t attribute_count = 0;
};

class HtmlTree {
 public:
  /// Parses a page that is UTF-8 already. Errors: too_large (more tags than a page can have).
  static Result<HtmlTree> parse(std::string_view page, const std::string& path);

  [[nodiscard]] int size() const { return static_cast<int>(nodes_.size()); }
  [[nodiscard]] const HtmlNode& operator[](int i) const { return nodes_[static_cast<size_t>(i)]; }
  /// The attribute's value; empty if the node has none of that name.
  [[nodiscard]] std::string_view attribute(int node, std::string_view name) const;
  [[nodiscard]] bool has_attribute(int node, std::string_view name) const;
  /// The text of a text node.
  [[nodiscard]] std::string_view text(int node) const;
  /// All text below the node, blanks squeezed.
  [[nodiscard]] std::string text_below(int node) const;

 private:
  friend class TreeBuilder;
  std::vector<HtmlNode> nodes_;
  std::vector<Attribute> attributes_;
  std::string texts_;
};

/// True for elements that begin a new line of text.
bool is_block(Tag tag);
bool is_heading(Tag tag);

}  // namespace entente
