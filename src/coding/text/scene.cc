#include "coding/text/scene.h"

#include <algorithm>

#include "base/text.h"

namespace entente {

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

Party Scene::party(int word) const {
  return party_at(word, 0);
}

Party Scene::party_at(int word, int depth) const {
  Party all = single(word, depth);
  std::vector<int> joined = tree_.conjuncts(word);
  for (int name : tree_.all(word, {Deprel::appos, Deprel::flat})) {  // "leader Gaddafi and President Zhivkov"
    for (int w : tree_.conjuncts(name)) {
      if (w != name || tree_.child(w, {Deprel::cc}) != nowhere) joined.push_back(w);
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
      (token.upos == Upos::NUM && !tree_.is(word, {Deprel::nummod, Deprel::compound, Deprel::amod}))) {
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

ActorList Scene::named_in(int word) const {
  ActorList found;
  for (int w : tree_.subtree(word)) {
    if (const Mention* name = name_at(w)) add_actors(found, {name->actor});
  }
  return found;
}

}  // namespace entente
