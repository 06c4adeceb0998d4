#include "coding/text/tree.h"

#include <algorithm>

#include "base/text.h"

namespace entente {

namespace {
constexpr int max_depth = 8;  // how far control, raising and coordination are followed
}

Tree::Tree(const Sentence& sentence) : sentence_(sentence), children_(sentence.tokens.size()) {
  for (int i = 0; i < size(); ++i) {
    if (head(i) == no_head) {
      if (root_ == nowhere) root_ = i;
    } else {
      children_[static_cast<size_t>(head(i))].push_back(i);
    }
  }
}

int Tree::child(int i, std::initializer_list<Deprel> relations) const {
  for (int c : children(i)) {
    if (is(c, relations)) return c;
  }
  return nowhere;
}

std::vector<int> Tree::all(int i, std::initializer_list<Deprel> relations) const {
  std::vector<int> found;
  for (int c : children(i)) {
    if (is(c, relations)) found.push_back(c);
  }
  return found;
}

bool Tree::is(int i, std::initializer_list<Deprel> relations) const {
  return std::find(relations.begin(), relations.end(), relation(i)) != relations.end();
}

bool Tree::lemma_in(int i, std::initializer_list<std::string_view> lemmas) const {
  return std::find(lemmas.begin(), lemmas.end(), at(i).lemma) != lemmas.end();
}

bool Tree::has_lemma_child(int i, Deprel wanted, std::initializer_list<std::string_view> lemmas) const {
  return std::any_of(children(i).begin(), children(i).end(),
                     [&](int c) { return relation(c) == wanted && lemma_in(c, lemmas); });
}

int Tree::first_conjunct(int i) const {
  for (int depth = 0; depth < max_depth && relation(i) == Deprel::conj; ++depth) i = head(i);
  return i;
}

std::vector<int> Tree::conjuncts(int i) const {
  std::vector<int> words = {i};
  for (int c : children(i)) {
    if (relation(c) != Deprel::conj) continue;
    for (int w : conjuncts(c)) words.push_back(w);
  }
  std::sort(words.begin(), words.end());
  return words;
}

std::string Tree::preposition(int i) const {
  for (int depth = 0; depth < max_depth; ++depth) {
    const int mark = child(i, {Deprel::case_});
    if (mark != nowhere) {
      std::string out = to_lower(at(mark).form);
      for (int part : all(mark, {Deprel::fixed})) out += "_" + to_lower(at(part).form);
      for (int more : all(i, {Deprel::case_})) {
        if (more == mark + 1) out += "_" + to_lower(at(more).form);  // "out of"
      }
      return out;
    }
    if (relation(i) != Deprel::conj) break;
    i = head(i);
  }
  return "";
}

bool Tree::dominates(int above, int below) const {
  for (int i = below; i != no_head; i = head(i)) {
    if (i == above) return true;
  }
  return false;
}

std::vector<int> Tree::subtree(int i) const {
  std::vector<int> words = {i};
  for (size_t next = 0; next < words.size(); ++next) {
    const auto& more = children(words[next]);
    words.insert(words.end(), more.begin(), more.end());
  }
  std::sort(words.begin(), words.end());
  return words;
}

bool Tree::heads_clause(int i) const {
  if (child(i, {Deprel::cop}) != nowhere || i == root_) return true;
  return is(i, {Deprel::ccomp, Deprel::xcomp, Deprel::advcl, Deprel::acl, Deprel::acl_relcl, Deprel::csubj,
                Deprel::csubj_pass, Deprel::advcl_relcl, Deprel::parataxis});
}

bool Tree::is_verbal(int i) const {
  if (at(i).upos == Upos::AUX) return !is(i, {Deprel::aux, Deprel::aux_pass, Deprel::cop});
  return at(i).upos == Upos::VERB || child(i, {Deprel::cop}) != nowhere;
}

int Tree::clause_of(int i) const {
  while (i != no_head && !heads_clause(i) && !(relation(i) == Deprel::conj && is_verbal(i))) {
    i = head(i);
  }
  return i == no_head ? root_ : i;
}

/// "BANKS ASKED TO LEND MORE": a headline leaves out the auxiliary of a passive, and nobody else is asked.
bool Tree::is_headline_passive(int verb) const {
  const bool past = at(verb).xpos == "VBD" || at(verb).xpos == "VBN";
  if (!past || verb != root_ || at(size() - 1).upos == Upos::PUNCT) return false;
  if (!lemma_in(verb, {"ask", "urge", "order", "tell", "force", "invite", "authorise", "authorize", "allow", "permit"}))
    return false;
  return child(verb, {Deprel::xcomp, Deprel::advcl}) != nowhere && child(verb, {Deprel::obj, Deprel::aux}) == nowhere;
}

bool Tree::is_passive(int verb) const {
  if (child(verb, {Deprel::aux_pass}) != nowhere) return true;
  if (child(verb, {Deprel::obl_agent}) != nowhere)
    return child(verb, {Deprel::obj}) == nowhere;  // "condemned the raid by A"
  if (is_headline_passive(verb)) return true;
  if (at(verb).xpos != "VBN" || (relation(verb) == Deprel::acl && child(verb, {Deprel::obj}) != nowhere)) return false;
  const bool perfect = has_lemma_child(verb, Deprel::aux, {"have"});
  if (child(verb, {Deprel::nsubj_pass, Deprel::csubj_pass}) != nowhere) return !perfect;
  if (relation(verb) == Deprel::acl || relation(verb) == Deprel::amod) return true;  // "drones supplied by Iran"
  if (relation(verb) == Deprel::conj && !perfect && child(verb, {Deprel::nsubj}) == nowhere)
    return is_passive(head(verb));
  return false;
}

int Tree::antecedent(int i) const {
  if (at(i).upos != Upos::PRON && at(i).upos != Upos::SCONJ && at(i).upos != Upos::DET) return i;
  if (!lemma_in(i, {"who", "which", "that", "whom", "whose"})) return i;
  for (int up = head(i); up != no_head; up = head(up)) {
    if (relation(up) == Deprel::acl_relcl) return head(up);
  }
  return i;
}

std::vector<int> Tree::resolve_all(std::vector<int> words) const {
  for (int& w : words) w = antecedent(w);
  return words;
}

std::vector<int> Tree::subjects(int predicate) const {
  return resolve_all(subjects_at(predicate, 0));
}

std::vector<int> Tree::subjects_at(int predicate, int depth) const {
  if (depth > max_depth) return {};
  if (is_passive(predicate)) {
    auto agents = all(predicate, {Deprel::obl_agent});
    if (agents.empty()) {
      for (int c : all(predicate, {Deprel::obl})) {
        if (preposition(c) == "by") agents.push_back(c);
      }
    }
    return agents;
  }
  auto own = all(predicate, {Deprel::nsubj, Deprel::nsubj_outer, Deprel::nsubj_pass});
  for (int& w : own) {  // "Pakistan today threatened": the name before the time is the subject
    const int name = names_time(w) ? child(w, {Deprel::compound, Deprel::nmod_poss, Deprel::flat}) : nowhere;
    if (name != nowhere && at(name).upos == Upos::PROPN) w = name;
  }
  std::erase_if(own, [&](int w) { return names_time(w); });
  if (own.empty()) own = inherited_subjects(predicate, depth);
  if (own.empty()) own = bare_nouns_before(predicate);
  return own;
}

bool Tree::names_time(int i) const {
  return lemma_in(i, {"Monday",    "Tuesday",   "Wednesday", "Thursday", "Friday",  "Saturday", "Sunday", "today",
                      "yesterday", "tomorrow",  "year",      "month",    "week",    "day",      "night",  "time",
                      "morning",   "January",   "February",  "March",    "April",   "May",      "June",   "July",
                      "August",    "September", "October",   "November", "December"});
}

bool Tree::is_bare_noun(int i) const {
  const bool noun = at(i).upos == Upos::NOUN || at(i).upos == Upos::PROPN || at(i).upos == Upos::PRON;
  return noun && !names_time(i) && child(i, {Deprel::case_, Deprel::mark}) == nowhere;
}

/// A noun before a finite verb without a preposition is its subject, whatever relation the parser gave it.
std::vector<int> Tree::bare_nouns_before(int verb) const {
  std::vector<int> found;
  for (int c : all(verb, {Deprel::obl, Deprel::dep, Deprel::nmod, Deprel::dislocated, Deprel::obj})) {
    if (c < verb && is_bare_noun(c)) found.push_back(c);
  }
  return found;
}

/// The subject that a clause without one of its own takes from the words around it.
std::vector<int> Tree::inherited_subjects(int predicate, int depth) const {
  const int up = head(predicate);
  if (up == no_head) return {};
  switch (relation(predicate)) {
    case Deprel::conj:
      if (is_passive(up)) return all(up, {Deprel::nsubj_pass});
      return subjects_at(up, depth + 1);
    case Deprel::xcomp: {
      const auto controlled = all(up, {Deprel::obj, Deprel::iobj});
      if (!controlled.empty() && !lemma_in(up, {"promise", "vow", "pledge", "have", "use"})) return controlled;
      if (is_passive(up)) return all(up, {Deprel::nsubj_pass});
      return subjects_at(up, depth + 1);
    }
    case Deprel::acl:
      // "countries buying oil": the noun acts, and so it does where a finite verb was taken for a participle. "Its
      // decision to buy oil": whoever decides.
      if (at(predicate).xpos == "VBG" && child(up, {Deprel::cop}) != nowhere) {
        return subjects_at(up, depth + 1);  // "X is a partner, supplying ..."
      }
      if (at(predicate).xpos == "VBG" || at(predicate).xpos == "VBD" || at(predicate).xpos == "VBZ" ||
          at(predicate).xpos == "VBN")
        return {up};
      if (const int owner = child(up, {Deprel::nmod_poss}); owner != nowhere) return {owner};
      return subjects_at(clause_of(up), depth + 1);
    case Deprel::acl_relcl:
    case Deprel::advcl_relcl:
      return {up};
    case Deprel::csubj:
      return at(up).upos == Upos::ADJ ? subjects_at(up, depth + 1) : std::vector<int>{};  // "is loath to send"
    case Deprel::advcl:
      if (at(predicate).xpos == "VBG" && has_lemma_child(predicate, Deprel::mark, {"from", "into", "of"})) {
        if (auto kept = all(up, {Deprel::obj}); !kept.empty()) return kept;  // "stopped them from sending"
      }
      [[fallthrough]];
    case Deprel::ccomp:
    case Deprel::parataxis:
      if (is_passive(up)) return all(up, {Deprel::nsubj_pass});
      return subjects_at(up, depth + 1);
    case Deprel::nmod:
    case Deprel::obl:
      return subjects_at(clause_of(up), depth + 1);
    default:
      return {};
  }
}

std::vector<int> Tree::objects(int predicate) const {
  if (!is_passive(predicate)) {
    auto own = all(predicate, {Deprel::obj});
    if (own.empty() && relation(predicate) == Deprel::acl_relcl && child(predicate, {Deprel::nsubj}) != nowhere) {
      own.push_back(head(predicate));  // "the drones Iran supplied"
    }
    if (own.empty()) {  // whatever relation the parser gave to a bare noun behind the verb
      for (int c :
           all(predicate, {Deprel::obl, Deprel::nmod, Deprel::dep, Deprel::nmod_unmarked, Deprel::obl_unmarked})) {
        if (c > predicate && is_bare_noun(c)) own.push_back(c);
      }
    }
    return resolve_all(own);
  }
  auto own = all(predicate, {Deprel::nsubj_pass});
  if (own.empty() && is_headline_passive(predicate)) own = all(predicate, {Deprel::nsubj});
  if (own.empty() && is(predicate, {Deprel::acl, Deprel::amod})) return {head(predicate)};
  if (own.empty() && relation(predicate) == Deprel::conj)
    return resolve_all(all(head(predicate), {Deprel::nsubj_pass}));
  if (own.empty() && is(predicate, {Deprel::xcomp, Deprel::advcl, Deprel::parataxis})) {
    const int up = head(predicate);
    return resolve_all(is_passive(up) ? all(up, {Deprel::nsubj_pass})
                                      : subjects_at(up, 1));  // "while supported by A, this offer ..."
  }
  return resolve_all(own);
}

std::string Tree::phrase(int i, std::string_view text) const {
  auto words = subtree(i);
  const auto bare = [&](int w) {
    return w != i && (at(w).upos == Upos::PUNCT || is(w, {Deprel::cc, Deprel::case_, Deprel::mark}));
  };
  size_t first = 0, last = words.size() - 1;
  while (first < last && bare(words[first])) ++first;
  while (last > first && at(words[last]).upos == Upos::PUNCT) --last;
  const Span whole{at(words[first]).span.begin, at(words[last]).span.end};
  return std::string(whole.of(text));
}

}  // namespace entente
