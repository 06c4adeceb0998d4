// Finds the element that holds the article and sifts its blocks. Paragraphs vote for the elements around them, as in
// Readability (Arc90 2009); names, the page's own metadata and the share of its prose correct the vote.
#include "sources/main_text.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <unordered_map>

#include "base/text.h"
#include "sources/body_match.h"
#include "sources/filler.h"
#include "sources/page_blocks.h"
#include "sources/page_hints.h"
#include "sources/paragraphs.h"

namespace entente {
namespace {

constexpr size_t shortest_voter = 25;
constexpr double most_prose_beside = 0.3;    // an element with more of the page's prose is not beside the article
constexpr double most_comment_prose = 0.85;  // discussions may be longer than what they discuss
constexpr int vote_levels = 5;
constexpr double gain_over_part = 1.2;  // how much more prose an element must hold to replace one inside it
constexpr double gain_over_article = 2.0;

/// Sums of prose over nodes, so that the prose below any node is one subtraction.
class ProseMap {
 public:
  template <class Counts>
  ProseMap(const HtmlTree& tree, const std::vector<Block>& blocks, Counts counts)
      : tree_(tree), before_(static_cast<size_t>(tree.size()) + 1) {
    for (const Block& block : blocks) {
      if (block.prose() && counts(block))
        before_[static_cast<size_t>(block.first) + 1] += static_cast<double>(block.text.size());
    }
    for (size_t i = 1; i < before_.size(); ++i) before_[i] += before_[i - 1];
  }

  [[nodiscard]] double below(int node) const {
    return before_[static_cast<size_t>(tree_[node].end)] - before_[static_cast<size_t>(node)];
  }
  [[nodiscard]] double total() const { return before_.back(); }

 private:
  const HtmlTree& tree_;
  std::vector<double> before_;
};

class Extractor {
 public:
  Extractor(const HtmlTree& tree, const TextClues& clues)
      : tree_(tree),
        clues_(clues),
        body_(clues.body),
        blocks_(collect_blocks(tree)),
        in_named_body_(static_cast<size_t>(tree.size())) {
    for (int i = 0; i < tree.size(); ++i) {
      const int up = tree[i].parent;
      const bool inherited = up >= 0 && in_named_body_[static_cast<size_t>(up)];
      in_named_body_[static_cast<size_t>(i)] = inherited || (tree[i].tag != Tag::text && body_hint(tree, i) >= 3);
    }
  }

  std::vector<std::string> run(std::vector<Dropped>& dropped) {
    if (blocks_.empty()) return {};
    mark_beside();
    root_ = choose_root();
    check_against_body();
    mark_outside();
    sift();
    return collect(dropped);
  }

 private:
  void mark_range(int node, std::string_view reason) {
    for (size_t i = first_block_at(node); i < blocks_.size() && blocks_[i].first < tree_[node].end; ++i) {
      if (blocks_[i].reason.empty()) blocks_[i].reason = reason;
    }
  }

  [[nodiscard]] size_t first_block_at(int node) const {
    const auto found = std::lower_bound(blocks_.begin(), blocks_.end(), node,
                                        [](const Block& block, int wanted) { return block.first < wanted; });
    return static_cast<size_t>(found - blocks_.begin());
  }

  void mark_beside() {
    const ProseMap prose(tree_, blocks_, [](const Block&) { return true; });
    for (int i = 0; i < tree_.size();) {
      const HtmlNode& node = tree_[i];
      const std::string_view reason = node.tag == Tag::text ? std::string_view() : beside_article(tree_, i);
      if (reason.empty() || !may_leave(i, reason, prose)) {
        ++i;
        continue;
      }
      mark_range(i, reason);
      i = node.end;
    }
  }

  /// Whether an element can be left out: not if it holds much of the page's prose.
  [[nodiscard]] bool may_leave(int node, std::string_view reason, const ProseMap& prose) const {
    const Tag tag = tree_[node].tag;
    if (tag == Tag::body || tag == Tag::html || tag == Tag::main) return false;
    const double share = prose.total() > 0 ? prose.below(node) / prose.total() : 0;
    return share < (reason == "comments" ? most_comment_prose : most_prose_beside);
  }

  /// The points of a paragraph: length and commas, less its links.
  static double points(const Block& block) {
    const auto commas = static_cast<double>(std::count(block.text.begin(), block.text.end(), ','));
    const double length = std::min(static_cast<double>(block.text.size()) / 100.0, 4.0);
    return (1 + std::min(commas, 6.0) + length) * (1 - block.link_density());
  }

  [[nodiscard]] bool votes(const Block& block) const {
    return block.reason.empty() && block.text.size() >= shortest_voter && block.link_density() < 0.5 &&
           !is_heading(block.tag);
  }

  /// The element that gets a paragraph's full vote: its parent, or the element itself if it holds bare text.
  [[nodiscard]] int seat_of(const Block& block) const {
    const bool container = block.tag == Tag::div || block.tag == Tag::article || block.tag == Tag::section ||
                           block.tag == Tag::body || block.tag == Tag::main;
    return container || tree_[block.node].parent < 0 ? block.node : tree_[block.node].parent;
  }

  int choose_root() {
    std::unordered_map<int, double> score;
    for (const Block& block : blocks_) {
      if (!votes(block)) continue;
      double share = points(block);
      int node = seat_of(block);
      for (int level = 0; level < vote_levels && node >= 0; ++level, node = tree_[node].parent) {
        score[node] += share / (level == 0 ? 1.0 : level == 1 ? 2.0 : 3.0 * level);
      }
    }
    int best = 0;
    double most = -1;
    for (const auto& [node, points] : score) {
      const double weighed = points * (1 + 0.2 * body_hint(tree_, node));
      if (weighed > most || (weighed == most && node < best)) {
        best = node;
        most = weighed;
      }
    }
    return widen(best);
  }

  /// Climbs while the element above holds clearly more of the article's prose: its parts lie side by side. From an
  /// element that is named as the article's body only prose in others so named counts.
  [[nodiscard]] int widen(int node) const {
    const bool named = in_named_body_[static_cast<size_t>(node)];
    const ProseMap prose(tree_, blocks_, [&](const Block& block) {
      return block.reason.empty() && (!named || in_named_body_[static_cast<size_t>(block.node)]);
    });
    for (int up = tree_[node].parent; up >= 0; up = tree_[up].parent) {
      if (tree_[up].tag == Tag::html) break;
      const double gain = !named && body_hint(tree_, node) >= 2 ? gain_over_article : gain_over_part;
      if (prose.below(up) > prose.below(node) * gain) node = up;
    }
    return node;
  }

  /// Holds the choice against the text in the page's metadata: the root must hold the blocks that stand there, and
  /// what lies before the first or behind the last of them is no part of the article.
  void check_against_body() {
    if (!body_.usable()) return;
    std::vector<Block*> said;
    size_t bytes = 0;
    for (Block& block : blocks_) {
      if (!block.prose() || body_.share(block.text) < 0.8) continue;
      said.push_back(&block);
      bytes += block.text.size();
    }
    constexpr size_t bytes_per_run = 6;  // a word and its blank; the body gives one run a word
    if (said.empty() || bytes < body_.size() * bytes_per_run * 7 / 10) return;
    const size_t held = std::accumulate(said.begin(), said.end(), size_t{0}, [&](size_t sum, const Block* block) {
      return sum + (holds(root_, *block) ? block->text.size() : 0);
    });
    if (held * 2 < bytes) root_ = common_holder(*said.front(), *said.back());
    for (Block& block : blocks_) {
      const bool outside = block.first < said.front()->first || block.first > said.back()->first;
      const bool short_line = body_.share(block.text) > 0 || block.text.size() < shortest_voter;
      if (outside && block.reason.empty() && holds(root_, block) && !short_line)
        block.reason = "not in the page's own text";
    }
    for (Block* block : said) {
      if (block->reason != "caption") block->reason = {};
    }
  }

  [[nodiscard]] int common_holder(const Block& first, const Block& last) const {
    int node = first.node;
    while (node > 0 && !holds(node, last)) node = tree_[node].parent;
    return node;
  }

  [[nodiscard]] bool holds(int node, const Block& block) const {
    return block.first >= node && block.first < tree_[node].end;
  }

  void mark_outside() {
    for (Block& block : blocks_) {
      if (!holds(root_, block) && block.reason.empty())
        block.reason = block.link_density() > 0.5 ? "navigation" : "outside the article";
    }
  }

  void sift() {
    std::set<std::string_view> seen;
    for (Block& block : blocks_) {
      if (!block.reason.empty()) continue;
      if (is_title(block)) block.reason = "title";
      if (block.link_density() > 0.6 && block.text.size() < 200) block.reason = "related links";
      if (block.prose() && ends_sentence(block.text) && !seen.insert(block.text).second) block.reason = "repetition";
    }
  }

  [[nodiscard]] bool is_title(const Block& block) const {
    if (clues_.title.empty() || block.text.size() > clues_.title.size() * 2 + 20) return false;
    return block.tag == Tag::h1 || block.text == clues_.title;
  }

  std::vector<std::string> collect(std::vector<Dropped>& dropped) {
    std::vector<std::string> paragraphs = {clues_.title};  // stands for the title, which filler is never taken for
    for (Block& block : blocks_) {
      if (block.reason.empty()) {
        paragraphs.push_back(std::move(block.text));
      } else {
        dropped.push_back({std::move(block.text), std::string(block.reason)});
      }
    }
    std::vector<std::string> kept = without_filler(paragraphs, FillerOf::page, dropped);
    kept.erase(kept.begin());
    return kept;
  }

  const HtmlTree& tree_;
  const TextClues& clues_;
  BodyMatch body_;
  std::vector<Block> blocks_;
  std::vector<bool> in_named_body_;  // by node: it, or an element around it, is named as the article's body
  int root_ = 0;
};

}  // namespace

std::vector<std::string> main_text(const HtmlTree& tree, const TextClues& clues, std::vector<Dropped>& dropped) {
  return Extractor(tree, clues).run(dropped);
}

}  // namespace entente
