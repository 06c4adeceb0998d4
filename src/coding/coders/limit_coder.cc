// Limits: support that was refused, withheld, or never part of the bond.
#include <algorithm>

#include "coding/coders/coders.h"
#include "coding/text/embeddings.h"
#include "coding/text/sides.h"
#include "coding/text/slots.h"

namespace entente {

namespace {

bool supportive(const Outcome& outcome) {
  const Quad quad = quad_of(outcome.type);
  return quad == Quad::verbal_cooperation || quad == Quad::material_cooperation || outcome.type == ClaimType::support ||
         outcome.type == ClaimType::ally || outcome.type == ClaimType::supplier;
}

/// The limit that an act tells of: its entry's own, or what a refusal or reluctance around it makes of support.
std::optional<ClaimType> limit_of(const Act& act) {
  for (const Outcome& outcome : act.entry->outcomes) {
    if (kind_of(outcome.type) == ClaimKind::limit) return outcome.type;
  }
  for (const Outcome& outcome : act.entry->outcomes) {
    if (!supportive(outcome)) continue;
    if (act.frame.limit) return act.frame.limit;
    const bool material = outcome.type == ClaimType::aid;
    if (material && act.frame.modality == Modality::denied) return ClaimType::withheld;
  }
  return std::nullopt;
}

/// The subject as it stands before the verb, passive or not.
std::vector<int> surface_subjects(const Tree& tree, int word) {
  const auto passive = tree.all(word, {Deprel::nsubj_pass});
  return passive.empty() ? tree.subjects(word) : passive;
}

/// "Avoids committing to military support", "not prepared to ... for the sake of an alliance": support that is named
/// inside words of restraint, though no entry knows the act.
int support_inside(const Scene& scene, int word) {
  const Tree& tree = scene.tree();
  std::vector<int> open = {word};
  for (size_t next = 0; next < open.size(); ++next) {
    for (int c : tree.children(open[next])) {
      if (c < word || tree.is(c, {Deprel::acl_relcl, Deprel::advcl, Deprel::parataxis, Deprel::conj})) continue;
      if (scene.in_class(c, "support-noun")) return c;
      open.push_back(c);
    }
  }
  return nowhere;
}

void code_restraint(const Acts& acts, ClaimMaker& maker) {
  const Scene& scene = maker.scene();
  const Tree& tree = scene.tree();
  for (int word = 0; word < tree.size(); ++word) {
    const auto limit = limit_set_by(scene, word);
    if (!limit || tree.is(word, {Deprel::aux, Deprel::advmod})) continue;
    const auto told = [&](const Act& act) { return act.frame.graded_by == word || act.word == word; };
    if (std::any_of(acts.begin(), acts.end(), told)) continue;
    const int support = support_inside(scene, word);
    if (support == nowhere || frame_of(scene, word).question) continue;
    Act act{nullptr,
            word,
            scene.party_of(tree.at(word).upos == Upos::NOUN ? tree.all(word, {Deprel::nmod_poss})
                                                            : surface_subjects(tree, word)),
            {},
            false,
            {},
            {},
            false};
    for (const std::string_view preposition : {"to", "for", "with"}) {
      if (act.target.empty())
        act.target = slot_party(scene, support, {Slot::Kind::preposition, std::string(preposition)});
    }
    complete_from_topic(scene, act);
    if (act.source.actors.size() != 1 || act.target.empty()) continue;
    maker.add(maker.between(*limit, act.source, act.target, support,
                            "'" + tree.at(word).form + "' restrains support that is named"));
  }
}

}  // namespace

void code_limits(const Acts& acts, ClaimMaker& maker) {
  for (const Act& given : acts) {
    const auto limit = limit_of(given);
    if (!limit || given.source.empty() || given.frame.question || given.frame.as_topic) continue;
    Act act = given;
    complete_from_topic(maker.scene(), act);
    const bool bond = act.source.ground == Party::Ground::topic && act.source.actors.size() > 1;
    if (act.target.empty() || bond) continue;
    Claim claim = maker.from_act(act, *limit);
    claim.modality = Modality::asserted;
    maker.add(std::move(claim));
  }
  code_restraint(acts, maker);
}

}  // namespace entente
