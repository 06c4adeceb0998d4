// Events: somebody did something to somebody, as one of the 16 PLOVER types.
#include <algorithm>
#include <optional>

#include "coding/coders/coders.h"
#include "coding/coders/event_terms.h"
#include "coding/text/camps.h"
#include "coding/text/domain_of.h"
#include "coding/text/entry_match.h"
#include "coding/text/sides.h"

namespace entente {

namespace {

/// CAMEO's code for refusing such an act.
std::string refusal_code(const Outcome& outcome) {
  switch (outcome.type) {
    case ClaimType::consult:
      return outcome.cameo == "045" ? "126" : "125";
    case ClaimType::aid:
      return "122";
    case ClaimType::cooperate:
      return "121";
    case ClaimType::concede:
      return "123";
    case ClaimType::retreat:
      return "124";
    default:
      return "120";
  }
}

bool names_same(const Party& a, const Party& b) {
  for (const ActorId& x : a.actors) {
    for (const ActorId& y : b.actors) {
      if (principal(x) == principal(y)) return true;
    }
  }
  return false;
}

/// True if the source itself says what it will do: "NATO confirmed it would tighten the blockade".
bool self_announced(const Scene& scene, const Act& act) {
  for (int word : act.frame.speakers) {
    if (names_same(scene.party(word), act.source)) return true;
  }
  return false;
}

/// An act as it is meant: the event's code and type after promise, plan or refusal, and its modality.
struct Meant {
  std::string cameo;
  Modality modality;
};

/// "Will withdraw its troops unless ...", "may halt aid if ..., it said": a break or use of force that somebody says
/// will follow on a condition is a threat.
bool threatens(const Scene& scene, const Act& act, const Outcome& outcome) {
  const Modality modality = act.frame.modality;
  const bool told = act.frame.reported && (modality == Modality::conditional || act.frame.outlook);
  const bool ahead = modality == Modality::expected || modality == Modality::promised || told;
  if (!ahead || (quad_of(outcome.type) != Quad::material_conflict && outcome.type != ClaimType::retreat)) return false;
  const auto clauses = scene.tree().all(act.word, {Deprel::advcl});
  return std::any_of(clauses.begin(), clauses.end(), [&](int clause) {
    return scene.tree().has_lemma_child(clause, Deprel::mark, {"unless", "if"});
  });
}

std::optional<Meant> as_meant(const Scene& scene, const Act& act, const Outcome& outcome) {
  const Frame& frame = act.frame;
  if (threatens(scene, act, outcome)) return Meant{"130", Modality::asserted};
  if (frame.limit) {
    if (!cooperative(outcome.type)) return Meant{outcome.cameo, Modality::denied};
    if (frame.limit == ClaimType::refused) return Meant{refusal_code(outcome), Modality::asserted};
    return std::nullopt;
  }
  Modality modality = frame.modality;
  if (modality == Modality::expected && self_announced(scene, act)) modality = Modality::promised;
  const bool pledged =
      modality == Modality::promised && frame.embedded_by != nowhere && scene.in_class(frame.embedded_by, "promise");
  if (pledged && cooperative(outcome.type) && outcome.type != ClaimType::agree)
    return Meant{intent_code(outcome.type, outcome.cameo), modality};
  return Meant{outcome.cameo, modality};
}

/// "Tried to hack into", "plotted to kill": an attempt at a hostile act is told as one.
bool attempted(const Scene& scene, const Act& act) {
  return act.frame.embedded_by != nowhere && scene.in_class(act.frame.embedded_by, "attempt") &&
         std::any_of(act.entry->outcomes.begin(), act.entry->outcomes.end(),
                     [](const Outcome& o) { return quad_of(o.type) == Quad::material_conflict; });
}

bool surely_named(const Party& party) {
  return party.ground == Party::Ground::named || party.ground == Party::Ground::owner;
}

/// An act that is only thought of is noted where both sides are named in the sentence.
bool worth_noting(const Scene& scene, const Act& act, const Acts& acts) {
  const Modality modality = act.frame.modality;
  if (act.frame.question || act.frame.as_topic) return false;
  const auto is_threat = [&](const Outcome& outcome) { return threatens(scene, act, outcome); };
  if (std::any_of(act.entry->outcomes.begin(), act.entry->outcomes.end(), is_threat)) return true;
  if (act.frame.outlook) return false;
  const bool only_thought = modality == Modality::hypothetical || modality == Modality::conditional;
  if (!only_thought || attempted(scene, act)) return true;
  // "Called on the junta to release him": the request is the event, what it asks for is no second one.
  const auto asks = [&](const Act& other) { return other.word == act.frame.embedded_by; };
  if (std::any_of(acts.begin(), acts.end(), asks)) return false;
  return !act.target.empty() && surely_named(act.source) && surely_named(act.target);
}

bool is_firm(const Scene& scene, const ActorId& id) {
  const Actor* entry = scene.lexicon().actors.find(id);
  return id.str().ends_with(":BUS") || (entry != nullptr && entry->kind == ActorKind::company);
}

/// A firm's dealings with somebody unnamed are no politics.
bool only_firms(const Scene& scene, const Party& party) {
  return std::all_of(party.actors.begin(), party.actors.end(), [&](const ActorId& id) { return is_firm(scene, id); });
}

/// "Agreed to resign", "accepted that ...", but not "aims to please", "agreed with the report".
bool commits_itself(const Scene& scene, const Act& act) {
  if (act.entry->word != WordClass::verb || act.source.ground != Party::Ground::named) return false;
  const int by = act.frame.embedded_by;
  if (by != nowhere) return scene.in_class(by, "commitment");
  const Tree& tree = scene.tree();
  return tree.child(act.word, {Deprel::xcomp, Deprel::ccomp, Deprel::obj}) != nowhere &&
         tree.lemma_in(act.word, {"agree", "pledge", "promise", "vow", "commit", "accept", "consent", "offer"});
}

/// "The news agency said that forces ...": who reports the fighting does not fight.
bool only_press(const Party& party) {
  return !party.empty() && std::all_of(party.actors.begin(), party.actors.end(),
                                       [](const ActorId& id) { return id.str().ends_with(":MED"); });
}

/// "Withdrew its troops", "lifted the siege": not money withdrawn, nor figures released.
bool withdraws(const Scene& scene, const Act& act) {
  const std::string& code = act.entry->outcomes.front().cameo;
  const bool of_anything = code == "084" || code == "0874";  // returning and releasing, pulling back
  if (!of_anything || !condition_words(scene.tree(), act.word, *act.entry).empty()) return true;
  return domain_around(scene, act.word, Domain::political) == Domain::military;
}

/// "Warned against an attack": whoever may think of one is warned.
bool warns_against(const Tree& tree, const Act& act) {
  const auto phrases = tree.all(act.word, {Deprel::obl});
  return std::any_of(phrases.begin(), phrases.end(), [&](int w) { return tree.preposition(w) == "against"; });
}

/// "Warned that prices may rise": who warns of what markets do threatens nobody; who warns of an answer, or of what
/// follows if something is done, does.
bool warns_of_harm(const Scene& scene, const Act& act) {
  const Tree& tree = scene.tree();
  if (!tree.lemma_in(act.word, {"warn", "caution", "alert"}) || warns_against(tree, act)) return true;
  const Domain domain = domain_around(scene, act.word, Domain::political);
  if (domain != Domain::economic && domain != Domain::financial) return true;
  const auto below = tree.subtree(act.word);
  return std::any_of(below.begin(), below.end(), [&](int w) {
    return w != act.word && (tree.lemma_in(w, {"if", "unless"}) || scene.in_class(w, "consequence") ||
                             scene.in_class(w, "hostile-act") || scene.in_class(w, "sanctions"));
  });
}

/// Types that make sense without anybody named as their target.
bool stands_alone(const Scene& scene, const Act& act, ClaimType type) {
  if (only_firms(scene, act.source)) return false;
  const Tree& tree = scene.tree();
  if (!surely_named(act.source)) return false;
  if (tree.lemma_in(act.word, {"warn", "warning", "caution"})) return warns_against(tree, act);
  if (type == ClaimType::agree) return commits_itself(scene, act);
  if (act.entry->outcomes.front().cameo == "0831") return true;  // "the minister resigned"
  if (type == ClaimType::retreat) return act.source.ground == Party::Ground::named && withdraws(scene, act);
  return type == ClaimType::threaten || type == ClaimType::mobilize || type == ClaimType::assault;
}

/// Fills in a target that the sentence leaves out, where the article told it before.
Act completed(const Scene& scene, const Act& act, ClaimType type) {
  Act out = act;
  if (type == ClaimType::assault) complete_from_deeds(scene, out, type);
  const int by = act.frame.embedded_by;
  const bool commits = type == ClaimType::agree && by != nowhere && scene.tree().at(by).upos == Upos::VERB &&
                       scene.in_class(by, "commitment");
  const bool mediates = type == ClaimType::consult && act.entry->word == WordClass::verb &&
                        std::any_of(act.entry->outcomes.begin(), act.entry->outcomes.end(),
                                    [](const Outcome& o) { return o.cameo == "045"; });
  const bool guessed = act.source.ground == Party::Ground::place || act.source.ground == Party::Ground::nearest;
  if (!guessed && !only_firms(scene, act.source) && (commits || mediates)) complete_from_topic(scene, out);
  return out;
}

/// "Was killed", "were arrested": done by nobody known, it is told all the same.
bool done_by_nobody_known(const Scene& scene, const Act& act) {
  if (!act.source.empty() || !surely_named(act.target) || act.target.empty()) return false;
  if (act.entry->word != WordClass::verb || !scene.tree().is_passive(act.word) ||
      scene.tree().is(act.word, {Deprel::amod}) || only_firms(scene, act.target))
    return false;
  const auto done_to = [](const Outcome& o) {
    return o.type == ClaimType::assault || o.type == ClaimType::coerce || o.type == ClaimType::accuse;
  };
  return act.frame.modality == Modality::asserted && !act.frame.limit &&
         std::any_of(act.entry->outcomes.begin(), act.entry->outcomes.end(), done_to);
}

/// "Promised to free them": what is promised is told by itself.
bool told_by_its_complement(const Act& act, const Acts& acts) {
  return act.entry->outcomes.front().type == ClaimType::agree &&
         std::any_of(acts.begin(), acts.end(), [&](const Act& other) {
           return &other != &act && other.frame.embedded_by == act.word && !other.source.empty();
         });
}

void code_event(const Act& act, const Outcome& outcome, ClaimMaker& maker) {
  const auto meant = as_meant(maker.scene(), act, outcome);
  const CameoCode* code = meant ? maker.scene().lexicon().cameo.find(meant->cameo) : nullptr;
  if (code == nullptr) return;
  const Act whole = completed(maker.scene(), act, code->type);
  if (quad_of(code->type) == Quad::material_conflict && only_press(whole.source)) return;
  if (code->type == ClaimType::threaten && !warns_of_harm(maker.scene(), act)) return;
  // "Its war with Iran": "its" is not Iran's.
  if (code->type == ClaimType::assault && act.at_home && act.source.ground == Party::Ground::reference) return;
  if (whole.target.empty() && !stands_alone(maker.scene(), act, code->type)) return;
  Claim claim = maker.from_act(whole, code->type);
  claim.cameo = code->code;
  claim.intensity = code->goldstein;
  claim.modality = meant->modality;
  maker.add(std::move(claim));
}

}  // namespace

void code_events(const Acts& acts, ClaimMaker& maker) {
  for (const Act& act : acts) {
    if (act.source.empty() && !done_by_nobody_known(maker.scene(), act)) continue;
    if (!worth_noting(maker.scene(), act, acts) || told_by_its_complement(act, acts)) continue;
    for (const Outcome& outcome : act.entry->outcomes) {
      if (kind_of(outcome.type) == ClaimKind::event) code_event(act, outcome, maker);
    }
  }
}

}  // namespace entente
