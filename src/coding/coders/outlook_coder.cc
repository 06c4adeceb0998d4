// Outlooks: what is expected to happen, with the text's word of likelihood.
#include <algorithm>

#include "coding/coders/coders.h"
#include "coding/text/domain_of.h"
#include "coding/text/embeddings.h"
#include "coding/text/goods.h"
#include "coding/text/sides.h"

namespace entente {

namespace {

/// A clause that the sentence itself asserts, not one that only describes a noun or a circumstance.
bool told(const Tree& tree, int clause) {
  const int first = tree.first_conjunct(clause);
  if (tree.is(first, {Deprel::xcomp})) return told(tree, tree.head(first));
  if (tree.is(first, {Deprel::root, Deprel::ccomp, Deprel::parataxis})) return true;
  if (tree.is(first, {Deprel::advcl}))
    return tree.has_lemma_child(first, Deprel::mark, {"while", "although", "though", "whereas"});
  // A verb with a subject and an auxiliary of its own is a clause, even where the parser made it a part of another.
  const bool finite = tree.child(first, {Deprel::nsubj}) != nowhere && tree.child(first, {Deprel::aux}) != nowhere;
  const bool below = tree.is(first, {Deprel::acl, Deprel::acl_relcl, Deprel::advcl_relcl, Deprel::csubj, Deprel::conj});
  return finite && !below && tree.at(first).upos == Upos::VERB;
}

/// A clause of its own, with a subject or an auxiliary: not "potentially igniting a wider conflict".
bool is_finite(const Tree& tree, int clause) {
  const bool own = tree.child(clause, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::aux, Deprel::cop}) != nowhere;
  return tree.is_verbal(clause) && own;
}

/// Clauses that are graded but hold no act of the lexicon: the parties are those named on either side of the verb.
void code_graded_clauses(const Acts& acts, ClaimMaker& maker) {
  const Scene& scene = maker.scene();
  const Tree& tree = scene.tree();
  for (int clause = 0; clause < tree.size(); ++clause) {
    const auto own = grade_of(scene, clause);
    if (!told(tree, clause) || (!own && !is_finite(tree, clause))) continue;
    Frame frame = frame_of(scene, clause);
    if (own) frame.outlook = own;
    const bool future =
        frame.modality == Modality::expected && !frame.outlook && tree.has_lemma_child(clause, Deprel::aux, {"will"});
    if (frame.question || frame.reported || (!frame.outlook && !future)) continue;
    const auto covered = [&](const Act& act) {
      const bool graded = act.frame.outlook || (future && act.frame.modality == Modality::expected);
      return graded && tree.clause_of(act.word) == clause && !act.source.empty() && !act.target.empty();
    };
    if (std::any_of(acts.begin(), acts.end(), covered)) continue;
    Party source = scene.party_of(tree.subjects(clause));
    if (source.empty()) continue;
    Party target{{}, Party::Ground::owner, clause};
    if (source.actors.size() == 2 && source.ground != Party::Ground::named) {
      target.actors = {source.actors[1]};
      source.actors.resize(1);
    } else {
      for (const ActorId& actor : scene.named_in(clause)) {
        const bool acts_itself = std::any_of(source.actors.begin(), source.actors.end(),
                                             [&](const ActorId& s) { return principal(s) == principal(actor); });
        if (!acts_itself && target.actors.empty()) add_actors(target.actors, {principal(actor)});
      }
    }
    if (target.actors.empty() && source.actors.size() > 1) {
      Act lone{nullptr, clause, source, target, false, frame, {}, false};
      complete_from_topic(scene, lone);
      target = lone.target;
      if (target.empty()) continue;
    }
    const ClaimType type = frame.outlook.value_or(ClaimType::near_certain);
    Claim claim =
        maker.between(type, source, target, clause,
                      "a clause about what is to come, graded '" + std::string(name_of(type)) + "'", frame.speakers);
    claim.modality = Modality::expected;
    maker.add(std::move(claim));
  }
}

/// One outlook for each thing that is expected: "may offer diplomatic backing, credits and drones" is three.
void add_outlooks(const Act& act, ClaimMaker& maker) {
  const Scene& scene = maker.scene();
  const Tree& tree = scene.tree();
  Claim claim = maker.from_act(act, *act.frame.outlook);
  claim.modality = Modality::expected;
  const auto objects = tree.objects(act.word);
  const auto things = objects.empty() ? std::vector<int>{} : tree.conjuncts(objects.front());
  if (things.size() < 2) return maker.add(std::move(claim));
  for (size_t i = 0; i < things.size(); ++i) {
    Claim one = claim;
    const auto domains = domains_of_modifiers(scene, things[i]);
    const auto good = good_in(scene, things[i]);
    if (!domains.empty())
      one.domain = domains.front();
    else if (good)
      one.domain = good->domain;
    one.good = good ? good->id : "";
    const uint32_t begin = tree.at(tree.subtree(things[i]).front()).span.begin;
    const uint32_t end =
        i + 1 < things.size() ? tree.at(things[i]).span.end : tree.at(tree.subtree(things[i]).back()).span.end;
    one.about = About{claim.about ? claim.about->actors : ActorList{},
                      std::string(Span{std::min(begin, end), end}.of(scene.text()))};
    maker.add(std::move(one));
  }
}

}  // namespace

void code_outlooks(const Acts& acts, ClaimMaker& maker) {
  for (const Act& act : acts) {
    if (!act.frame.outlook || act.source.empty() || act.frame.question) continue;
    Act completed = act;
    complete_from_topic(maker.scene(), completed);
    if (completed.target.empty()) continue;
    add_outlooks(completed, maker);
  }
  code_graded_clauses(acts, maker);
}

}  // namespace entente
