// What the lexicon says of the words around two parties: the acts they may name, and what embeds these.
#include <algorithm>

#include "base/text.h"
#include "coding/pairs/pair_features.h"
#include "coding/text/entry_match.h"
#include "coding/text/slots.h"

namespace entente {

namespace {

/// What stands above and beside an act: refusal, promise, negation, likelihood.
struct Manner {
  bool negated = false;
  std::string effect = "told";  // of the outermost word that changes how the act is meant
  std::string by;               // that word
};

std::string effect_name(const Effect& effect) {
  if (effect.limit) return "limit-" + std::string(name_of(*effect.limit));
  if (effect.outlook) return "outlook";
  return effect.modality ? std::string(name_of(*effect.modality)) : "told";
}

class MannerWalk {
 public:
  MannerWalk(const PairView& view, int word) : view_(view), tree_(view.tree), word_(word) {}

  Manner run() {
    for (int at = word_, steps = 0; at != no_head && steps < 6; ++steps) {
      look_beside(at);
      const int up = tree_.head(at);
      if (up == no_head || !passes(at)) break;
      if (!view_.is_party(up)) apply(up);
      at = up;
    }
    return manner_;
  }

 private:
  /// True if the word above bears on how the word is meant.
  [[nodiscard]] bool passes(int at) const {
    return tree_.is(at, {Deprel::xcomp, Deprel::ccomp, Deprel::csubj, Deprel::acl, Deprel::obj, Deprel::nmod,
                         Deprel::obl, Deprel::conj, Deprel::nsubj_pass, Deprel::compound, Deprel::advcl});
  }

  void look_beside(int at) {
    if (is_negated(tree_, at)) manner_.negated = !manner_.negated;
    for (const int c : tree_.children(at)) {
      if (tree_.is(c, {Deprel::aux, Deprel::advmod, Deprel::amod})) apply(c);
      if (tree_.is(c, {Deprel::mark}) && tree_.lemma_in(c, {"if", "unless", "whether"})) manner_.effect = "conditional";
    }
  }

  void apply(int word) {
    const auto kind = word_class(tree_.at(word));
    if (!kind) return;
    for (const Embedding& entry : view_.lexicon.embeddings.find(*kind, tree_.at(word).lemma)) {
      const auto& particles = entry.pattern.particles;
      if (std::find(particles.begin(), particles.end(), "not") != particles.end()) continue;
      if (!has_particles(tree_, word, particles)) continue;
      if (entry.effect.modality == Modality::denied) {
        manner_.negated = !manner_.negated;
      } else if (entry.effect.modality != Modality::asserted) {
        manner_.effect = effect_name(entry.effect);
        manner_.by = tree_.at(word).lemma;
      }
      return;
    }
  }

  const PairView& view_;
  const Tree& tree_;
  int word_;
  Manner manner_;
};

/// What an act comes to in the terms of CAMEO: a promise of help is AGREE, its refusal REJECT, harm ahead THREATEN.
std::string_view meant(const Outcome& outcome, const Manner& manner) {
  const Quad quad = quad_of(outcome.type);
  const bool help = quad == Quad::verbal_cooperation || quad == Quad::material_cooperation;
  const bool ahead = manner.effect == "promised" || manner.effect == "offered" || manner.effect == "expected";
  if (help && (manner.negated || manner.effect.starts_with("limit"))) return name_of(ClaimType::reject);
  if (help && ahead) return name_of(ClaimType::agree);
  if (quad == Quad::material_conflict && ahead && !manner.negated) return name_of(ClaimType::threaten);
  return name_of(outcome.type);
}

std::string quad_name(ClaimType type) {
  return std::to_string(static_cast<int>(quad_of(type)));
}

class LexiconFeatures {
 public:
  LexiconFeatures(const PairView& view, FeatureList& out)
      : view_(view),
        tree_(view.tree),
        out_(out),
        one_(view.verb_above(view.pair.source)),
        two_(view.verb_above(view.pair.target)) {}

  void run() {
    for (int i = 0; i < tree_.size(); ++i) {
      const auto kind = word_class(tree_.at(i));
      if (!kind || *kind == WordClass::modal || *kind == WordClass::adverb) continue;
      if (view_.is_party(i)) continue;
      const WordEntries& word = view_.lexicon.predicates.about(*kind, tree_.at(i).lemma);
      if (word.entries.empty()) continue;
      add_soft(i, word.meanings);
      const Predicate* entry = matching_entry(tree_, i, word.entries);
      if (entry != nullptr) add_strict(i, *entry);
    }
    out_.add(1, "lbest", best_.empty() ? "none" : best_);
    if (!guess_.empty()) out_.add(1, "lguess", guess_);
  }

 private:
  /// Where a word stands on the tree: the verb of both, of one, on the path, or elsewhere by its zone.
  [[nodiscard]] std::string place(int i) const {
    if (i == one_ && i == two_) return "B";
    if (i == one_) return "S";
    if (i == two_) return "T";
    if (std::find(view_.path.begin(), view_.path.end(), i) != view_.path.end()) return "P";
    const int up = tree_.head(i);
    if (up != no_head && (up == one_ || up == two_)) return "c";
    return std::string(1, view_.zone(i));
  }

  void add_soft(int i, const std::vector<Meaning>& meanings) {
    const std::string where = place(i);
    for (const Meaning& meaning : meanings) {
      out_.add(meaning.share, "ls", meaning.type);
      out_.add(meaning.share, "ls", where, meaning.type);
    }
  }

  [[nodiscard]] bool fills(int i, const std::vector<Slot>& slots, int party) const {
    if (party < 0) return false;
    for (const Slot& slot : slots) {
      if (slot.kind == Slot::Kind::modifier || slot.kind == Slot::Kind::possessor) {
        if (tree_.head(party) == i && tree_.is(party, {Deprel::nmod_poss, Deprel::compound, Deprel::amod})) return true;
        continue;
      }
      for (const int w : slot_words(tree_, i, slot)) {
        if (tree_.dominates(w, party)) return true;
      }
    }
    return false;
  }

  void add_strict(int i, const Predicate& entry) {
    const bool source = fills(i, entry.source, view_.pair.source), target = fills(i, entry.target, view_.pair.target);
    const std::string roles = source && target ? "both" : source ? "source" : target ? "target" : "none";
    const Manner manner = MannerWalk(view_, i).run();
    const std::string manner_name = manner.effect + (manner.negated ? "!" : "");
    const std::string where = place(i);
    for (const Outcome& outcome : entry.outcomes) {
      const std::string type = (outcome.cameo.empty() ? "-" : "") + std::string(name_of(outcome.type));
      out_.add(1, "lt", type);
      out_.add(1, "lt", where, type);
      out_.add(1, "lr", roles, type);
      out_.add(1, "lm", manner_name, type);
      out_.add(1, "lrm", roles, manner_name, type);
      out_.add(1, "lwm", where, manner_name, type);
      if (!outcome.cameo.empty()) add_event(outcome, manner, manner_name, roles, where);
      const int rank = (source ? 2 : 0) + (target ? 2 : 0) + (where == "B" || where == "S" ? 1 : 0);
      if (rank <= best_rank_) continue;
      best_rank_ = rank;
      best_ = manner_name;
      best_.append(" ").append(type);
      if (!outcome.cameo.empty()) guess_ = meant(outcome, manner);
    }
  }

  /// An event's code, its quad, and what it comes to.
  void add_event(const Outcome& outcome, const Manner& manner, const std::string& manner_name, const std::string& roles,
                 const std::string& where) {
    const std::string quad = quad_name(outcome.type);
    out_.add(1, "qrm", roles, manner_name, quad);
    out_.add(1, "qwm", where, manner_name, quad);
    if (!manner.by.empty()) {
      out_.add(1, "qb", manner.by, quad);
      out_.add(1, "qbr", roles, manner.by, quad);
    }
    out_.add(1, "lg", roles, meant(outcome, manner));
    out_.add(1, "lgw", where, meant(outcome, manner));
    out_.add(1, "lc", outcome.cameo);
    out_.add(1, "lc", roles, outcome.cameo);
    out_.add(0.7F, "lcm", manner_name, outcome.cameo.substr(0, 3));
  }

  const PairView& view_;
  const Tree& tree_;
  FeatureList& out_;
  int one_, two_;
  std::string best_;
  std::string guess_;
  int best_rank_ = -1;
};

}  // namespace

void add_lexicon_features(const PairView& view, FeatureList& out) {
  LexiconFeatures(view, out).run();
}

}  // namespace entente
