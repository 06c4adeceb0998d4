// The view on a pair, and the features of its words and its parties' phrases.
#include "coding/pairs/pair_features.h"

#include <algorithm>
#include <bit>

#include "base/text.h"
#include "coding/text/mend.h"

namespace entente {

void FeatureList::close() {
  const size_t size = std::bit_ceil(features_.size() * 2 + 1);
  std::vector<uint32_t> places(size, 0);  // open addressing: number of the feature kept plus one, 0 for none
  size_t kept = 0;
  for (size_t i = 0; i < features_.size(); ++i) {
    size_t at = features_[i].key & (size - 1);
    while (places[at] != 0 && features_[places[at] - 1].key != features_[i].key) at = (at + 1) & (size - 1);
    if (places[at] != 0) {
      Feature& held = features_[places[at] - 1];
      held.value = std::max(held.value, features_[i].value);
      continue;
    }
    features_[kept] = features_[i];
    if (named_ && kept != i) names_[kept] = std::move(names_[i]);
    places[at] = static_cast<uint32_t>(++kept);
  }
  features_.resize(kept);
  if (named_) names_.resize(kept);
}

namespace {

/// From a word to the root, itself first.
std::vector<int> ancestors(const Tree& tree, int word) {
  std::vector<int> line;
  for (int at = word; at != no_head; at = tree.head(at)) line.push_back(at);
  return line;
}

std::vector<int> path_between(const Tree& tree, int from, int to) {
  std::vector<int> up = ancestors(tree, from), down = ancestors(tree, to);
  while (up.size() > 1 && down.size() > 1 && up[up.size() - 2] == down[down.size() - 2]) {
    up.pop_back();
    down.pop_back();
  }
  if (up.back() != down.back()) return {};  // two trees in one
  down.pop_back();
  up.insert(up.end(), down.rbegin(), down.rend());
  return up;
}

}  // namespace

PairView::PairView(const PairSentence& marked, const Tree& parsed, const Lexicon& entries)
    : pair(marked), tree(parsed), lexicon(entries) {
  if (pair.source >= 0 && pair.target >= 0) path = path_between(tree, pair.source, pair.target);
  words_.reserve(static_cast<size_t>(tree.size()));
  for (int i = 0; i < tree.size(); ++i) words_.push_back(word_at(i));
}

FeatureWord PairView::word_at(int i) const {
  if (i == pair.source) return FeatureWord("<S>");
  if (i == pair.target) return FeatureWord("<T>");
  const Token& token = tree.at(i);
  if (token.upos == Upos::NUM) return FeatureWord("<N>");
  return FeatureWord(to_lower(token.lemma.empty() ? token.form : token.lemma));
}

const FeatureWord& PairView::word(int i) const {
  static const FeatureWord before("<"), after(">");
  if (i < 0) return before;
  return i < tree.size() ? words_[static_cast<size_t>(i)] : after;
}

char PairView::zone(int i) const {
  const int a = pair.source >= 0 ? pair.source : pair.target, b = pair.target >= 0 ? pair.target : pair.source;
  if (i < std::min(a, b)) return 'b';
  return i > std::max(a, b) ? 'a' : 'm';
}

int PairView::verb_above(int i) const {
  if (i < 0) return nowhere;
  for (int at = tree.head(i); at != no_head; at = tree.head(at)) {
    if (tree.is_verbal(at)) return at;
  }
  return nowhere;
}

void add_word_features(const PairView& view, FeatureList& out) {
  for (int i = 0; i < view.tree.size(); ++i) {
    const char zone[2] = {view.zone(i), 0};
    const FeatureWord &word = view.word(i), &next = view.word(i + 1), &third = view.word(i + 2);
    if (!view.is_party(i)) out.add(1, "z", zone, word);
    out.add(1, "b", word, next);
    out.add(1, "t", word, next, third);
    out.add(0.7F, "k", word, third);
  }
  const bool forward = view.pair.source < view.pair.target;
  const char* order = view.pair.source < 0 ? "-T" : view.pair.target < 0 ? "S-" : forward ? "ST" : "TS";
  out.add(1, "order", order);
}

static void add_phrase(const std::vector<std::string>& words, std::string_view group, FeatureList& out) {
  for (const std::string& word : words) {
    if (is_ascii_alpha(word[0]) && word.size() > 2) out.add(0.7F, group, word);
  }
}

void add_party_features(const PairView& view, FeatureList& out) {
  add_phrase(view.pair.source_words, "s", out);
  add_phrase(view.pair.target_words, "o", out);
  for (const int party : {view.pair.source, view.pair.target}) {
    if (party < 0) continue;
    const Token& token = view.tree.at(party);
    out.add(1, party == view.pair.source ? "sh" : "oh",
            token.upos == Upos::PROPN ? std::string("<name>") : to_lower(token.lemma));
  }
}

void add_pair_features(const Reader& reader, const Lexicon& lexicon, PairSentence& pair, FeatureList& out) {
  reader.analyse(pair.sentence);
  mend_parse(pair.sentence);
  const Tree tree(pair.sentence);
  const PairView view(pair, tree, lexicon);
  add_word_features(view, out);
  add_party_features(view, out);
  add_tree_features(view, out);
  add_lexicon_features(view, out);
  out.close();
}

}  // namespace entente
