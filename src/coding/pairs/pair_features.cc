// The view on a pair, and the features of its words and its parties' phrases.
#include "coding/pairs/pair_features.h"

#include <algorithm>

#include "base/text.h"
#include "coding/text/mend.h"

namespace entente {

void FeatureList::close() {
  std::vector<size_t> order(features_.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    const Feature &x = features_[a], &y = features_[b];
    return x.key != y.key ? x.key < y.key : x.value != y.value ? x.value > y.value : a < b;
  });
  std::vector<Feature> kept;
  std::vector<std::string> names;
  for (const size_t i : order) {
    if (!kept.empty() && kept.back().key == features_[i].key) continue;
    kept.push_back(features_[i]);
    if (named_) names.push_back(std::move(names_[i]));
  }
  features_ = std::move(kept);
  names_ = std::move(names);
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

PairView::PairView(const PairSentence& marked, const Tree& parsed, const Lexicon& words)
    : pair(marked), tree(parsed), lexicon(words) {
  if (pair.source >= 0 && pair.target >= 0) path = path_between(tree, pair.source, pair.target);
}

std::string PairView::word(int i) const {
  if (i < 0) return "<";
  if (i >= tree.size()) return ">";
  if (i == pair.source) return "<S>";
  if (i == pair.target) return "<T>";
  const Token& token = tree.at(i);
  if (token.upos == Upos::NUM) return "<N>";
  return to_lower(token.lemma.empty() ? token.form : token.lemma);
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
  const int n = view.tree.size();
  std::vector<std::string> words;
  for (int i = 0; i < n; ++i) words.push_back(view.word(i));
  const auto at = [&](int i) -> std::string_view {
    return i < 0 ? "<" : i >= n ? ">" : std::string_view(words[static_cast<size_t>(i)]);
  };
  for (int i = 0; i < n; ++i) {
    const char zone[2] = {view.zone(i), 0};
    if (!view.is_party(i)) out.add(1, "z", zone, at(i));
    out.add(1, "b", at(i), at(i + 1));
    out.add(1, "t", at(i), at(i + 1), at(i + 2));
    out.add(0.7F, "k", at(i), at(i + 2));
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
