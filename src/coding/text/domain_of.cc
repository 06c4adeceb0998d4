#include "coding/text/domain_of.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace entente {

std::optional<Domain> domain_named_by(const Scene& scene, int word) {
  const Tree& tree = scene.tree();
  const Token& token = tree.at(word);
  const std::string form = to_lower(token.form);
  for (const std::string& key : {token.lemma, form}) {
    for (const auto& entry : scene.lexicon().words.domains().ending_in(key)) {
      bool fits = word + 1 >= static_cast<int>(entry.words.size());
      for (size_t k = 0; fits && k < entry.words.size(); ++k) {
        const Token& part = tree.at(word + 1 - static_cast<int>(entry.words.size() - k));
        fits = part.lemma == entry.words[k] || to_lower(part.form) == entry.words[k];
      }
      if (fits) return entry.value;
    }
    if (key == form) break;
  }
  for (const auto& good : scene.lexicon().words.goods().ending_in(token.lemma)) {
    if (good.words.size() == 1) return good.value.domain;
  }
  return std::nullopt;
}

std::vector<Domain> domains_of_modifiers(const Scene& scene, int noun) {
  const Tree& tree = scene.tree();
  std::vector<Domain> found;
  for (int c : tree.all(noun, {Deprel::amod, Deprel::compound, Deprel::nmod_desc})) {
    for (int w : tree.conjuncts(c)) {
      const auto domain = domain_named_by(scene, w);
      if (domain && std::find(found.begin(), found.end(), *domain) == found.end()) found.push_back(*domain);
    }
  }
  return found;
}

Domain domain_around(const Scene& scene, int word, Domain fallback) {
  const Tree& tree = scene.tree();
  const auto near = domains_of_modifiers(scene, word);
  if (!near.empty()) return near.front();
  std::array<int, domain_count> weight{};
  const int clause = tree.clause_of(word);
  for (int w : tree.subtree(clause)) {
    if (w == word) continue;
    if (const auto domain = domain_named_by(scene, w))
      weight[static_cast<size_t>(*domain)] += tree.dominates(word, w) ? 3 : 1;
  }
  if (const auto own = domain_named_by(scene, word)) weight[static_cast<size_t>(*own)] += 2;
  const auto best = std::max_element(weight.begin(), weight.end());
  return *best == 0 ? fallback : static_cast<Domain>(best - weight.begin());
}

}  // namespace entente
