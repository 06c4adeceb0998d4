#include "coding/text/inside.h"

#include <algorithm>

#include "coding/text/camps.h"
#include "coding/text/slots.h"

namespace entente {

namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Walks down from the act's word, nearest words first.
class InsideWalk {
 public:
  InsideWalk(const Scene& scene, const Act& act, bool relative_clauses, int deepest)
      : scene_(scene), tree_(scene.tree()), act_(act), relative_clauses_(relative_clauses), deepest_(deepest) {}

  Party run() {
    std::vector<Step> open = {{act_.word, 0, !asks_for_its_slots()}};
    for (size_t next = 0; next < open.size(); ++next) {
      for (int c : tree_.children(open[next].word)) {
        const int above = open[next].word;
        if (left_out(c, above)) continue;
        const bool may = open[next].may_name || in_slot(c, above);
        if (may && (scene_.name_at(c) != nullptr || !scene_.kind_of_people(c).empty())) {
          Party found = against(scene_.party(c), act_);
          if (!found.empty()) {
            found.ground = Party::Ground::inside;
            return found;
          }
        }
        if (open[next].depth + 1 < deepest_) open.push_back({c, open[next].depth + 1, may});
      }
    }
    return {};
  }

 private:
  struct Step {
    int word;
    int depth;
    bool may_name;  // what stands below may name the target
  };

  /// With whom one trades, agrees or talks, and whom one helps, is told by the entry's own slots, however deep; whom
  /// one accuses, asks or hits may stand anywhere in it.
  [[nodiscard]] bool asks_for_its_slots() const {
    const Quad quad = quad_of(act_.entry->outcomes.front().type);
    return quad == Quad::verbal_cooperation || quad == Quad::material_cooperation;
  }

  [[nodiscard]] bool in_slot(int c, int above) const {
    if (tree_.lemma_in(above, {"accordance", "line", "compliance", "connection", "conjunction"})) return false;
    const std::string preposition = tree_.is(c, {Deprel::obl, Deprel::nmod}) ? tree_.preposition(c) : "";
    // "Send material to help defend Chad": whom the purpose is to help.
    if (tree_.lemma_in(c, {"help", "defend", "protect", "assist"}) && tree_.has_lemma_child(c, Deprel::mark, {"to"}))
      return true;
    return std::any_of(act_.entry->target.begin(), act_.entry->target.end(), [&](const Slot& slot) {
      if (slot.kind == Slot::Kind::preposition) return !preposition.empty() && slot.preposition == preposition;
      return above == act_.word && slot.kind != Slot::Kind::possessor && slot.kind != Slot::Kind::modifier &&
             tree_.is(c, {Deprel::obj, Deprel::iobj, Deprel::xcomp, Deprel::ccomp});
    });
  }

  [[nodiscard]] bool left_out(int c, int above) const {
    if (c < act_.word || tree_.is(c, {Deprel::parataxis})) return true;
    if (tree_.is(c, {Deprel::acl_relcl})) return !relative_clauses_ || above == act_.word;
    if (above == act_.word && beside(c)) return true;
    if (aside_clause(c) || (tree_.at(c).upos == Upos::VERB && tree_.is(c, {Deprel::amod}))) return true;
    return (circumstance(c, above) && !in_slot(c, above)) || scene_.in_class(c, "measure");
  }

  /// Other parts of the act's own clause.
  [[nodiscard]] bool beside(int c) const {
    return tree_.is(c, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::conj, Deprel::appos});
  }

  /// Clauses of condition, reason and time.
  [[nodiscard]] bool aside_clause(int c) const {
    return tree_.is(c, {Deprel::advcl}) && tree_.child(c, {Deprel::mark}) != nowhere &&
           !tree_.has_lemma_child(c, Deprel::mark, {"to", "from", "of", "for"});
  }

  /// What only tells when, where, why or how: "in Venice", "because of Japan", "in accordance with ...".
  [[nodiscard]] bool circumstance(int c, int above) const {
    if (!tree_.is(c, {Deprel::obl, Deprel::nmod, Deprel::advcl})) return false;
    const std::string preposition = tree_.preposition(c);
    if (one_of(preposition, {"because_of", "due_to", "despite",      "amid",   "after", "before", "during",
                             "since",      "until",  "according_to", "as",     "at",    "by",     "without",
                             "besides",    "under",  "like",         "unlike", "off",   "through"}))
      return true;
    const bool place = one_of(preposition, {"in", "near", "outside"});
    return place && (above == act_.word || scene_.in_class(above, "meeting") || scene_.in_class(above, "talks"));
  }

  const Scene& scene_;
  const Tree& tree_;
  const Act& act_;
  bool relative_clauses_;
  int deepest_;
};

}  // namespace

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

Party named_inside(const Scene& scene, const Act& act, bool business) {
  constexpr int near = 3, anywhere = 100;
  const bool says = !act.entry->target.empty() && act.entry->target.front().kind == Slot::Kind::complement;
  if (says) return {};
  const Party found = InsideWalk(scene, act, false, business ? near : anywhere).run();
  return found.empty() && !business ? InsideWalk(scene, act, true, anywhere).run() : found;
}

}  // namespace entente
