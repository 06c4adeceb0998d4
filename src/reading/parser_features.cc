// Feature templates after Zhang and Nivre (2011), with the relations guessed so far and what lies between two words.
#include "reading/parser_features.h"

#include <algorithm>

#include "reading/hashing.h"

namespace entente {

void Subtree::add_left(int child, uint8_t label) {
  left = {child, left[0]};
  left_label = {label, left_label[0]};
  lefts = static_cast<uint8_t>(std::min(lefts + 1, 5));
  labels |= 1ull << label;
}

void Subtree::add_right(int child, uint8_t label) {
  right = {child, right[0]};
  right_label = {label, right_label[0]};
  rights = static_cast<uint8_t>(std::min(rights + 1, 5));
  labels |= 1ull << label;
}

namespace {

uint64_t label_hash(int child, uint8_t label) {
  return child == no_word ? 0 : scramble(label + 5000u);
}

}  // namespace

void move_features(const ParserWords& words, const ParserView& view, MoveKeys& keys) {
  const Subtree &s0 = view.top, &s1 = view.second, &s2 = view.third, &b0 = view.next;
  const int n0 = b0.word, n1 = std::min(n0 + 1, words.size() + 1), n2 = std::min(n0 + 2, words.size() + 2);
  const uint64_t s0w = words.word(s0.word), s0p = words.tag(s0.word), s0u = words.upos(s0.word);
  const uint64_t s1w = words.word(s1.word), s1p = words.tag(s1.word), s1u = words.upos(s1.word);
  const uint64_t s2p = words.tag(s2.word), s2w = words.word(s2.word);
  const uint64_t b0w = words.word(n0), b0p = words.tag(n0), b0u = words.upos(n0);
  const uint64_t b1w = words.word(n1), b1p = words.tag(n1), b2p = words.tag(n2), b2w = words.word(n2);
  const uint64_t s0l = words.tag(s0.left[0]), s0r = words.tag(s0.right[0]), s0r2 = words.tag(s0.right[1]);
  const uint64_t s1l = words.tag(s1.left[0]), s1r = words.tag(s1.right[0]), s1r2 = words.tag(s1.right[1]);
  const uint64_t b0l = words.tag(b0.left[0]), b0l2 = words.tag(b0.left[1]), s0l2 = words.tag(s0.left[1]);
  const uint64_t s0lw = words.word(s0.left[0]), s0rw = words.word(s0.right[0]), b0lw = words.word(b0.left[0]);
  const uint64_t s1rw = words.word(s1.right[0]), s1lw = words.word(s1.left[0]);
  const uint64_t s0ll = label_hash(s0.left[0], s0.left_label[0]), s0rl = label_hash(s0.right[0], s0.right_label[0]);
  const uint64_t s1rl = label_hash(s1.right[0], s1.right_label[0]), b0ll = label_hash(b0.left[0], b0.left_label[0]);
  const uint64_t s0v = s0.lefts + 8u * s0.rights, s1v = s1.lefts + 8u * s1.rights, b0v = b0.lefts;
  const uint64_t s0set = scramble(s0.labels), s1set = scramble(s1.labels), b0set = scramble(b0.labels);
  const uint64_t d0 = distance_class(s0.word, n0) + (s0.word == no_word ? 10 : 0);
  const uint64_t d1 = distance_class(s1.word, s0.word) + (s1.word == no_word ? 10 : 0);
  const uint64_t gap0 = words.between(s0.word, n0), gap1 = words.between(s1.word, s0.word);
  const uint64_t before = words.tag(n0 - 1), after0 = words.tag(s0.word + 1), after1 = words.tag(s1.word + 1);
  uint64_t number = 200;
  size_t used = 0;
  const auto emit = [&](auto... values) { keys[used++] = feature_key(number++, values...); };
  // single words
  emit(s0w, s0p);
  emit(s0w);
  emit(s0p);
  emit(s1w, s1p);
  emit(s1w);
  emit(s1p);
  emit(b0w, b0p);
  emit(b0w);
  emit(b0p);
  emit(b1w, b1p);
  emit(b2w, b2p);
  emit(s2w, s2p);
  // pairs
  emit(s0w, s0p, b0w, b0p);
  emit(s0w, s0p, b0p);
  emit(s0p, b0w, b0p);
  emit(s0w, b0w);
  emit(s0p, b0p);
  emit(s1w, s1p, s0w, s0p);
  emit(s1w, s1p, s0p);
  emit(s1p, s0w, s0p);
  emit(s1w, s0w);
  emit(s1p, s0p);
  emit(s1p, b0p);
  emit(s1w, b0w);
  emit(b0p, b1p);
  emit(b0w, b1p);
  emit(b0p, b1w);
  emit(s0w, b1w);
  // triples and more
  emit(s0p, b0p, b1p);
  emit(b0p, b1p, b2p);
  emit(s1p, s0p, b0p);
  emit(s2p, s1p, s0p);
  emit(s1p, s0p, b0p, b1p);
  emit(s1p, s0p, b0w);
  emit(s1w, s0p, b0p);
  emit(s1p, s0w, b0p);
  emit(s0w, b0p, b1p);
  emit(s0p, b0w, b1p);
  emit(s0p, b0p, b0l);
  emit(s0p, s0r, b0p);
  emit(s0p, s0l, b0p);
  emit(s1p, s1r, s0p);
  emit(s1p, s1l, s0p);
  emit(s1p, s0p, s0r);
  emit(s1p, s0p, s0l);
  emit(s0p, s0r, s0r2);
  emit(s0p, s0l, s0l2);
  emit(s1p, s1r, s1r2);
  emit(b0p, b0l, b0l2);
  // children by word
  emit(s0p, s0lw, b0u);
  emit(s0p, s0rw, b0p);
  emit(b0p, b0lw, s0p);
  emit(s1p, s1rw, s0p);
  emit(s0p, s0lw, s1p);
  emit(s0w, s0rw, b0u);
  emit(s1p, s1lw, s0u);
  emit(s1w, s0p, s0lw);
  emit(s1w, s0u, s0lw);
  // relations guessed so far
  emit(s0p, s0ll, b0p);
  emit(s0p, s0rl, b0p);
  emit(s0w, s0rl);
  emit(s0w, s0ll);
  emit(s1p, s1rl, s0p);
  emit(s1w, s1rl, s0p);
  emit(b0p, b0ll, s0p);
  emit(s0p, s0set, b0p);
  emit(s0w, s0set);
  emit(s1p, s1set, s0p);
  emit(s1w, s1set);
  emit(b0p, b0set);
  // how many children
  emit(s0w, s0v);
  emit(s0p, s0v, b0p);
  emit(s1w, s1v);
  emit(s1p, s1v, s0p);
  emit(b0p, b0v, s0p);
  // distance and what lies between
  emit(s0p, b0p, d0);
  emit(s0w, b0u, d0);
  emit(s0u, b0w, d0);
  emit(s1p, s0p, d1);
  emit(s0p, b0p, gap0);
  emit(s1p, s0p, gap1);
  emit(s0p, b0p, before, after0);
  emit(s1u, s0u, after1, before);
  emit(s0p, s1p, gap1, b0u);
  static_assert(move_feature_count == 84);
}

}  // namespace entente
