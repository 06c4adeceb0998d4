#include "coding/text/inside.h"

#include <algorithm>

#include "coding/text/sides.h"
#include "coding/text/slots.h"

namespace entente {

namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Walks down from the act's word, nearest words first.
class InsideWalk {
 public:
  InsideWalk(const Scene& scene, const Act& act, bool relative_clauses)
      : scene_(scene), tree_(scene.tree()), act_(act), relative_clauses_(relative_clauses) {}

  Party run() {
    std::vector<int> open = {act_.word};
    for (size_t next = 0; next < open.size(); ++next) {
      for (int c : tree_.children(open[next])) {
        if (left_out(c, open[next])) continue;
        if (scene_.name_at(c) != nullptr || !scene_.kind_of_people(c).empty()) {
          Party found = without(scene_.party(c), act_.source);
          if (!found.empty()) {
            found.ground = Party::Ground::inside;
            return found;
          }
        }
        open.push_back(c);
      }
    }
    return {};
  }

 private:
  [[nodiscard]] bool left_out(int c, int above) const {
    if (c < act_.word || tree_.is(c, {Deprel::parataxis})) return true;
    if (tree_.is(c, {Deprel::acl_relcl})) return !relative_clauses_ || above == act_.word;
    if (above == act_.word && beside(c)) return true;
    return circumstance(c, above) || scene_.in_class(c, "measure");
  }

  /// Other parts of the act's own clause and clauses of condition, reason and time.
  [[nodiscard]] bool beside(int c) const {
    return tree_.is(c, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::conj, Deprel::appos}) ||
           (tree_.is(c, {Deprel::advcl}) && tree_.child(c, {Deprel::mark}) != nowhere &&
            !tree_.has_lemma_child(c, Deprel::mark, {"to", "from", "of", "for"}));
  }

  [[nodiscard]] bool circumstance(int c, int above) const {
    if (!tree_.is(c, {Deprel::obl, Deprel::nmod, Deprel::advcl})) return false;
    const std::string preposition = tree_.preposition(c);
    if (one_of(preposition, {"because_of", "due_to", "despite", "amid", "after", "before", "during", "since", "until",
                             "according_to", "as", "by", "without", "besides"}))
      return true;
    const bool place = one_of(preposition, {"in", "at", "near", "outside"});
    return place && (scene_.in_class(above, "meeting") || scene_.in_class(above, "talks") || preposition == "at");
  }

  const Scene& scene_;
  const Tree& tree_;
  const Act& act_;
  bool relative_clauses_;
};

/// "Told Mr Lim about France": whom the act is for is said, but nobody knows them.
bool for_somebody_unknown(const Scene& scene, const Act& act) {
  const Tree& tree = scene.tree();
  for (const Slot& slot : act.entry->target) {
    const bool receives = one_of(slot.preposition, {"to", "with"}) || slot.kind == Slot::Kind::object ||
                          slot.kind == Slot::Kind::indirect;
    if (!receives) continue;
    for (int w : slot_words(tree, act.word, slot)) {
      const bool person = tree.at(w).upos == Upos::PROPN || !scene.kind_of_people(w).empty();
      if (person && !tree.names_time(w) && scene.named_in(w).empty()) return true;
    }
  }
  return false;
}

}  // namespace

Party named_inside(const Scene& scene, const Act& act, bool described) {
  if (for_somebody_unknown(scene, act)) return {};
  const Party found = InsideWalk(scene, act, false).run();
  return found.empty() && described ? InsideWalk(scene, act, true).run() : found;
}

}  // namespace entente
