#include "coding/text/sides.h"

#include <algorithm>

#include "base/text.h"
#include "coding/text/camps.h"
#include "coding/text/domain_of.h"
#include "coding/text/entry_match.h"
#include "coding/text/inside.h"

namespace entente {

namespace {

/// Whom the first phrase of place under a word stands for; `named_only`: with a name as its head, "in Montenegro".
Party place_under(const Scene& scene, int word, std::string_view preposition, const Party& other, bool named_only) {
  for (int c : scene.tree().all(word, {Deprel::obl, Deprel::nmod})) {
    if (scene.tree().preposition(c) != preposition || (named_only && scene.name_at(c) == nullptr)) continue;
    const Party found = without(scene.party(c), other);
    if (!found.empty()) return found;
  }
  return {};
}

/// A word of place, when nothing else tells whom an act hits: "riots in Montenegro".
Party at_place(const Scene& scene, int word, const Party& source, bool named_only = false) {
  static constexpr std::string_view prepositions[] = {"in",     "into", "near",       "across", "at",
                                                      "inside", "over", "throughout", "to"};
  for (const std::string_view preposition : prepositions) {
    Party found = place_under(scene, word, preposition, source, named_only);
    for (int object : scene.tree().objects(word)) {
      if (found.empty()) found = place_under(scene, object, preposition, source, named_only);
    }
    if (!found.empty()) return found;
  }
  return {};
}

/// "Sold cars in America": a market is no buyer.
bool trades(const Predicate& entry) {
  static constexpr std::string_view verbs[] = {"sell", "buy", "purchase", "import", "export", "trade"};
  return entry.word == WordClass::verb && std::find(std::begin(verbs), std::end(verbs), entry.lemma) != std::end(verbs);
}

bool hits_places(const Predicate& entry) {
  if (trades(entry)) return false;
  return std::any_of(entry.outcomes.begin(), entry.outcomes.end(), [](const Outcome& o) {
    return quad_of(o.type) == Quad::material_conflict || quad_of(o.type) == Quad::material_cooperation ||
           o.type == ClaimType::threaten || o.type == ClaimType::consult;
  });
}

/// Within one state: a government acts on its people, everybody else on the government.
Party domestic_target(const Scene& scene, const Act& act) {
  if (act.source.actors.size() != 1) return {};
  const std::string& id = act.source.actors.front().str();
  const size_t colon = id.find(':');
  if (colon == std::string::npos) return {};
  const ActorId state = principal(act.source.actors.front());
  const ActorList named = scene.named_in(act.word);
  const bool at_home = std::any_of(named.begin(), named.end(), [&](const ActorId& a) { return a == state; });
  if (!at_home) return {};
  const std::vector<int> pattern = condition_words(scene.tree(), act.word, *act.entry);
  const bool by_army = suffix_of(act.source.actors.front()) == "MIL";
  if (by_army && pattern.empty() && scene.tree().objects(act.word).empty()) return {};  // armies fight abroad too
  for (int object : scene.tree().objects(act.word)) {
    const bool told = std::find(pattern.begin(), pattern.end(), object) != pattern.end();  // "staged a protest"
    if (!told && scene.kind_of_people(object).empty()) return {};  // a thing, or somebody abroad whom nobody knows
  }
  const bool below = is_of_the_people(act.source.actors.front()) && suffix_of(act.source.actors.front()) != "BUS";
  const bool force = std::any_of(act.entry->outcomes.begin(), act.entry->outcomes.end(), [](const Outcome& o) {
    return quad_of(o.type) == Quad::material_conflict || o.type == ClaimType::threaten || o.type == ClaimType::concede;
  });
  const bool eases = act.entry->outcomes.front().type == ClaimType::concede;
  if (eases && pattern.empty()) return {};  // "lifted the curfew", but not whatever somebody allowed
  if (!below && !force) return {};
  return {{ActorId(state.str() + (below ? ":GOV" : ":CVL"))}, Party::Ground::inside, act.word};
}

/// A verb with a tense of its own: "accused", "has rejected"; an auxiliary counts with its verb.
bool has_finite_tag(const Tree& tree, int word) {
  const std::string& tag = tree.at(word).xpos;
  return tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD";
}

bool belongs_to(const Tree& tree, int auxiliary, int verb) {
  return tree.head(auxiliary) == verb && tree.is(auxiliary, {Deprel::aux, Deprel::aux_pass, Deprel::cop});
}

bool ends_a_stretch(const Tree& tree, int word) {
  return tree.at(word).form == ";" || tree.at(word).form == ":" || tree.at(word).xpos == "``" ||
         tree.at(word).xpos == "''";
}

bool names_a_place(const Tree& tree, int word) {
  static constexpr std::string_view prepositions[] = {"in",     "at",   "near",       "across",  "inside", "outside",
                                                      "within", "over", "throughout", "around",  "from",   "of",
                                                      "to",     "for",  "on",         "against", "with",   "by"};
  return std::find(std::begin(prepositions), std::end(prepositions), tree.preposition(word)) != std::end(prepositions);
}

Party nearest(const Scene& scene, int word, const Party& other) {
  Party found = without(scene.party(word), other);
  found.ground = Party::Ground::nearest;
  return found;
}

/// "A Kuwaiti port": the name tells whose a thing is, and the thing does not act.
bool modifies_a_thing(const Scene& scene, int name) {
  const Tree& tree = scene.tree();
  const int noun = tree.head(name);
  return noun != no_head && noun > name && tree.is(name, {Deprel::amod, Deprel::compound, Deprel::nmod_poss}) &&
         tree.at(noun).upos == Upos::NOUN && scene.name_at(noun) == nullptr && scene.kind_of_people(noun).empty();
}

/// The actor named last before a verb whose subject the parser lost: "Amnesty International accused ...".
Party nearest_before(const Scene& scene, const Act& act) {
  const Tree& tree = scene.tree();
  if (tree.is_passive(act.word)) return {};
  bool finite = has_finite_tag(tree, act.word);
  for (int c : tree.all(act.word, {Deprel::aux})) finite = finite || has_finite_tag(tree, c);
  if (!finite) return {};
  const std::vector<int> subjects = tree.subjects(act.word);
  for (int i = act.word - 1; i >= 0 && !ends_a_stretch(tree, i); --i) {
    if (has_finite_tag(tree, i) && !belongs_to(tree, i, act.word)) return {};
    if (scene.name_at(i) == nullptr) continue;
    const int head = scene.name_at(i)->end - 1;
    if (modifies_a_thing(scene, head) || (head + 1 < tree.size() && scene.is_unknown_name(head + 1))) return {};
    const bool inside_subject =
        std::any_of(subjects.begin(), subjects.end(), [&](int w) { return tree.dominates(w, i); });
    if (names_a_place(tree, head) || tree.is(head, {Deprel::nmod_poss}) || (!subjects.empty() && !inside_subject))
      return {};
    return nearest(scene, i, act.target);
  }
  return {};
}

/// True if a clause of saying follows the comma: ", Thai military sources said".
bool attribution_follows(const Scene& scene, int comma) {
  const Tree& tree = scene.tree();
  for (int i = comma + 1; i < tree.size() && tree.at(i).form != ","; ++i) {
    if (has_finite_tag(tree, i)) return scene.in_class(i, "speech");
  }
  return false;
}

bool is_threat(const Predicate& entry) {
  return std::any_of(entry.outcomes.begin(), entry.outcomes.end(),
                     [](const Outcome& o) { return o.type == ClaimType::threaten; });
}

/// Whom force or a threat is meant for is named near; whom one asks or blames may be named anywhere.
bool tells_of_violence(const Predicate& entry) {
  return is_threat(entry) || quad_of(entry.outcomes.front().type) == Quad::material_conflict;
}

constexpr int close_by = 9;  // words

/// Whether a name behind an act may be its target: force and threats reach far, other acts only what stands close by
/// and is no place.
bool within_reach(const Scene& scene, const Act& act, int word) {
  if (tells_of_violence(*act.entry)) return true;
  const Mention* name = scene.name_at(word);
  const bool place =
      name->form == NameForm::city || (name->begin > 0 && scene.tree().lemma_in(name->begin - 1, {"in", "at"}));
  return word - act.word <= close_by && !place;
}

/// The actor named first behind an act whose object the parser lost.
Party nearest_after(const Scene& scene, const Act& act) {
  const Tree& tree = scene.tree();
  for (int i = act.word + 1; i < tree.size() && !ends_a_stretch(tree, i) && !has_finite_tag(tree, i); ++i) {
    if (tree.at(i).form == "," && attribution_follows(scene, i)) return {};
    if (tree.lemma_in(i,
                      {"because", "after", "until", "before", "when", "while", "although", "since", "but", "accord"}))
      return {};
    if (tree.lemma_in(i, {"as"}) && tree.is(i, {Deprel::mark})) return {};
    if (tree.lemma_in(i, {"if", "unless"}) && !is_threat(*act.entry)) return {};
    if (scene.name_at(i) == nullptr) continue;
    if (!within_reach(scene, act, i)) return {};
    Party found = nearest(scene, i, act.source);
    std::erase_if(found.actors, [](const ActorId& a) { return a.str().ends_with(":MED"); });  // it reports
    if (!found.empty()) return found;
  }
  return {};
}

/// The states that a sentence names, without those that only tell who says so.
ActorList states_told_of(const Scene& scene) {
  const Tree& tree = scene.tree();
  ActorList states;
  for (const Mention& name : scene.names()) {
    const int clause = tree.clause_of(name.end - 1);
    const bool says = clause != nowhere && tree.is(clause, {Deprel::parataxis}) && scene.in_class(clause, "speech");
    const int noun = tree.head(name.end - 1);
    const bool measured = noun != no_head && scene.in_class(noun, "measure");  // "Swiss francs"
    if (!says && !measured && scene.is_state(principal(name.actor))) add_actors(states, {principal(name.actor)});
  }
  return states;
}

/// True if nobody but the state, or nobody at all, is known as the act's target.
bool stays_at_home(const Act& act, const ActorList& states) {
  return states.size() == 1 && std::all_of(act.target.actors.begin(), act.target.actors.end(),
                                           [&](const ActorId& target) { return principal(target) == states.front(); });
}

/// People whom the lexicon does not know by name act as people of the place, "students throughout Indonesia", or of
/// the only state told of. "Officials accused Iran" does not say whose officials; those who stay at home are the
/// state's.
Party people_of_the_place(const Scene& scene, const Act& act) {
  const Tree& tree = scene.tree();
  if (tree.is_passive(act.word)) return {};
  const bool hostile = between_enemies(*act.entry);
  for (int word : tree.subjects(act.word)) {
    const int subject = scene.referent(word);
    const std::string suffix = scene.kind_of_people(subject);
    if (suffix.empty() || suffix == "BUS" || suffix == "MED" || suffix == "CEN") continue;  // no side of politics
    Party home = hostile ? at_place(scene, subject, {}, true) : Party{};
    if (home.empty() && hostile) home = at_place(scene, act.word, {}, true);
    const bool named = tree.at(subject).upos == Upos::PROPN && suffix == "CVL";  // "Archbishop Tutu": of which state?
    const ActorList states = named ? ActorList{} : states_told_of(scene);
    const bool within = stays_at_home(act, states) && (hostile || !act.target.empty());
    if (home.empty() && (within || (hostile && suffix != "GOV" && states.size() == 1))) home.actors = states;
    if (home.actors.size() != 1) return {};
    return {{ActorId(principal(home.actors.front()).str() + ":" + suffix)}, Party::Ground::place, subject};
  }
  return {};
}

}  // namespace

/// Among goods and money a name close by is mostly a market or a maker: nobody is guessed there.
static bool tells_of_business(const Scene& scene, const Act& act) {
  const Domain domain = domain_around(scene, act.word, Domain::political);
  return (domain == Domain::economic || domain == Domain::financial) && !tells_of_violence(*act.entry);
}

void complete_sides(const Scene& scene, Act& act) {
  const ClaimKind kind = kind_of(act.entry->outcomes.front().type);
  const bool verb = act.entry->word == WordClass::verb;
  const bool said = for_somebody_unknown(scene, act);
  if (act.target.empty() && !said && hits_places(*act.entry)) act.target = at_place(scene, act.word, act.source);
  const bool business = tells_of_business(scene, act);
  const bool guess = act.target.empty() && !said && !(business && act.at_home);
  if (guess && verb) act.target = named_inside(scene, act, business || kind == ClaimKind::limit);
  if (verb && kind == ClaimKind::event) {
    if (act.source.empty()) act.source = nearest_before(scene, act);
    if (act.source.empty() && !business) {
      act.source = people_of_the_place(scene, act);
      act.target = against(act.target, act);
    }
    if (guess && act.target.empty() && !business && between_enemies(*act.entry)) act.target = nearest_after(scene, act);
  }
  const bool abroad = act.entry->outcomes.front().type == ClaimType::sanction;
  const bool steps_down = act.entry->outcomes.front().cameo == "0831";
  if (act.target.empty() && !abroad && !steps_down && between_enemies(*act.entry))
    act.target = domestic_target(scene, act);
}

void complete_from_topic(const Scene& scene, Act& act) {
  if (!act.target.empty() || act.source.empty()) return;
  ActorList others;
  for (const ActorId& actor : act.source.actors) add_actors(others, scene.discourse().counterpart(principal(actor)));
  const Party target = without({others, Party::Ground::topic, nowhere}, act.source);
  if (target.actors.size() == 1) act.target = target;
}

void complete_from_deeds(const Scene& scene, Act& act, ClaimType type) {
  if (!act.target.empty() || act.source.actors.size() != 1) return;
  const ActorList usual = scene.discourse().usual_target(principal(act.source.actors.front()), type);
  if (!usual.empty()) act.target = {usual, Party::Ground::reference, nowhere};
}

}  // namespace entente
