// Features over the whole tree: the word, its head, children, siblings and grandparent.
#include "reading/labeller.h"

#include <algorithm>
#include <limits>

namespace entente {

TreeView::TreeView(const ParserWords& words, const std::vector<int>& heads, GuessMemory& guess)
    : words_(words), heads_(heads), outlines_(heads.size() + 1), labels_(heads.size()) {
  for (int i = 0; i < words.size(); ++i) {
    const int head = heads[static_cast<size_t>(i)];
    const uint8_t label = guess(head, i);
    labels_[static_cast<size_t>(i)] = label;
    Outline& up = outlines_[static_cast<size_t>(head)];
    if (up.first == no_word) up.first = i;
    Outline& own = outlines_[static_cast<size_t>(i)];
    own.before = up.last;
    if (up.last != no_word) outlines_[static_cast<size_t>(up.last)].after = i;
    up.last = i;
    up.labels |= 1ull << label;
    if (i < head) up.left_labels |= 1ull << label;
    const Upos tag = words.upos_tag(i);
    if (up.opener == no_word && (tag == Upos::ADP || tag == Upos::SCONJ || tag == Upos::PART)) up.opener = i;
  }
}

const TreeView::Outline& TreeView::outline(int word) const {
  static const Outline none;
  return word == no_word ? none : outlines_[static_cast<size_t>(word)];
}

uint64_t TreeView::label_of(int word) const {
  if (word == no_word) return 0;
  return word == words_.root() ? 77 : scramble(label(word) + 5000u);
}

void TreeView::features(int word, LabelKeys& keys) const {
  const int head = heads_[static_cast<size_t>(word)];
  const bool is_root = head == words_.root();
  const int up = is_root ? words_.root() + 1 : heads_[static_cast<size_t>(head)];
  const Outline& own = outline(word);
  const Outline& top = outline(head);
  const uint64_t side = is_root ? 2 : head < word ? 1 : 3;
  const uint64_t hw = words_.word(head), ht = words_.tag(head), hu = words_.upos(head) + side;
  const uint64_t dw = words_.word(word), dt = words_.tag(word), du = words_.upos(word) + side;
  const uint64_t ot = words_.word(own.opener), first = words_.word(own.first), first_tag = words_.tag(own.first);
  const uint64_t last_tag = words_.tag(own.last), before = words_.tag(word - 1), after = words_.tag(word + 1);
  const uint64_t own_set = scramble(own.labels), head_set = scramble(top.labels);
  const uint64_t head_label = label_of(is_root ? words_.root() : head), guess = label_of(word);
  const uint64_t sibling_before = label_of(own.before), sibling_after = label_of(own.after);
  const uint64_t distance = distance_class(head, word) + 10 * side;
  const uint64_t between = words_.between(std::min(head, word), std::max(head, word)) + 100 * side;
  const uint64_t head_opener = words_.word(top.opener);
  uint64_t number = 300;
  size_t used = 0;
  const auto emit = [&](auto... values) { keys[used++] = feature_key(number++, values...); };
  emit(guess, side);
  emit(guess, hu, dt);
  emit(guess, dw);
  emit(guess, own_set);
  emit(guess, head_set);
  emit(du, dt);
  emit(dw, side);
  emit(dw, hu);
  emit(ht, dt, side);
  emit(hw, dt, side);
  emit(hw, dw, side);
  emit(ht, dt, distance);
  emit(hu, dw, distance);
  emit(ht, dt, between);
  emit(dt, before, side);
  emit(dt, after, side);
  emit(ht, dt, before, side);
  emit(ht, dt, after, side);
  emit(ht, dt, words_.tag(std::max(head - 1, no_word)), side);
  emit(ht, dt, words_.tag(head + 1), side);
  emit(words_.suffix(word), hu, dt);
  emit(words_.suffix(head), dt, side);
  // the word's own children
  emit(hu, dt, ot);
  emit(hw, du, ot);
  emit(dw, hu, ot);
  emit(hu, dt, first);
  emit(ht, dt, first_tag, last_tag);
  emit(hu, dt, own_set);
  emit(dt, ot, own_set, side);
  // the head's other children
  emit(ht, dt, head_set);
  emit(hu, du, head_set, ot);
  emit(hu, dt, sibling_before);
  emit(hu, dt, sibling_after);
  emit(hu, dt, sibling_before, sibling_after);
  emit(hw, dt, sibling_before);
  emit(hw, dt, sibling_after);
  emit(dt, side, words_.word(own.before), hu);
  emit(dt, side, words_.word(own.after), hu);
  emit(hu, dt, scramble(top.left_labels), words_.tag(own.before));
  // above the head
  emit(hu, dt, words_.upos(up));
  emit(hu, dt, head_label);
  emit(dw, hu, head_label);
  emit(ht, dt, words_.tag(up), side);
  emit(dt, hu, head_opener);
  emit(dt, hu, head_label, head_set);
  emit(hw, head_label, dt, ot);
  static_assert(label_feature_count == 46);
}

namespace {

constexpr auto root_label = static_cast<uint8_t>(Deprel::root);

uint8_t best_below_root(std::array<int32_t, deprel_count>& scores) {
  scores[root_label] = std::numeric_limits<int32_t>::min();
  return static_cast<uint8_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

}  // namespace

void Labeller::label(const ParserWords& words, const std::vector<int>& heads, GuessMemory& guess,
                     std::vector<uint8_t>& labels) const {
  TreeView tree(words, heads, guess);
  labels.resize(heads.size());
  LabelKeys keys;
  for (int i = 0; i < words.size(); ++i) {
    tree.features(i, keys);
    std::array<int32_t, deprel_count> scores{};
    weights_.score(keys, scores.data());
    const uint8_t best = heads[static_cast<size_t>(i)] == words.root() ? root_label : best_below_root(scores);
    labels[static_cast<size_t>(i)] = best;
    tree.set_label(i, best);
  }
}

}  // namespace entente
