#include "coding/text/frame.h"

#include <algorithm>

#include "coding/text/embeddings.h"
#include "coding/text/slots.h"

namespace entente {

namespace {

/// One walk from an act to the root of its sentence.
class FrameWalk {
 public:
  FrameWalk(const Scene& scene, int word, bool negation_told)
      : scene_(scene), tree_(scene.tree()), word_(word), negation_told_(negation_told) {}

  Frame run() {
    frame_.question = ends_with_question_mark();
    for (int at = word_; at != nowhere;) {
      look_beside(at);
      at = step_up(at);
    }
    if (negative_ && !frame_.limit && !frame_.outlook) {
      frame_.modality = Modality::denied;
      frame_.negated = true;
    }
    return frame_;
  }

 private:
  [[nodiscard]] bool ends_with_question_mark() const {
    for (int i = tree_.size() - 1; i >= 0 && i > tree_.size() - 4; --i) {
      if (tree_.at(i).form == "?") return true;
    }
    return false;
  }

  [[nodiscard]] const Embedding* embedding(int word) const { return embedding_of(scene_, word); }

  void apply(const Embedding& entry, int by) {
    // The outermost word counts, so later calls overwrite; a limit or outlook inside "said it will" stays.
    const bool has_not = std::find(entry.pattern.particles.begin(), entry.pattern.particles.end(), "not") !=
                         entry.pattern.particles.end();
    if (has_not) {
      negative_ = false;
      negation_read_ = by;
    }
    if (entry.effect.modality) {
      if (*entry.effect.modality == Modality::denied) {
        negative_ = !negative_;
      } else {
        frame_.modality = *entry.effect.modality;
        frame_.limit.reset();
        frame_.outlook.reset();
      }
    } else {
      frame_.limit = entry.effect.limit;
      frame_.outlook = entry.effect.outlook;
      if (frame_.outlook) frame_.modality = Modality::expected;
    }
    frame_.graded_by = by;
    frame_.embedded_by = by;
    frame_.steps.push_back("'" + tree_.at(by).form + "' (" + entry.place + ") changes how the act is meant");
  }

  /// A negation that turns the act round: not one that an entry has asked for.
  [[nodiscard]] bool denies(int at) const {
    return is_negated(tree_, at) && at != negation_read_ && !(at == word_ && negation_told_);
  }

  /// "Buys nothing", "held no talks": the object denies the act.
  [[nodiscard]] bool of_nothing(int verb) const {
    const auto objects = tree_.all(verb, {Deprel::obj});
    return tree_.at(verb).upos == Upos::VERB && std::any_of(objects.begin(), objects.end(), [&](int w) {
             return tree_.lemma_in(w, {"nothing", "none", "nobody"}) || tree_.has_lemma_child(w, Deprel::det, {"no"});
           });
  }

  /// Auxiliaries, adverbs, adjectives and negation that hang on the word.
  void look_beside(int at) {
    if (denies(at)) negative_ = !negative_;
    if (at == tree_.root() && frame_.modality == Modality::asserted && tree_.has_lemma_child(at, Deprel::mark, {"to"}))
      frame_.modality = Modality::expected;  // "JAPAN TO HELP CHAD"
    if (at == word_ && !negation_told_ && of_nothing(at)) negative_ = !negative_;
    for (int c : tree_.children(at)) {
      if (tree_.is(c, {Deprel::aux})) apply_modal(c, at);
      if (tree_.is(c, {Deprel::advmod}) && at == word_) apply_modal(c, at);
      if (tree_.is(c, {Deprel::amod}) && at == word_) {
        if (const Embedding* entry = embedding(c)) apply(*entry, c);
      }
      if (tree_.is(c, {Deprel::mark}) && tree_.lemma_in(c, {"without", "instead"})) {
        negative_ = !negative_;
        frame_.steps.push_back("inside a clause with '" + tree_.at(c).form + "'");
      }
      if (tree_.is(c, {Deprel::mark}) && tree_.lemma_in(c, {"like"})) frame_.as_topic = true;  // "like killing it"
      if (tree_.is(c, {Deprel::mark}) && tree_.lemma_in(c, {"if", "unless", "whether", "lest"})) {
        frame_.modality = Modality::conditional;
        frame_.question = frame_.question || left_open(at, c);
        frame_.steps.push_back("inside a clause with '" + tree_.at(c).form + "'");
      }
    }
    if (tree_.heads_clause(at)) {
      for (int c : tree_.all(at, {Deprel::advmod})) {
        if (at != word_) apply_modal(c, at);
      }
    }
  }

  /// "It is unclear whether ...", "diplomats ask whether ...".
  [[nodiscard]] bool left_open(int at, int mark) const {
    const int up = tree_.head(at);
    return tree_.lemma_in(mark, {"whether"}) && up != no_head &&
           (scene_.in_class(up, "open") || tree_.has_lemma_child(up, Deprel::nsubj, {"question"}));
  }

  void apply_modal(int modal, int at) {
    const Embedding* entry = modal_embedding(scene_, modal, denies(at));
    if (entry == nullptr) return;
    if (entry->effect.modality == Modality::asserted) return;
    // "will likely": the adverb's grade stands above the bare future.
    if (frame_.outlook && entry->effect.modality == Modality::expected) return;
    apply(*entry, modal);
  }

  /// "Did not honour its promise to open the market": the clause right behind an object tells what that is of.
  [[nodiscard]] int promised_by_object(int at, int up) const {
    const int mark = tree_.child(at, {Deprel::mark});
    const int noun = mark == nowhere || !tree_.lemma_in(mark, {"to"}) ? nowhere : mark - 1;
    const bool object = noun > up && tree_.head(noun) == up && tree_.is(noun, {Deprel::obj});
    return object && embedding(noun) != nullptr ? noun : nowhere;
  }

  [[nodiscard]] bool purpose_clause(int at) const {
    return tree_.is(at, {Deprel::advcl}) && tree_.at(at).xpos != "VBG" &&
           tree_.has_lemma_child(at, Deprel::mark, {"to", "so"});
  }

  /// Goes to the governing word if what it says bears on the act; nowhere at the end.
  int step_up(int at) {
    const int up = tree_.head(at);
    if (up == no_head) return nowhere;
    switch (tree_.relation(at)) {
      case Deprel::xcomp:
      case Deprel::ccomp:
      case Deprel::csubj:
      case Deprel::csubj_pass:
        return through_complement(at, up);
      case Deprel::parataxis:
        note_speech(up);
        return nowhere;
      case Deprel::acl:
        return purpose_or_content(at, up);
      case Deprel::advcl:
        if (const int noun = promised_by_object(at, up); noun != nowhere) return purpose_or_content(at, noun);
        if (purpose_clause(at)) {
          const Embedding* entry = tree_.child(up, {Deprel::xcomp, Deprel::ccomp}) == nowhere ? embedding(up) : nullptr;
          if (entry != nullptr && (!entry->effect.modality || tree_.child(up, {Deprel::obj}) == nowhere)) {
            return through_complement(at, up);  // the parser's advcl for "hesitated to send"
          } else {
            frame_.modality = Modality::hypothetical;
            frame_.steps.emplace_back("a purpose, not a deed");
          }
          return nowhere;
        }
        if (tree_.at(at).xpos == "VBG" && (limit_set_by(scene_, up) || (at == up + 1 && embedding(up) != nullptr)))
          return through_complement(at, up);  // "stopped short of giving", "denied giving"
        if (tree_.child(at, {Deprel::mark}) != nowhere &&
            tree_.has_lemma_child(at, Deprel::mark, {"of", "from", "on", "for", "at", "in", "about", "to", "that"})) {
          return through_complement(at, up);
        }
        return nowhere;
      case Deprel::conj:
        return through_coordination(at, up);
      case Deprel::obj:
      case Deprel::nmod:
      case Deprel::obl:
      case Deprel::nsubj:
      case Deprel::nsubj_pass:
      case Deprel::compound:
      case Deprel::nmod_poss:
        return through_noun(at, up);
      default:
        return nowhere;
    }
  }

  /// "Analysts agreed that he had ...": who agrees that something was done promises nothing.
  [[nodiscard]] bool told_as_past(int clause) const {
    const bool past = tree_.at(clause).xpos == "VBD" || tree_.has_lemma_child(clause, Deprel::aux, {"have", "do"});
    return past && tree_.is(clause, {Deprel::ccomp});
  }

  int through_complement(int at, int up) {
    const Embedding* entry = embedding(up);
    if (entry != nullptr && !(entry->effect.modality == Modality::promised && told_as_past(at))) apply(*entry, up);
    note_speech(up);
    if (frame_.reported && frame_.modality == Modality::conditional && frame_.embedded_by != nowhere &&
        tree_.lemma_in(frame_.embedded_by, {"would"}) && tree_.at(up).xpos == "VBD" &&
        !has_condition(frame_.embedded_by)) {
      frame_.modality = Modality::expected;  // "said it would send": the future seen from the past
    }
    return up;
  }

  /// "would send them if asked": a condition under the verb of the auxiliary.
  [[nodiscard]] bool has_condition(int auxiliary) const {
    const auto clauses = tree_.all(tree_.head(auxiliary), {Deprel::advcl});
    return std::any_of(clauses.begin(), clauses.end(), [&](int clause) {
      return tree_.has_lemma_child(clause, Deprel::mark, {"if", "unless"});
    });
  }

  /// "the question of Russia supporting Iran" names the act and does not tell it.
  [[nodiscard]] bool named_as_topic(int at, int up) const {
    if (tree_.at(at).xpos != "VBG") return false;
    if (scene_.in_class(up, "topic-noun")) return true;
    const int above = tree_.head(up);
    return scene_.name_at(up) != nullptr && tree_.is(up, {Deprel::nmod}) && above != no_head &&
           scene_.in_class(above, "topic-noun");
  }

  int purpose_or_content(int at, int noun) {
    if (named_as_topic(at, noun)) {
      frame_.modality = Modality::hypothetical;
      frame_.as_topic = true;
    }
    const int over = tree_.is(noun, {Deprel::obj}) ? tree_.head(noun) : nowhere;
    if (over != nowhere && tree_.lemma_in(over, {"veto", "reject", "oppose", "block", "defeat", "dismiss", "turn"}))
      frame_.as_topic = true;  // "vetoed a resolution to impose sanctions"
    const Embedding* entry = noun_embedding(scene_, noun);
    if (entry == nullptr) {  // "a way to", "an approach to doing"
      if (tree_.has_lemma_child(at, Deprel::mark, {"to"})) frame_.modality = Modality::hypothetical;
      return nowhere;
    }
    apply(*entry, noun);
    // "Did not honour its promise to open the market."
    const bool negated = is_negated(tree_, noun) || (over != nowhere && is_negated(tree_, over));
    if (tree_.at(noun).upos == Upos::NOUN && negated && negation_read_ != noun) negative_ = !negative_;
    const bool lets_through = entry->effect.modality == Modality::asserted;  // "was urged to take steps to"
    return lets_through ? over : nowhere;
  }

  int through_coordination(int at, int up) {
    if (tree_.child(at, {Deprel::nsubj, Deprel::nsubj_pass}) != nowhere) {
      // "A did this and B did that": only a clause of saying above both still holds.
      return tree_.is(up, {Deprel::ccomp, Deprel::parataxis}) ? step_up(up) : nowhere;
    }
    for (int c : tree_.all(up, {Deprel::aux})) {
      if (tree_.child(at, {Deprel::aux}) == nowhere) apply_modal(c, up);
    }
    return step_up(up);
  }

  /// An act named by a noun: "refused aid", "an offer of talks", "a strike is unlikely", "intervention would lead to".
  int through_noun(int at, int up) {
    if (tree_.at(at).upos == Upos::VERB && !tree_.is(at, {Deprel::nmod, Deprel::obl})) return nowhere;
    const Embedding* entry = embedding(up);
    if (tree_.is(at, {Deprel::nsubj, Deprel::nsubj_pass})) {
      if (entry != nullptr && entry->effect.outlook) apply(*entry, up);
      for (int c : tree_.all(up, {Deprel::xcomp})) {  // "a treaty remains improbable"
        const Embedding* grade = tree_.at(c).upos == Upos::ADJ ? embedding(c) : nullptr;
        if (grade != nullptr && grade->effect.outlook) apply(*grade, c);
      }
      for (int c : tree_.all(up, {Deprel::aux})) {
        if (tree_.lemma_in(c, {"would", "could", "might", "may"})) frame_.modality = Modality::conditional;
      }
      return nowhere;
    }
    if (tree_.is(at, {Deprel::obj}) && tree_.at(up).upos == Upos::VERB && at == word_) {
      if (entry != nullptr && !tree_.lemma_in(up, {"want", "seek", "need", "discuss", "fear", "use"}))
        apply(*entry, up);
      return entry != nullptr ? up : nowhere;
    }
    if (tree_.is(at, {Deprel::nmod, Deprel::obl}) &&
        (tree_.preposition(at) == "of" || tree_.preposition(at) == "to" || tree_.preposition(at) == "from" ||
         tree_.preposition(at) == "for" || tree_.preposition(at) == "against")) {
      if (entry == nullptr) return nowhere;
      apply(*entry, up);
      return up;
    }
    return nowhere;
  }

  void note_speech(int verb) {
    if (!scene_.in_class(verb, "speech") || tree_.at(verb).upos != Upos::VERB) return;
    frame_.reported = true;
    const auto subjects = tree_.subjects(verb);
    frame_.speakers.insert(frame_.speakers.end(), subjects.begin(), subjects.end());
  }

  const Scene& scene_;
  const Tree& tree_;
  int word_;
  bool negation_told_;
  bool negative_ = false;
  int negation_read_ = nowhere;  // the word whose negation its entry has taken into account
  Frame frame_;
};

}  // namespace

Frame frame_of(const Scene& scene, int word, bool negation_told) {
  return FrameWalk(scene, word, negation_told).run();
}

}  // namespace entente
