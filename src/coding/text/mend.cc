#include "coding/text/mend.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace entente {

namespace {

class Mender {
 public:
  explicit Mender(std::vector<Token>& tokens) : tokens_(tokens) {}

  void run() {
    for (int i = 0; i < size(); ++i) {
      mend_have(i);
      mend_noun(i);
      mend_copula(i);
      mend_prepositional_subject(i);
      mend_perfect(i);
      mend_infinitive(i);
      mend_second_subject(i);
      mend_hyphenated(i);
      mend_bare_adjective(i);
      mend_second_object(i);
    }
  }

 private:
  [[nodiscard]] int size() const { return static_cast<int>(tokens_.size()); }
  [[nodiscard]] Token& at(int i) const { return tokens_[static_cast<size_t>(i)]; }

  [[nodiscard]] int child(int head, Deprel relation) const {
    for (int i = 0; i < size(); ++i) {
      if (at(i).head == head && at(i).relation == relation) return i;
    }
    return -1;
  }

  /// True if the path from the word to the root leads through `above`.
  [[nodiscard]] bool is_below(int word, int above) const {
    while (word != no_head && word != above) word = at(word).head;
    return word == above;
  }

  /// Gives `below` the place of `above` in the tree, and the clause's own words of `above` as children.
  void raise(int below, int above) {
    at(below).head = at(above).head;
    at(below).relation = at(above).relation;
    at(above).head = below;
    for (int i = 0; i < size(); ++i) {
      if (i == below || at(i).head != above) continue;
      switch (at(i).relation) {
        case Deprel::nsubj:
        case Deprel::aux:
        case Deprel::mark:
        case Deprel::advmod:
        case Deprel::punct:
        case Deprel::advcl:
        case Deprel::obl:
        case Deprel::parataxis:
        case Deprel::cc:
          at(i).head = below;
          break;
        default:
          break;
      }
    }
  }

  void mend_have(int i) {
    if (at(i).lemma != "have" || at(i).relation != Deprel::aux) return;
    const int noun = at(i).head;
    if (noun <= i || at(noun).upos != Upos::NOUN || child(noun, Deprel::cop) >= 0) return;
    raise(i, noun);
    at(i).upos = Upos::VERB;
    at(noun).relation = Deprel::obj;
  }

  void mend_noun(int i) {
    if (at(i).upos != Upos::NOUN || child(i, Deprel::cop) >= 0 || child(i, Deprel::det) >= 0 ||
        child(i, Deprel::case_) >= 0)
      return;
    const int subject = child(i, Deprel::nsubj), object = child(i, Deprel::obj);
    if (subject < 0 || object < 0 || subject > i || object < i) return;
    at(i).upos = Upos::VERB;
    at(i).xpos = at(i).form.ends_with("s") ? "VBZ" : "VBP";
    if (at(i).relation == Deprel::obl && child(i, Deprel::mark) >= 0) at(i).relation = Deprel::advcl;
  }

  void mend_copula(int i) {
    if (at(i).lemma != "be" || at(i).relation == Deprel::cop || at(i).relation == Deprel::aux_pass ||
        at(i).relation == Deprel::aux)
      return;
    int before = -1, after = -1;
    for (int c = 0; c < size(); ++c) {
      if (at(c).head != i || at(c).relation != Deprel::nsubj) continue;
      (c < i ? before : after) = c;
    }
    if (before < 0 || after < 0 || at(after).upos != Upos::NOUN) return;
    raise(after, i);
    at(i).relation = Deprel::cop;
  }

  /// "Hungarians in Romania demanded", "a group based in Paris demanded": a second subject with a preposition hangs on
  /// the noun or participle before it.
  void mend_prepositional_subject(int i) {
    if (at(i).relation != Deprel::nsubj || at(i).head < i) return;
    const int preposition = child(i, Deprel::case_);
    if (preposition < 1 || preposition > i || at(preposition).xpos != "IN") return;
    const int noun = preposition - 1;
    if (at(noun).xpos == "VBN" && at(noun).relation == Deprel::acl && at(noun).head >= 0 && at(noun).head < noun &&
        at(at(noun).head).head == at(i).head) {
      at(i).head = noun;
      at(i).relation = Deprel::obl;
      return;
    }
    const bool nominal = at(noun).upos == Upos::NOUN || at(noun).upos == Upos::PROPN;
    if (!nominal || at(noun).relation != Deprel::nsubj || at(noun).head != at(i).head) return;
    at(i).head = noun;
    at(i).relation = Deprel::nmod;
  }

  /// "Have both offered help": a participle that the auxiliary's own adverb stands before is no adjective of the
  /// object.
  void mend_perfect(int i) {
    if (at(i).lemma != "have" || at(i).relation == Deprel::aux) return;
    const int noun = child(i, Deprel::obj), participle = noun < 0 ? -1 : child(noun, Deprel::amod);
    if (participle < i || participle > noun || at(participle).xpos != "VBN") return;
    const std::string_view before = at(participle - 1).lemma;
    if (before != "both" && before != "also" && before != "already" && before != "all") return;
    raise(participle, i);
    at(participle).upos = Upos::VERB;
    at(i).relation = Deprel::aux;
    at(i).upos = Upos::AUX;
    at(noun).head = participle;
  }

  /// "Kept its promise to send wheat": the infinitive right behind such a noun says what was promised.
  void mend_infinitive(int i) {
    static constexpr std::string_view nouns[] = {
        "agreement", "attempt", "bid",      "commitment", "decision", "effort", "failure", "intention",  "offer",
        "pledge",    "promise", "proposal", "refusal",    "request",  "threat", "vow",     "willingness"};
    const int to = at(i).relation == Deprel::advcl ? child(i, Deprel::mark) : -1;
    if (to < 1 || to > i || at(to).lemma != "to") return;
    const int noun = to - 1;
    const bool takes_one = std::find(std::begin(nouns), std::end(nouns), at(noun).lemma) != std::end(nouns);
    if (!takes_one || at(noun).relation != Deprel::obj || at(noun).head != at(i).head) return;
    at(i).head = noun;
    at(i).relation = Deprel::acl;
  }

  /// "Joy awaits Kenya, one of two winners": a second subject behind the comma after an object renames that.
  void mend_second_subject(int i) {
    const int verb = at(i).head;
    if (at(i).relation != Deprel::nsubj || verb < 0 || verb > i) return;
    const int first = child(verb, Deprel::nsubj), object = child(verb, Deprel::obj);
    if (first == i || first > verb || object < verb || object + 1 >= i || at(object + 1).form != ",") return;
    at(i).head = object;
    at(i).relation = Deprel::appos;
  }

  /// "Militants loyal to A said": an adjective without a copula, right behind a noun, tells which one; the noun is the
  /// subject of the verb that follows.
  void mend_bare_adjective(int i) {
    const int verb = at(i).head;
    if (at(i).upos != Upos::ADJ || verb < i || verb == no_head || at(verb).upos != Upos::VERB) return;
    if (at(i).relation != Deprel::ccomp && at(i).relation != Deprel::advcl && at(i).relation != Deprel::csubj) return;
    const int noun = child(i, Deprel::nsubj);
    if (noun < 0 || noun != i - 1 || child(i, Deprel::cop) >= 0 || child(verb, Deprel::nsubj) >= 0) return;
    at(noun).head = verb;
    at(noun).relation = Deprel::nsubj;
    at(i).head = noun;
    at(i).relation = Deprel::amod;
  }

  /// "Ordered the newspaper La Prensa to close": a name right behind the object that it names.
  void mend_second_object(int i) {
    static constexpr std::string_view naming[] = {"name", "call", "dub", "christen", "rename", "title", "appoint"};
    const int verb = at(i).head, noun = i - 1;
    if (at(i).relation != Deprel::obj || at(i).upos != Upos::PROPN || noun < 1 || verb == no_head) return;
    if (at(noun).relation != Deprel::obj || at(noun).head != verb || at(noun).upos != Upos::NOUN) return;
    if (child(noun, Deprel::det) < 0 ||
        std::find(std::begin(naming), std::end(naming), at(verb).lemma) != std::end(naming))
      return;
    at(i).head = noun;
    at(i).relation = Deprel::appos;
  }

  /// "The Chad-Sudan border": both names tell which noun.
  void mend_hyphenated(int i) {
    if (i + 2 >= size() || at(i + 1).xpos != "HYPH" || at(i).upos != Upos::PROPN || at(i + 2).upos != Upos::PROPN)
      return;
    const int noun = at(i + 2).head;
    if (at(i + 2).relation != Deprel::compound || noun < i + 2 || at(i).head == noun || at(i).head == i + 2) return;
    if (is_below(noun, i)) return;
    at(i).head = noun;
    at(i).relation = Deprel::compound;
  }

  std::vector<Token>& tokens_;
};

}  // namespace

void mend_parse(Sentence& sentence) {
  Mender(sentence.tokens).run();
}

}  // namespace entente
