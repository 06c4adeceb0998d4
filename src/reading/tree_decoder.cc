// Best heads first, since they mostly agree; dynamic programming over spans where they do not.
#include "reading/tree_decoder.h"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace entente {

namespace {

/// Spans of words that are whole or still open, with the head at either end (Eisner 1996, "Three new probabilistic
/// models for dependency parsing").
class Spans {
 public:
  Spans(const std::vector<int32_t>& scores, int words, int stride) : scores_(scores), words_(words), stride_(stride) {
    const size_t cells = static_cast<size_t>(words) * static_cast<size_t>(words);
    for (Table* table : {&open_left_, &open_right_, &whole_left_, &whole_right_}) table->assign(cells, {0, 0});
    for (int length = 1; length < words; ++length) {
      for (int from = 0; from + length < words; ++from) join(from, from + length);
    }
  }

  void heads(std::vector<int>& out) const {
    int best = 0;
    int64_t best_score = std::numeric_limits<int64_t>::min();
    for (int i = 0; i < words_; ++i) {
      const int64_t score = score_of(i, words_) + at(whole_left_, 0, i).score + at(whole_right_, i, words_ - 1).score;
      if (score > best_score) best = i;
      best_score = std::max(best_score, score);
    }
    out[static_cast<size_t>(best)] = words_;
    walk(best, out);
  }

 private:
  struct Cell {
    int64_t score;
    int split;
  };
  using Table = std::vector<Cell>;
  struct Part {
    enum Kind { open_left, open_right, whole_left, whole_right } kind;
    int from, to;
  };

  [[nodiscard]] int64_t score_of(int word, int head) const {
    return scores_[static_cast<size_t>(word) * static_cast<size_t>(stride_) + static_cast<size_t>(head)];
  }
  [[nodiscard]] size_t place(int from, int to) const {
    return static_cast<size_t>(from) * static_cast<size_t>(words_) + static_cast<size_t>(to);
  }
  [[nodiscard]] const Cell& at(const Table& table, int from, int to) const { return table[place(from, to)]; }

  void join(int from, int to) {
    Cell inner{std::numeric_limits<int64_t>::min(), from};
    for (int k = from; k < to; ++k) {
      const int64_t score = at(whole_right_, from, k).score + at(whole_left_, k + 1, to).score;
      if (score > inner.score) inner = {score, k};
    }
    open_left_[place(from, to)] = {inner.score + score_of(from, to), inner.split};
    open_right_[place(from, to)] = {inner.score + score_of(to, from), inner.split};
    Cell left{std::numeric_limits<int64_t>::min(), from}, right = left;
    for (int k = from; k < to; ++k) {
      const int64_t score = at(whole_left_, from, k).score + at(open_left_, k, to).score;
      if (score > left.score) left = {score, k};
    }
    for (int k = from + 1; k <= to; ++k) {
      const int64_t score = at(open_right_, from, k).score + at(whole_right_, k, to).score;
      if (score > right.score) right = {score, k};
    }
    whole_left_[place(from, to)] = left;
    whole_right_[place(from, to)] = right;
  }

  void walk(int root, std::vector<int>& out) const {
    std::vector<Part> parts = {{Part::whole_left, 0, root}, {Part::whole_right, root, words_ - 1}};
    while (!parts.empty()) {
      const Part part = parts.back();
      parts.pop_back();
      const int from = part.from, to = part.to;
      if (from == to) continue;
      if (part.kind == Part::whole_left) {
        const int split = at(whole_left_, from, to).split;
        parts.push_back({Part::whole_left, from, split});
        parts.push_back({Part::open_left, split, to});
      } else if (part.kind == Part::whole_right) {
        const int split = at(whole_right_, from, to).split;
        parts.push_back({Part::open_right, from, split});
        parts.push_back({Part::whole_right, split, to});
      } else {
        const bool left = part.kind == Part::open_left;
        out[static_cast<size_t>(left ? from : to)] = left ? to : from;
        const int split = at(left ? open_left_ : open_right_, from, to).split;
        parts.push_back({Part::whole_right, from, split});
        parts.push_back({Part::whole_left, split + 1, to});
      }
    }
  }

  const std::vector<int32_t>& scores_;
  int words_, stride_;
  Table open_left_, open_right_;    // an arc joins the ends; the head is on the right, on the left
  Table whole_left_, whole_right_;  // the head is the right end, the left end
};

}  // namespace

bool is_tree(const std::vector<int>& heads) {
  const int n = static_cast<int>(heads.size());
  if (std::count(heads.begin(), heads.end(), n) != 1) return false;
  std::vector<int> seen(heads.size(), -1);
  for (int i = 0; i < n; ++i) {
    int at = i;
    for (; at != n && seen[static_cast<size_t>(at)] < 0; at = heads[static_cast<size_t>(at)])
      seen[static_cast<size_t>(at)] = i;
    if (at != n && seen[static_cast<size_t>(at)] == i) return false;
  }
  return true;
}

std::vector<int> best_tree(const std::vector<int32_t>& scores, int words, int stride) {
  std::vector<int> heads(static_cast<size_t>(words));
  for (int i = 0; i < words; ++i) {
    const int32_t* row = scores.data() + static_cast<size_t>(i) * static_cast<size_t>(stride);
    int best = i == 0 ? words : 0;
    for (int head = 0; head <= words; ++head) {
      if (head != i && row[head] > row[best]) best = head;
    }
    heads[static_cast<size_t>(i)] = best;
  }
  if (!is_tree(heads)) Spans(scores, words, stride).heads(heads);
  return heads;
}

}  // namespace entente
