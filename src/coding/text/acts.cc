#include "coding/text/acts.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "coding/text/camps.h"
#include "coding/text/entry_match.h"
#include "coding/text/figurative.h"
#include "coding/text/goods.h"
#include "coding/text/sides.h"
#include "coding/text/slots.h"

namespace entente {

namespace {

Party first_filled(const Scene& scene, int word, const std::vector<Slot>& slots, const Party& other) {
  for (const Slot& slot : slots) {
    Party found = without(slot_party(scene, word, slot), other);
    if (!found.empty()) return found;
  }
  return {};
}

/// Everybody in any of the slots together: for mutual acts, whose parties may stand on both sides.
Party all_filled(const Scene& scene, int word, const std::vector<Slot>& slots) {
  Party all;
  for (const Slot& slot : slots) {
    const Party found = slot_party(scene, word, slot);
    if (all.empty()) all.ground = found.ground;
    add_actors(all.actors, found.actors);
  }
  all.word = word;
  return all;
}

/// The party without those that stand for the same side twice: a state and its president.
Party distinct(const Party& party) {
  Party out = party;
  out.actors.clear();
  for (const ActorId& actor : party.actors) {
    if (std::none_of(out.actors.begin(), out.actors.end(),
                     [&](const ActorId& other) { return same_side(actor, other); }))
      out.actors.push_back(actor);
  }
  return out;
}

bool is_rivalry(const Predicate& entry) {
  return entry.word == WordClass::noun && entry.outcomes.front().type == ClaimType::rival;
}

/// The actor named last before a word: "help for Chad in the conflict with Libya" tells of Chad's conflict.
Party named_before(const Scene& scene, int word, const Party& other) {
  const Mention* last = nullptr;
  for (const Mention& name : scene.names()) {
    if (name.end <= word) last = &name;
  }
  if (last == nullptr) return {};
  return without({{principal(last->actor)}, Party::Ground::inside, last->end - 1}, other);
}

void fill_mutual(const Scene& scene, Act& act) {
  const auto is_between = [](const Slot& slot) { return slot.preposition == "between"; };
  const auto& targets = act.entry->target;
  if (act.entry->word == WordClass::noun || std::any_of(targets.begin(), targets.end(), is_between)) {
    // "The Geneva talks between A and B", "ties between A and B soured": no party but those two.
    const Party both = distinct(slot_party(scene, act.word, {Slot::Kind::preposition, "between"}));
    if (both.actors.size() == 2) {
      act.source = act.target = both;
      act.reciprocal = true;
      return;
    }
  }
  act.source = first_filled(scene, act.word, act.entry->source, {});
  act.target = first_filled(scene, act.word, act.entry->target, act.source);
  if (act.source.empty() && !act.target.empty() && is_rivalry(*act.entry))
    act.source = named_before(scene, act.word, act.target);
  if (!act.source.empty() && !act.target.empty()) return;
  // "A and B met", "talks between A and B": all parties on one side. What stands after "with" is one side alone.
  std::vector<Slot> slots = act.entry->source;
  for (const std::string_view preposition : {"between", "among", "of"}) {
    if (preposition == "of" && act.entry->word == WordClass::verb) continue;  // "agreed to a rescheduling of A's debts"
    slots.push_back({Slot::Kind::preposition, std::string(preposition)});
  }
  const Party all = distinct(all_filled(scene, act.word, slots));
  for (const Slot& slot : act.entry->target) {  // "engage with all parties": the other side is somebody unnamed
    if (slot.kind == Slot::Kind::preposition && slot.preposition == "with" &&
        !slot_words(scene.tree(), act.word, slot).empty())
      return;
  }
  const bool rivals = act.entry->outcomes.front().type == ClaimType::rival;
  if (rivals && all.actors.size() > 2) return;  // who of them is at odds with whom is not said
  const bool many_unnamed =
      all.actors.size() > 2 && all.ground == Party::Ground::reference && scene.tree().is(act.word, {Deprel::acl});
  if (all.actors.size() < 2 || many_unnamed) {
    if (act.source.empty()) act.source = without(all, act.target);
    return;
  }
  act.source = all;
  act.target = all;
  act.reciprocal = true;
}

bool has_each_other(const Tree& tree, int word) {
  for (int w : tree.subtree(word)) {
    if (w > 0 && tree.lemma_in(w, {"other", "another"}) && tree.lemma_in(w - 1, {"each", "one"})) return true;
  }
  return false;
}

bool makes_tie(const Predicate& entry) {
  return std::any_of(entry.outcomes.begin(), entry.outcomes.end(), [](const Outcome& o) {
    return is_undirected_tie(o.type) && o.type != ClaimType::shared_adversary;
  });
}

/// "The American dollar fell", "Brazilian juice imports hurt": what belongs to somebody, but does nothing itself.
bool is_thing(const Scene& scene, const Party& party) {
  return party.ground == Party::Ground::owner && party.word != nowhere &&
         (scene.in_class(party.word, "measure") || scene.in_class(party.word, "produce") ||
          scene.in_class(party.word, "calamity"));
}

/// "The shortage threatens Tanzanian cotton", "the war threatens supplies": nobody makes a threat.
bool threatens_as_a_thing(const Scene& scene, const Act& act) {
  const Party& party = act.source;
  return act.entry->word == WordClass::verb && act.entry->outcomes.front().type == ClaimType::threaten &&
         party.ground == Party::Ground::owner && party.word != nowhere && scene.kind_of_people(party.word).empty();
}

/// "Support for the Australian dollar" is none for Australia; but a market may be opened, and a currency criticised.
bool receives_nothing(const Scene& scene, const Act& act) {
  const Party& party = act.target;
  if (party.ground != Party::Ground::owner || party.word == nowhere || !scene.in_class(party.word, "measure"))
    return false;
  const ClaimType type = act.entry->outcomes.front().type;
  if (type == ClaimType::request && scene.tree().is(party.word, {Deprel::nsubj})) return true;  // "prices must fall"
  return type == ClaimType::aid || type == ClaimType::support_act || type == ClaimType::assault ||
         type == ClaimType::consult || type == ClaimType::agree || type == ClaimType::retreat;
}

/// "Hoechst, Frankfurt, and Nakamichi, Tokyo": a town behind the name of a firm tells where that sits.
void drop_seats_of_firms(const Scene& scene, Party& party) {
  if (party.ground != Party::Ground::named || party.word == nowhere || party.actors.size() != 1) return;
  const Mention* name = scene.name_at(party.word);
  if (name == nullptr || name->begin < 2 || (name->form != NameForm::city && name->form != NameForm::capital)) return;
  const bool behind = scene.tree().at(name->begin - 1).form == ",";
  if (behind && scene.name_at(name->begin - 2) == nullptr && scene.tree().at(name->begin - 2).upos == Upos::PROPN)
    party = {};
}

/// "Said the pacts with Canada should help": what should be so is asked of nobody.
bool asks_a_thing(const Scene& scene, const Act& act) {
  const bool says = !act.entry->target.empty() && act.entry->target.front().kind == Slot::Kind::complement;
  return says && act.target.ground == Party::Ground::owner && act.target.word != nowhere &&
         scene.kind_of_people(act.target.word).empty();
}

void fill_roles(const Scene& scene, Act& act) {
  if (act.entry->mutual) return fill_mutual(scene, act);
  act.source = first_filled(scene, act.word, act.entry->source, {});
  drop_seats_of_firms(scene, act.source);
  if (is_thing(scene, act.source) || threatens_as_a_thing(scene, act)) {
    act.source = {};
    return;
  }
  for (const Slot& slot : act.entry->target) {
    if (!act.target.empty()) break;
    const Party there = slot_party(scene, act.word, slot);
    act.target = against(there, act);
    act.at_home = act.at_home || (act.target.empty() && !there.empty());
  }
  if (receives_nothing(scene, act) || asks_a_thing(scene, act)) act.target = {};
  const bool each_other = has_each_other(scene.tree(), act.word);
  if (act.source.actors.size() > 1 &&
      (each_other || (act.target.empty() && makes_tie(*act.entry)))) {  // "A and B are partners"
    act.target = act.source;
    act.reciprocal = true;
  }
  complete_sides(scene, act);
}

/// "What Russia won't provide": the act is asked about or headed, not told.
bool asks_what(const Tree& tree, int word) {
  for (int w : tree.children(word)) {
    if (tree.lemma_in(w, {"what", "whatever", "how", "why"}) && w < word) return true;
  }
  if (tree.is(word, {Deprel::xcomp}) && asks_what(tree, tree.head(word))) return true;
  return tree.is(word, {Deprel::acl_relcl}) && tree.lemma_in(tree.head(word), {"what", "whatever"});
}

bool inside_name(const Scene& scene, int word) {
  return scene.name_at(word) != nullptr;
}

}  // namespace

/// "Froze its loans to Pakistan": help that is the object of a hostile act is not given.
static void drop_undone_help(const Tree& tree, std::vector<Act>& acts) {
  const auto hostile = [](const Outcome& o) {
    return quad_of(o.type) == Quad::material_conflict || o.type == ClaimType::reject;
  };
  std::vector<int> undone;
  for (const Act& act : acts) {
    if (std::none_of(act.entry->outcomes.begin(), act.entry->outcomes.end(), hostile)) continue;
    for (int object : tree.objects(act.word)) {
      for (int w : tree.conjuncts(object)) undone.push_back(w);
    }
  }
  std::erase_if(acts, [&](const Act& act) {
    const bool help = quad_of(act.entry->outcomes.front().type) == Quad::material_cooperation;
    return help && act.entry->word == WordClass::noun &&
           std::find(undone.begin(), undone.end(), act.word) != undone.end();
  });
}

std::vector<Act> find_acts(const Scene& scene) {
  const Tree& tree = scene.tree();
  std::vector<Act> acts;
  std::set<int> consumed;  // words that are part of another act's pattern
  std::vector<Act> verbs, others;
  for (const WordClass turn : {WordClass::verb, WordClass::adjective, WordClass::noun}) {
    for (int i = 0; i < tree.size(); ++i) {
      if (word_class(tree.at(i)) != turn || inside_name(scene, i) || consumed.contains(i)) continue;
      const std::optional<WordClass> kind = turn;
      const Predicate* entry = matching_entry(tree, i, scene.lexicon().predicates.find(*kind, tree.at(i).lemma));
      if (entry == nullptr) continue;
      Act act;
      act.entry = entry;
      act.word = i;
      fill_roles(scene, act);
      if (act.source.empty() && act.target.empty() && turn != WordClass::verb) continue;
      const auto& words = entry->particles;
      act.frame = frame_of(scene, i, std::find(words.begin(), words.end(), "not") != words.end());
      if (asks_what(tree, i)) act.frame.as_topic = true;
      act.good = good_of(scene, i);
      if (is_figurative(scene, act)) continue;
      const bool tells_by_noun = tree.is(i, {Deprel::amod});  // "their shared fear"
      if (!tells_by_noun) {
        for (int w : condition_words(tree, i, *entry)) consumed.insert(w);
      }
      acts.push_back(std::move(act));
    }
  }
  drop_undone_help(tree, acts);
  std::stable_sort(acts.begin(), acts.end(), [](const Act& a, const Act& b) { return a.word < b.word; });
  return acts;
}

}  // namespace entente
