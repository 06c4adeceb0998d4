// One walk over the flat tree: block elements, two line breaks in a row, or one after a full stop end a block.
#include "sources/page_blocks.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "sources/encoding.h"
#include "sources/page_hints.h"
#include "sources/paragraphs.h"

namespace entente {
namespace {

class Collector {
 public:
  explicit Collector(const HtmlTree& tree) : tree_(tree) {}

  std::vector<Block> run() {
    for (int i = 0; i < tree_.size();) i = visit(i);
    leave_until(tree_.size());
    flush();
    return std::move(blocks_);
  }

 private:
  /// Takes in one node and tells which comes next.
  int visit(int i) {
    leave_until(i);
    const HtmlNode& node = tree_[i];
    if (node.tag == Tag::text) {
      add_text(i);
      return i + 1;
    }
    if (!never_text(tree_, i).empty() || is_hidden_inline(tree_, i)) return node.end;
    if (node.tag == Tag::br) line_break();
    if (node.tag == Tag::td || node.tag == Tag::th) text_ += ' ';
    if (node.tag == Tag::a) link_end_ = std::max(link_end_, node.end);
    if (is_block(node.tag)) {
      flush();
      open_.push_back(i);
    }
    return i + 1;
  }

  void leave_until(int i) {
    while (!open_.empty() && tree_[open_.back()].end <= i) {
      flush();
      open_.pop_back();
    }
  }

  void add_text(int i) {
    const std::string_view text = tree_.text(i);
    if (trim(text).empty()) {
      text_ += ' ';
      return;
    }
    if (first_ < 0) first_ = i;
    if (i < link_end_) link_bytes_ += trim(text).size();
    breaks_ = 0;
    text_ += text;
  }

  void line_break() {
    ++breaks_;
    if (breaks_ >= 2 || ends_sentence(trim(text_))) {
      flush();
    } else {
      text_ += ' ';
    }
  }

  void flush() {
    std::string text = squeeze(text_);
    if (!text.empty() && first_ >= 0) {
      Block block;
      block.node = open_.empty() ? 0 : open_.back();
      block.first = first_;
      block.tag = tree_[block.node].tag;
      block.text = std::move(text);
      block.link_bytes = link_bytes_;
      blocks_.push_back(std::move(block));
    }
    text_.clear();
    first_ = -1;
    link_bytes_ = 0;
    breaks_ = 0;
  }

  const HtmlTree& tree_;
  std::vector<Block> blocks_;
  std::vector<int> open_;  // block elements around the walk
  std::string text_;
  int first_ = -1;
  size_t link_bytes_ = 0;
  int link_end_ = 0;
  int breaks_ = 0;
};

}  // namespace

std::vector<Block> collect_blocks(const HtmlTree& tree) {
  return Collector(tree).run();
}

}  // namespace entente
