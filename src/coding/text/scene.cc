#include "coding/text/scene.h"

#include <algorithm>

#include "base/text.h"

namespace entente {

namespace {
constexpr int deepest = 5;  // how many steps of reference and ownership are followed
}

void add_actors(ActorList& list, const ActorList& more) {
  for (const ActorId& actor : more) {
    if (std::find(list.begin(), list.end(), actor) == list.end()) list.push_back(actor);
  }
}

Scene::Scene(const Sentence& sentence, std::string_view text, std::vector<Mention> names,
             std::vector<TitleMention> titles, const Lexicon& lexicon, const Discourse& discourse, const Date& day)
    : tree_(sentence),
      text_(text),
      names_(std::move(names)),
      titles_(std::move(titles)),
      name_at_(sentence.tokens.size(), nowhere),
      title_at_(sentence.tokens.size(), nowhere),
      lexicon_(lexicon),
      discourse_(discourse),
      day_(day) {
  for (size_t m = 0; m < names_.size(); ++m) {
    for (int i = names_[m].begin; i < names_[m].end; ++i) name_at_[static_cast<size_t>(i)] = static_cast<int>(m);
  }
  for (size_t m = 0; m < titles_.size(); ++m) {
    for (int i = titles_[m].begin; i < titles_[m].end; ++i) title_at_[static_cast<size_t>(i)] = static_cast<int>(m);
  }
}

const Mention* Scene::name_at(int word) const {
  const int m = name_at_[static_cast<size_t>(word)];
  return m == nowhere ? nullptr : &names_[static_cast<size_t>(m)];
}

bool Scene::in_class(int word, std::string_view class_name) const {
  const auto* words = lexicon_.words.words_of(class_name);
  return words != nullptr && std::find(words->begin(), words->end(), tree_.at(word).lemma) != words->end();
}

std::string Scene::kind_of_people(int word) const {
  const int title = title_at_[static_cast<size_t>(word)];
  const bool noun = tree_.at(word).upos == Upos::NOUN || tree_.at(word).upos == Upos::PROPN;
  if (title != nowhere && noun) return titles_[static_cast<size_t>(title)].title->suffix;
  for (int c : tree_.all(word, {Deprel::nmod_desc, Deprel::compound, Deprel::flat})) {  // "President Bouteflika"
    if (c < word && title_at_[static_cast<size_t>(c)] != nowhere && tree_.at(word).upos == Upos::PROPN)
      return kind_of_people(c);
  }
  if (!in_class(word, "quantity")) return "";
  for (int c : tree_.all(word, {Deprel::nmod})) {
    if (tree_.preposition(c) == "of") return kind_of_people(c);
  }
  return "";
}

Party Scene::party(int word) const {
  return party_at(word, 0);
}

Party Scene::party_at(int word, int depth) const {
  Party all = single(word, depth);
  std::vector<int> joined = tree_.conjuncts(word);
  for (int name : tree_.all(word, {Deprel::appos, Deprel::flat})) {  // "leader Gaddafi and President Zhivkov"
    for (int w : tree_.conjuncts(name)) {
      if (w != name) joined.push_back(w);
    }
  }
  for (int w : joined) {
    if (w == word || tree_.heads_clause(w)) continue;
    const Party more = single(w, depth);
    if (all.empty()) all.ground = more.ground;
    add_actors(all.actors, more.actors);
    if (all.word == nowhere) all.word = more.word;
  }
  add_actors(all.actors, listed_with(word));
  return all;
}

/// The actors in the same list of names as a word, whatever the parser made of the list: "Russia, Turkiye and China".
/// A name that is the subject of a verb of its own belongs to another clause.
ActorList Scene::listed_with(int word) const {
  const int own = name_at_[static_cast<size_t>(word)];
  if (own == nowhere) return {};
  const auto joins = [&](size_t left, size_t right) {
    bool conjunction = false;
    for (int i = names_[left].end; i < names_[right].begin; ++i) {
      const bool comma = tree_.at(i).form == ",";
      if (!comma && !tree_.lemma_in(i, {"and", "or", "the"})) return 0;
      conjunction = conjunction || tree_.lemma_in(i, {"and", "or"});
    }
    return names_[left].end == names_[right].begin ? 0 : (conjunction ? 2 : 1);
  };
  size_t first = static_cast<size_t>(own), last = first;
  bool conjunction = false;
  const auto other_clause = [&](const Mention& name) {
    const int head = name.end - 1;
    if (head == word || tree_.head(head) == tree_.head(word)) return false;
    const bool begins =
        tree_.is(word, {Deprel::nsubj, Deprel::nsubj_pass}) && head < word;  // "over Syria, and Israel has"
    return begins ? !tree_.preposition(head).empty() && tree_.clause_of(head) != tree_.clause_of(word)
                  : tree_.is(head, {Deprel::nsubj, Deprel::nsubj_pass});
  };
  while (first > 0 && joins(first - 1, first) != 0 && !other_clause(names_[first - 1])) {
    conjunction = conjunction || joins(first - 1, first) == 2;
    --first;
  }
  while (last + 1 < names_.size() && joins(last, last + 1) != 0 && !other_clause(names_[last + 1])) {
    conjunction = conjunction || joins(last, last + 1) == 2;
    ++last;
  }
  ActorList found;
  for (size_t m = first; conjunction && m <= last; ++m) add_actors(found, {names_[m].actor});
  return found;
}

Party Scene::party_of(const std::vector<int>& words) const {
  for (int w : words) {
    Party found = party(w);
    if (!found.empty()) return found;
  }
  return {};
}

Party Scene::single(int word, int depth) const {
  if (depth > deepest) return {};
  word = tree_.antecedent(word);
  const Token& token = tree_.at(word);
  const TitleMention* title = title_at_[static_cast<size_t>(word)] == nowhere
                                  ? nullptr
                                  : &titles_[static_cast<size_t>(title_at_[static_cast<size_t>(word)])];
  if (const Mention* name = name_at(word)) {
    if (name->form == NameForm::people) {
      Party home = residents(word, depth);
      if (!home.empty()) return home;
    }
    if (name->form == NameForm::adjective && is_bloc(name->actor)) return {};  // "in the Gulf" names waters
    // "Washington" in "in Washington" is a place; as a party it stands for its state all the same.
    return {{name->actor}, Party::Ground::named, word};
  }
  if (token.upos == Upos::PRON) return reference(word, depth);
  if (tree_.lemma_in(word, {"both", "all", "either", "neither", "each", "one", "some", "many", "most", "none"}) ||
      token.upos == Upos::NUM) {
    for (int c : tree_.all(word, {Deprel::nmod})) {
      if (tree_.preposition(c) == "of" && !in_class(c, "relational")) return party_at(c, depth + 1);
    }
    return group_reference(word);
  }
  if (in_class(word, "quantity")) {
    Party counted = counted_people(word, depth);
    if (!counted.empty()) return counted;
  }
  if (title != nullptr && (token.upos == Upos::NOUN || token.upos == Upos::PROPN)) {
    const Party holder = title_holder(word, depth);
    if (!holder.empty()) return holder;
  }
  if (in_class(word, "group-noun")) {
    Party group = named_as_examples(word, depth);
    if (group.empty()) group = group_reference(word);
    if (!group.empty()) return group;
  }
  if (const int other_name = tree_.child(word, {Deprel::appos, Deprel::flat}); other_name != nowhere) {
    const Party named = single(other_name, depth + 1);
    if (!named.empty() && named.ground == Party::Ground::named) return named;
  }
  if (token.upos != Upos::NOUN && token.upos != Upos::PROPN) return {};
  if (in_class(word, "relational")) {
    if (const int host = bearer(word); host != nowhere) return single(host, depth + 1);
  }
  Party examples = named_as_examples(word, depth);
  return examples.empty() ? owner(word, depth) : examples;
}

/// "ethnic Albanians in Serbia", "the Turks of Bulgaria": people of the place where they live, not of their kin's
/// state.
Party Scene::residents(int people, int depth) const {
  const ActorId kin = principal(name_at(people)->actor);
  const auto home_at = [&](int word) {
    const std::string preposition = tree_.preposition(word);
    if (preposition != "in" && preposition != "of" && preposition != "near" && preposition != "across") return Party{};
    Party home = party_at(word, depth + 1);
    if (home.actors.size() != 1 || principal(home.actors.front()) == kin) return Party{};
    return Party{{ActorId(principal(home.actors.front()).str() + ":CVL")}, Party::Ground::owner, people};
  };
  for (int c : tree_.all(people, {Deprel::nmod})) {
    Party home = home_at(c);
    if (!home.empty()) return home;
  }
  if (!tree_.has_lemma_child(people, Deprel::amod, {"ethnic"})) return {};
  for (const Mention& name : names_) {  // the first other state that the sentence names
    const ActorId state = principal(name.actor);
    if (state == kin || is_bloc(state) || name.begin < people) continue;
    return {{ActorId(state.str() + ":CVL")}, Party::Ground::owner, people};
  }
  return {};
}

/// "hundreds of thousands of Algerians", "a group of Moroccan diplomats": people in numbers are no government.
Party Scene::counted_people(int noun, int depth) const {
  for (int c : tree_.all(noun, {Deprel::nmod})) {
    if (tree_.preposition(c) != "of") continue;
    Party party = party_at(c, depth + 1);
    const Mention* name = name_at(c);
    for (ActorId& actor : party.actors) {
      const bool people = name != nullptr && (name->form == NameForm::people || tree_.at(c).xpos == "NNPS");
      if (people && actor.str().find(':') == std::string::npos) actor = ActorId(actor.str() + ":CVL");
    }
    return party;
  }
  return {};
}

/// "Togo, one of Ghana's old friends that ...": the word that a noun in apposition describes.
int Scene::bearer(int noun) const {
  const int up = tree_.head(noun);
  if (tree_.is(noun, {Deprel::appos})) return up;
  const bool one_of =
      up != no_head && tree_.is(noun, {Deprel::nmod}) && tree_.preposition(noun) == "of" && tree_.lemma_in(up, {"one"});
  return one_of && tree_.is(up, {Deprel::appos, Deprel::conj, Deprel::nmod}) ? tree_.head(up) : nowhere;
}

/// "powers like China and Russia": the noun stands for those that are named as its examples.
Party Scene::named_as_examples(int noun, int depth) const {
  for (int c : tree_.all(noun, {Deprel::nmod})) {
    const std::string preposition = tree_.preposition(c);
    if (preposition == "like" || preposition == "such_as" || preposition == "including") return party_at(c, depth + 1);
  }
  return {};
}

bool Scene::is_bloc(const ActorId& actor) const {
  const Actor* entry = lexicon_.actors.find(actor);
  return entry != nullptr && entry->kind == ActorKind::bloc;
}

/// A proper name of several words that the lexicon doesn't know: "British Printing", "American Motors".
bool Scene::is_unknown_name(int noun) const {
  const bool joined = noun > 0 && name_at(noun - 1) != nullptr && name_at(noun) == nullptr;
  return joined && tree_.at(noun).upos == Upos::PROPN && is_ascii_upper(tree_.at(noun).form.front()) &&
         title_at_[static_cast<size_t>(noun)] == nowhere;
}

/// Who owns or makes a thing or an act: "Israeli strikes", "the actions of Israel", "a village in Cambodia".
Party Scene::owner(int noun, int depth) const {
  if (is_unknown_name(noun)) return {};
  const bool relational = in_class(noun, "relational");
  Party found = modifiers(noun);
  if (found.empty() && !relational) found = possessors(noun);
  if (found.empty() && !relational) {
    static constexpr std::string_view prepositions[] = {"by", "of", "from", "in", "at", "near", "within", "across"};
    for (const std::string_view preposition : prepositions) {
      for (int c : tree_.all(noun, {Deprel::nmod})) {
        if (tree_.preposition(c) != preposition) continue;
        found = party_at(c, depth + 1);
        if (!found.empty()) break;
      }
      if (!found.empty()) break;
    }
  }
  if (found.empty()) return unowned(noun);
  found.word = noun;
  if (found.ground == Party::Ground::named) found.ground = Party::Ground::owner;
  const std::string suffix = in_class(noun, "movement") ? "CVL" : suffix_of_modifiers(noun);
  for (ActorId& actor : found.actors) {
    if (!suffix.empty() && actor.str().find(':') == std::string::npos) actor = ActorId(actor.str() + ":" + suffix);
  }
  return found;
}

/// A noun without an owner that points back: "this offer" is the last actor's, "the partnership" that of the pair.
Party Scene::unowned(int noun) const {
  const bool points = tree_.has_lemma_child(noun, Deprel::det, {"this", "that", "these", "those", "such"});
  if (points && in_class(noun, "deed")) return {discourse_.last_doer(), Party::Ground::reference, noun};
  if (in_class(noun, "bond") && !tree_.has_lemma_child(noun, Deprel::det, {"a", "an", "any", "no"})) {
    return {discourse_.topic_pair(), Party::Ground::topic, noun};
  }
  return {};
}

/// "opposition groups", "rebel forces": the organ that a title before the noun makes of its owner; empty if none does.
std::string Scene::suffix_of_modifiers(int noun) const {
  for (int c : tree_.all(noun, {Deprel::compound, Deprel::amod})) {
    const int title = title_at_[static_cast<size_t>(c)];
    const bool noun = tree_.at(c).upos == Upos::NOUN || tree_.at(c).upos == Upos::PROPN;
    if (title != nowhere && noun && name_at(c) == nullptr) return titles_[static_cast<size_t>(title)].title->suffix;
  }
  return "";
}

Party Scene::possessors(int noun) const {
  Party found;
  for (int c : tree_.all(noun, {Deprel::nmod_poss})) {
    if (tree_.at(c).upos == Upos::PRON) {
      found = reference(c, 1);
    } else {
      found = party_at(c, 1);
    }
    if (!found.empty()) return found;
  }
  return found;
}

Party Scene::modifiers(int noun) const {
  Party found;
  std::vector<int> named;
  std::vector<int> open = {noun};
  for (size_t next = 0; next < open.size(); ++next) {
    for (int c : tree_.children(open[next])) {
      const bool modifier =
          tree_.is(c, {Deprel::amod, Deprel::compound, Deprel::flat, Deprel::nmod_desc, Deprel::det, Deprel::dep,
                       Deprel::nmod_unmarked, Deprel::obl_unmarked, Deprel::advmod, Deprel::obl, Deprel::nummod});
      const bool joined = open[next] != noun && tree_.relation(c) == Deprel::conj;
      if (c > noun || (!modifier && !joined) || tree_.preposition(c) == "than") continue;
      // "Iranian-backed", "Israeli-occupied": only what is led or made by somebody is theirs.
      if (tree_.at(c).upos == Upos::VERB && !tree_.lemma_in(c, {"lead", "run", "make", "build", "control", "own"}))
        continue;
      if (name_at(c) != nullptr) named.push_back(c);
      open.push_back(c);
    }
  }
  std::sort(named.begin(), named.end());
  for (int w : named) add_actors(found.actors, {name_at(w)->actor});
  if (!found.empty()) found.word = noun;
  return found;
}

ActorList Scene::named_in(int word) const {
  ActorList found;
  for (int w : tree_.subtree(word)) {
    if (const Mention* name = name_at(w)) add_actors(found, {name->actor});
  }
  return found;
}

/// "Deputy Foreign Minister Sergei Ryabkov": the proper names after a title make a person.
std::optional<ActorId> Scene::named_person(const TitleMention& title, const ActorId& state) const {
  std::string name;
  for (int i = title.end; i < tree_.size() && i < title.end + 4; ++i) {
    if (tree_.at(i).upos != Upos::PROPN || name_at(i) != nullptr) break;
    name += (name.empty() ? "" : " ") + tree_.at(i).form;
  }
  if (name.empty()) return std::nullopt;
  return ActorId(principal(state).str() + ":" + name);
}

Party Scene::title_holder(int word, int depth) const {
  const TitleMention& title = titles_[static_cast<size_t>(title_at_[static_cast<size_t>(word)])];
  // A named person stands right behind the title: "President Vladimir Putin".
  if (title.end < tree_.size()) {
    const Mention* next = name_at(title.end);
    if (next != nullptr && next->form == NameForm::person) return {{next->actor}, Party::Ground::named, word};
  }
  Party states = modifiers(word);
  if (states.empty()) states = possessors(word);
  if (states.empty()) {
    static constexpr std::string_view prepositions[] = {"of", "in", "from", "for", "at"};
    for (const std::string_view preposition : prepositions) {
      for (int c : tree_.all(word, {Deprel::nmod})) {
        if (tree_.preposition(c) != preposition) continue;
        states = party_at(c, depth + 1);
        if (!states.empty()) break;
      }
      if (!states.empty()) break;
    }
  }
  if (states.empty()) {
    for (int c : tree_.all(word, {Deprel::appos, Deprel::flat})) {
      states = single(c, depth + 1);
      if (!states.empty()) return states;
    }
    return {};
  }
  const bool singular = tree_.at(word).xpos != "NNS" && tree_.at(word).xpos != "NNPS";
  for (ActorId& state : states.actors) {
    const auto person = singular ? named_person(title, state) : std::nullopt;
    const auto holder = singular && !title.title->office.empty() && day_.known()
                            ? lexicon_.actors.holder(principal(state), title.title->office, day_)
                            : std::nullopt;
    const bool own_organ = state.str().find(':') != std::string::npos;
    if (person) {
      state = *person;
    } else if (holder) {
      state = *holder;
    } else if (!own_organ) {
      state = ActorId(state.str() + ":" + title.title->suffix);
    }
  }
  states.ground = Party::Ground::named;
  states.word = word;
  return states;
}

/// "the two countries", "both nations", "all three", "these powers", "the country".
Party Scene::group_reference(int word) const {
  static const std::vector<std::pair<std::string_view, size_t>> numbers = {
      {"both", 2}, {"two", 2}, {"three", 3}, {"four", 4}};
  std::optional<size_t> size;
  bool definite = false;
  const auto look = [&](int w) {
    for (const auto& [text, n] : numbers) {
      if (to_lower(tree_.at(w).form) == text) size = n;
    }
    definite = definite || tree_.lemma_in(w, {"the", "these", "those", "this"});
  };
  look(word);
  for (int c : tree_.children(word)) {
    if (tree_.is(c, {Deprel::det, Deprel::nummod, Deprel::det_predet, Deprel::amod})) look(c);
  }
  if (!modifiers(word).empty() || !possessors(word).empty()) return {};
  ActorList actors;
  const bool plural = tree_.at(word).xpos == "NNS";
  if (size) {
    actors = group_before(word);
    if (actors.size() != *size) actors = discourse_.group(*size);
  } else if (definite && plural) {
    if (tree_.child(word, {Deprel::nmod, Deprel::acl_relcl}) != nowhere) return {};
    actors = discourse_.group(0);
  } else if (definite && tree_.lemma_in(word, {"country", "nation", "republic", "regime"})) {
    const Party subject = subject_before(word, 1);
    const ActorId other = subject.empty() ? ActorId{} : principal(subject.actors.front());
    for (const Mention& name : names_) {
      if (name.end <= word && principal(name.actor) != other && name.form != NameForm::city)
        actors = {principal(name.actor)};
    }
    if (actors.empty()) actors = discourse_.last_named_but(other);
  }
  if (actors.empty()) return {};
  return {actors, Party::Ground::reference, word};
}

/// The actors coordinated with each other closest before a word.
ActorList Scene::group_before(int word) const {
  ActorList best;
  for (int i = 0; i < word; ++i) {
    if (name_at(i) == nullptr || tree_.relation(i) == Deprel::conj) continue;
    ActorList group;
    for (int w : tree_.conjuncts(i)) {
      if (const Mention* name = name_at(w); name != nullptr && w < word) add_actors(group, {principal(name->actor)});
    }
    if (group.size() > 1) best = group;
  }
  return best;
}

/// The actor that is subject of the clause around a word, or of a clause around that, if it stands before the word.
Party Scene::subject_before(int word, int depth) const {
  for (int clause = tree_.clause_of(word); clause != nowhere && clause != no_head;) {
    for (int s : tree_.subjects(clause)) {
      if (s >= word || tree_.dominates(s, word)) continue;
      if (tree_.at(s).upos == Upos::PRON && s == word) continue;
      Party subject = party_at(s, depth + 1);
      // "The company said its ...", "Mr Lim said he ...": somebody whom nobody knows is meant, not one named before.
      if (!subject.empty() || can_be_meant(s)) return subject.empty() ? Party{{}, {}, s} : subject;
    }
    clause = tree_.head(clause) == no_head ? nowhere : tree_.clause_of(tree_.head(clause));
  }
  return {};
}

/// A noun for people, a body or a person: what a pronoun after it stands for.
bool Scene::can_be_meant(int noun) const {
  return tree_.at(noun).upos == Upos::PROPN || (tree_.at(noun).upos == Upos::NOUN && !kind_of_people(noun).empty());
}

Party Scene::reference(int word, int depth) const {
  if (depth > deepest) return {};
  const bool plural = tree_.lemma_in(word, {"they", "their", "them", "themselves", "theirs"}) ||
                      to_lower(tree_.at(word).form) == "their" || to_lower(tree_.at(word).form) == "them";
  const bool singular = tree_.lemma_in(word, {"it", "its", "itself"}) || to_lower(tree_.at(word).form) == "its";
  const bool person = tree_.lemma_in(word, {"he", "she", "his", "her", "him", "himself", "herself"});
  if (tree_.lemma_in(word, {"both", "all"})) return group_reference(word);
  if (!plural && !singular && !person) return {};
  Party subject = subject_before(word, depth + 1);
  if (subject.empty() && subject.word != nowhere) return {};
  if (plural) {
    const bool many =
        subject.word != nowhere && (tree_.at(subject.word).xpos == "NNS" || tree_.at(subject.word).xpos == "NNPS");
    if (subject.actors.size() > 1 || (many && !subject.empty()))
      return {subject.actors, Party::Ground::reference, word};
    ActorList group = group_before(word);
    if (group.empty()) group = discourse_.plural();
    return {group, Party::Ground::reference, word};
  }
  if (person) {
    for (const Mention& name : names_) {
      if (name.end <= word && name.form == NameForm::person) return {{name.actor}, Party::Ground::reference, word};
    }
    if (subject.actors.size() == 1) return {subject.actors, Party::Ground::reference, word};
    return {discourse_.person(), Party::Ground::reference, word};
  }
  if (subject.actors.size() == 1) return {subject.actors, Party::Ground::reference, word};
  if (!subject.empty()) return {};
  for (const Mention& name : names_) {  // "While Russia ..., it ...": the first one named in a clause before
    const bool preposed =
        tree_.is(tree_.clause_of(name.begin), {Deprel::advcl}) && tree_.clause_of(name.begin) != tree_.clause_of(word);
    if (name.end <= word && name.form != NameForm::city && preposed) {
      return {{principal(name.actor)}, Party::Ground::reference, word};
    }
  }
  return {discourse_.singular(), Party::Ground::reference, word};
}

}  // namespace entente
