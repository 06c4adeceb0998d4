#include "coding/text/slots.h"

#include <algorithm>

#include "base/text.h"

namespace entente {

bool is_negated(const Tree& tree, int word) {
  return std::any_of(tree.children(word).begin(), tree.children(word).end(), [&](int c) {
    const bool correlative = c + 1 < tree.size() && tree.lemma_in(c + 1, {"only", "just", "merely", "simply", "least"});
    return !correlative && tree.is(c, {Deprel::advmod, Deprel::det, Deprel::cc, Deprel::cc_preconj}) &&
           tree.lemma_in(c, {"not", "n't", "never", "no", "neither", "nor"});
  });
}

bool has_particles(const Tree& tree, int word, const std::vector<std::string>& particles) {
  const auto stands = [&](const std::string& particle) {
    if (particle == "not") return is_negated(tree, word);
    const auto is_particle = [&](int i) {
      return i >= 0 && i < tree.size() && i != word &&
             (tree.at(i).lemma == particle || to_lower(tree.at(i).form) == particle);
    };
    const auto& children = tree.children(word);
    return is_particle(word + 1) || is_particle(word - 1) || std::any_of(children.begin(), children.end(), is_particle);
  };
  return std::all_of(particles.begin(), particles.end(), stands);
}

namespace {

/// "out_of" counts as "of"; but "according to", "due to" lead to nobody.
bool ends_in(const std::string& phrase, std::string_view preposition) {
  const bool aside = phrase == "according_to" || phrase == "due_to" || phrase == "prior_to" || phrase == "as_to" ||
                     phrase == "because_of" || phrase == "instead_of";
  return !aside && phrase.ends_with("_" + std::string(preposition));
}

void add_with_preposition(const Tree& tree, int word, std::string_view wanted, std::vector<int>& found) {
  for (int c : tree.all(
           word, {Deprel::obl, Deprel::nmod, Deprel::obl_agent, Deprel::advcl, Deprel::acl, Deprel::obl_unmarked})) {
    if (tree.is(c, {Deprel::advcl, Deprel::acl})) {  // "from doing": the preposition is a mark
      const int mark = tree.child(c, {Deprel::mark});
      if (mark != nowhere && to_lower(tree.at(mark).form) == wanted) found.push_back(c);
    } else if (const std::string p = tree.preposition(c); p == wanted || ends_in(p, wanted)) {
      found.push_back(c);
    }
  }
}

std::vector<int> after_preposition(const Tree& tree, int word, std::string_view wanted) {
  std::vector<int> found;
  add_with_preposition(tree, word, wanted, found);
  if (!found.empty()) return found;
  const auto held = tree.all(word, {Deprel::obj, Deprel::xcomp, Deprel::compound_prt, Deprel::nsubj_pass});
  for (int object : held) add_with_preposition(tree, object, wanted, found);  // "launched an attack on"
  if (!found.empty()) return found;
  for (int object : held) {  // "imposed a round of sanctions on"
    for (int of : tree.all(object, {Deprel::nmod})) {
      if (tree.preposition(of) == "of") add_with_preposition(tree, of, wanted, found);
    }
  }
  if (!found.empty()) return found;
  for (int inner : tree.all(word, {Deprel::xcomp})) {
    for (int object : tree.objects(inner))
      add_with_preposition(tree, object, wanted, found);  // "threatened to cut aid to"
  }
  if (found.empty()) {  // "called for talks with", "a breach of its treaty with"
    for (int other : tree.all(word, {Deprel::obl, Deprel::nmod})) {
      const std::string place = tree.preposition(other);  // "an exercise in the Gulf of Oman" is not Oman's
      if (wanted == "of" && (place == "in" || place == "at" || place == "off" || place == "near")) continue;
      add_with_preposition(tree, other, wanted, found);
    }
  }
  if (found.empty() && wanted == "between") {
    for (int subject : tree.subjects(word))
      add_with_preposition(tree, subject, wanted, found);  // "ties between A and B soured"
  }
  if (!found.empty()) return found;
  // "imposed sanctions on": the phrase may hang on the verb above the noun; in coordination on the first word.
  if (tree.is(word, {Deprel::obj, Deprel::nsubj_pass, Deprel::conj}) && tree.at(word).upos != Upos::VERB) {
    add_with_preposition(tree, tree.head(word), wanted, found);
  }
  if (found.empty()) {
    for (int other : tree.conjuncts(word)) {
      if (other != word && !tree.heads_clause(other)) add_with_preposition(tree, other, wanted, found);
    }
  }
  return found;
}

/// "Croatia fails the refugees, a group complained": what is said stands above the clause of saying that follows it.
int said_before(const Tree& tree, int word) {
  const int up = tree.head(word);
  const bool follows = up != no_head && up < word && tree.is(word, {Deprel::parataxis}) && tree.is_verbal(up);
  return follows && tree.child(word, {Deprel::nsubj}) != nowhere && tree.child(word, {Deprel::obj}) == nowhere
             ? up
             : nowhere;
}

/// The objects of a verb. In "broke off relations" the parser may take "off" for a preposition of the object.
std::vector<int> objects_of(const Tree& tree, int verb) {
  auto found = tree.objects(verb);
  if (!found.empty() || verb + 1 >= tree.size()) return found;
  if (!tree.lemma_in(verb + 1, {"off", "out", "down", "up", "back", "away", "aside"})) return found;
  for (int c : tree.all(verb, {Deprel::obl})) {
    if (tree.head(verb + 1) == c && tree.is(verb + 1, {Deprel::case_})) found.push_back(c);
  }
  return found;
}

/// Subjects of the copula of a noun or adjective, or of what makes it a predicate: "remains an ally", "role as a
/// supplier".
std::vector<int> nominal_subjects(const Tree& tree, int word) {
  auto own = tree.subjects(word);
  if (!own.empty() &&
      (tree.child(word, {Deprel::nsubj, Deprel::nsubj_outer}) != nowhere || tree.is(word, {Deprel::xcomp})))
    return own;
  const int up = tree.head(word);
  if (up == no_head) return own;
  if (tree.is(word, {Deprel::conj})) return nominal_subjects(tree, up);
  if (tree.is(word, {Deprel::appos})) return {up};
  if (tree.preposition(word) == "as") {
    const int owner = tree.child(up, {Deprel::nmod_poss});
    if (owner != nowhere) return {owner};
    const auto objects = tree.objects(up);
    return objects.empty() ? tree.subjects(up) : objects;
  }
  if (tree.is(word, {Deprel::nmod}) && tree.preposition(word) == "of" && tree.at(up).upos == Upos::NUM) {
    return nominal_subjects(tree, up);  // "Russia, one of Iran's key allies"
  }
  if (tree.is(word, {Deprel::obj, Deprel::xcomp})) return tree.subjects(up);
  return own;
}

/// The verb that governs a noun or a clause, through "of" phrases and coordination. A relative clause belongs to its
/// noun, whatever is done with that: "avoided steps that could lead to war" warns of none.
int governing_verb(const Tree& tree, int word) {
  for (int at = word; !tree.is(at, {Deprel::acl_relcl}) && tree.head(at) != no_head;) {
    at = tree.head(at);
    if (tree.at(at).upos == Upos::VERB) return at;
  }
  return nowhere;
}

}  // namespace

std::vector<int> clauses_below(const Tree& tree, int word) {
  auto found = tree.all(word, {Deprel::ccomp, Deprel::xcomp, Deprel::acl, Deprel::csubj});
  if (const int said = said_before(tree, word); found.empty() && said != nowhere) found.push_back(said);
  for (int clause : tree.all(word, {Deprel::advcl})) {  // "pushed Germany to send": often taken for a purpose
    if (tree.has_lemma_child(clause, Deprel::mark, {"to"})) found.push_back(clause);
  }
  return found;
}

std::vector<int> slot_words(const Tree& tree, int word, const Slot& slot) {
  const bool verb = tree.at(word).upos == Upos::VERB || tree.at(word).upos == Upos::AUX;
  switch (slot.kind) {
    case Slot::Kind::subject:
      if (verb && tree.is(word, {Deprel::amod}) && tree.at(word).xpos == "VBG")
        return {tree.head(word)};  // "the visiting king"
      return verb ? tree.subjects(word) : nominal_subjects(tree, word);
    case Slot::Kind::object:
      return objects_of(tree, word);
    case Slot::Kind::inner_object: {
      std::vector<int> found;
      for (int clause : tree.all(word, {Deprel::xcomp, Deprel::advcl, Deprel::acl})) {
        const auto objects = tree.objects(clause);
        found.insert(found.end(), objects.begin(), objects.end());
      }
      return found;
    }
    case Slot::Kind::indirect:
      return tree.all(word, {Deprel::iobj});
    case Slot::Kind::possessor:
      return tree.all(word, {Deprel::nmod_poss});
    case Slot::Kind::modifier:
      return tree.all(word, {Deprel::amod, Deprel::compound, Deprel::nmod_desc, Deprel::det});
    case Slot::Kind::complement: {
      std::vector<int> found;
      auto clauses = clauses_below(tree, word);
      for (int object : tree.objects(word)) {  // "repeated its demand that Israel leave"
        if (clauses.empty()) clauses = clauses_below(tree, object);
      }
      for (int clause : clauses) {
        const auto subjects = tree.subjects(clause);
        found.insert(found.end(), subjects.begin(), subjects.end());
        const auto patients = tree.is_passive(clause) ? tree.objects(clause) : std::vector<int>{};
        found.insert(found.end(), patients.begin(), patients.end());
      }
      return found;
    }
    case Slot::Kind::governor_subject: {
      const int verb_above = governing_verb(tree, word);
      return verb_above == nowhere ? std::vector<int>{} : tree.subjects(verb_above);
    }
    case Slot::Kind::self:
      return tree.all(word, {Deprel::appos, Deprel::flat, Deprel::compound});
    case Slot::Kind::preposition:
      return after_preposition(tree, word, slot.preposition);
  }
  return {};
}

Party slot_party(const Scene& scene, int word, const Slot& slot) {
  if (slot.kind == Slot::Kind::modifier) return scene.modifiers(word);
  if (slot.kind == Slot::Kind::possessor) return scene.possessors(word);
  const Tree& tree = scene.tree();
  const Party found = scene.party_of(slot_words(tree, word, slot));
  const bool participle = slot.kind == Slot::Kind::subject && tree.at(word).xpos == "VBG" && tree.head(word) != no_head;
  if (!found.empty() || !participle || tree.child(word, {Deprel::nsubj}) != nowhere) return found;
  if (tree.is(word, {Deprel::acl})) {  // "approved a law recognising ...": the law is theirs
    const int noun = tree.head(word), verb = tree.head(noun);
    const bool says = scene.in_class(noun, "pact") || scene.in_class(noun, "proposal") ||
                      tree.lemma_in(noun, {"law", "bill", "decree", "statement", "message", "order", "motion"});
    const bool made = says && verb != no_head && tree.is(noun, {Deprel::obj});
    return made ? scene.party_of(tree.subjects(verb)) : found;
  }
  if (tree.is(word, {Deprel::amod, Deprel::nsubj})) return found;
  return scene.party_of(tree.subjects(tree.root()));  // "it balanced its sales, often holding back on ..."
}

std::optional<WordClass> word_class(const Token& token) {
  switch (token.upos) {
    case Upos::VERB:
      return WordClass::verb;
    case Upos::NOUN:
    case Upos::PROPN:
      return WordClass::noun;
    case Upos::ADJ:
      return WordClass::adjective;
    case Upos::AUX: {
      const bool helps =
          token.relation == Deprel::aux || token.relation == Deprel::aux_pass || token.relation == Deprel::cop;
      return helps ? WordClass::modal : WordClass::verb;  // "had talks"
    }
    case Upos::ADV:
      return WordClass::adverb;
    default:
      return std::nullopt;
  }
}

}  // namespace entente
