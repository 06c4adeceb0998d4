// Finding the goods that a sentence names.
#include "coding/text/goods.h"

#include "base/text.h"

namespace entente {

namespace {

/// Of several goods named, the most telling counts: "the support it needed, such as fighter jets".
int telling(const Good& good) {
  if (good.good_class == "advanced-arms") return 3;
  if (good.good_class == "arms") return 2;
  return good.good_class == "services" ? 0 : 1;
}

/// The good whose phrase ends at a word, if any.
const Good* good_at(const Scene& scene, int word) {
  const Tree& tree = scene.tree();
  const Token& token = tree.at(word);
  if (token.upos != Upos::NOUN && token.upos != Upos::PROPN) return nullptr;
  for (const auto& entry : scene.lexicon().words.goods().ending_in(to_lower(token.lemma))) {
    const int first = word - static_cast<int>(entry.words.size()) + 1;
    bool fits = first >= 0;
    for (size_t k = 0; fits && k < entry.words.size(); ++k) {
      const Token& part = tree.at(first + static_cast<int>(k));
      fits = part.lemma == entry.words[k] || to_lower(part.form) == entry.words[k];
    }
    if (fits) return &entry.value;
  }
  return nullptr;
}

}  // namespace

std::optional<Good> good_in(const Scene& scene, int word) {
  const Good* best = nullptr;
  for (int w : scene.tree().subtree(word)) {
    const Good* good = good_at(scene, w);
    if (good != nullptr && (best == nullptr || telling(*good) > telling(*best))) best = good;
  }
  return best == nullptr ? std::nullopt : std::optional<Good>(*best);
}

std::optional<Good> good_of(const Scene& scene, int word) {
  const Tree& tree = scene.tree();
  for (int c : tree.objects(word)) {
    if (const auto good = good_in(scene, c)) return good;
  }
  for (int c : tree.all(word, {Deprel::obj, Deprel::obl, Deprel::nmod, Deprel::compound, Deprel::amod})) {
    if (tree.is(c, {Deprel::obl}) && tree.preposition(c) != "with" && tree.preposition(c) != "of") continue;
    if (const auto good = good_in(scene, c)) return good;
  }
  return std::nullopt;
}

}  // namespace entente
