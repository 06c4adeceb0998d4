// How the parties hang together on the dependency tree: the path between them, and the verbs that they belong to.
#include <algorithm>

#include "base/text.h"
#include "coding/pairs/pair_features.h"
#include "coding/text/slots.h"

namespace entente {

namespace {

/// Subject, object or modifier: what a verb or noun has below it that tells how it is meant.
bool tells(const Tree& tree, int child) {
  return tree.is(child, {Deprel::aux, Deprel::aux_pass, Deprel::compound_prt, Deprel::cop, Deprel::advmod, Deprel::mark,
                         Deprel::case_, Deprel::cc});
}

/// A verb (or noun that stands as one) with what is below it. `role` names whose verb it is.
void add_verb(const PairView& view, int verb, std::string_view role, FeatureList& out) {
  const Tree& tree = view.tree;
  const FeatureWord& lemma = view.word(verb);
  out.add(1, "v", role, lemma);
  if (tree.is_passive(verb)) {
    out.add(1, "vpass", role);
    out.add(1, "vpass", role, lemma);
  }
  if (is_negated(tree, verb)) {
    out.add(1, "vneg", role);
    out.add(1, "vneg", role, lemma);
  }
  for (const int c : tree.children(verb)) {
    if (view.is_party(c)) {
      out.add(1, "vc", lemma, view.word(c), name_of(tree.relation(c)));
    } else if (tells(tree, c)) {
      out.add(1, "vx", role, view.word(c));
      out.add(0.7F, "vx", role, lemma, view.word(c));
    } else if (tree.at(c).upos != Upos::PUNCT) {
      const std::string relation(name_of(universal(tree.relation(c))));
      out.add(0.7F, "vd", role, relation, view.word(c));
      out.add(0.7F, "vd", lemma, relation, view.word(c));
    }
  }
  const int up = tree.head(verb);
  out.add(0.7F, "vup", role, name_of(tree.relation(verb)), view.word(up));
}

void add_path(const PairView& view, FeatureList& out) {
  const auto& path = view.path;
  if (path.size() < 2) return;
  const Tree& tree = view.tree;
  std::string relations, lemmas;
  bool down = false;
  for (size_t k = 0; k < path.size(); ++k) {
    if (k > 0 && tree.head(path[k]) == path[k - 1]) down = true;
    const bool top = k + 1 == path.size() ? !down : !down && tree.head(path[k]) != path[k + 1];
    if (!top) relations += (down ? ">" : "<") + std::string(name_of(universal(tree.relation(path[k]))));
    if (k > 0) lemmas += " ";
    lemmas += view.word(path[k]).text();
    if (view.is_party(path[k])) continue;
    out.add(1, "pw", view.word(path[k]));
    out.add(1, down ? "pd" : top ? "pt" : "pu", view.word(path[k]));
    if (k + 2 < path.size()) out.add(1, "pp", view.word(path[k]), view.word(path[k + 1]));
  }
  if (path.size() <= 8) out.add(0.7F, "pr", relations);
  if (path.size() <= 6) out.add(1, "pl", lemmas);
}

void add_attachment(const PairView& view, int party, std::string_view role, FeatureList& out) {
  if (party < 0) return;
  const Tree& tree = view.tree;
  const int up = tree.head(party);
  const std::string relation(name_of(universal(tree.relation(party))));
  const std::string preposition = tree.preposition(party);
  out.add(1, "ar", role, relation, preposition);
  out.add(1, "ah", role, view.word(up));
  out.add(1, "arh", role, relation, preposition, view.word(up));
  for (const int c : tree.children(party)) {
    if (tree.at(c).upos == Upos::PUNCT) continue;
    out.add(0.7F, "ac", role, name_of(universal(tree.relation(c))), view.word(c));
  }
}

}  // namespace

void add_tree_features(const PairView& view, FeatureList& out) {
  add_path(view, out);
  add_attachment(view, view.pair.source, "S", out);
  add_attachment(view, view.pair.target, "T", out);
  const int one = view.verb_above(view.pair.source), two = view.verb_above(view.pair.target);
  if (one != nowhere && one == two) {
    add_verb(view, one, "B", out);
  }
  if (one != nowhere) add_verb(view, one, "S", out);
  if (two != nowhere) add_verb(view, two, "T", out);
  for (const int word : view.path) {
    if (!view.is_party(word) && word != one && word != two) add_verb(view, word, "P", out);
  }
}

}  // namespace entente
