// Questions that the writer leaves open.
#include <algorithm>

#include "coding/coders/coders.h"

namespace entente {

namespace {

ClaimType question_type(const Act& act) {
  for (const Outcome& outcome : act.entry->outcomes) {
    const Quad quad = quad_of(outcome.type);
    if (outcome.type == ClaimType::aid || outcome.type == ClaimType::support || outcome.type == ClaimType::support_act)
      return ClaimType::will_support;
    if (quad != Quad::none) return ClaimType::will_act;
  }
  return ClaimType::other_question;
}

/// "How will India react if China builds a dam?": a question about an actor of which the lexicon knows no act.
void code_unnamed_act(ClaimMaker& maker) {
  const Scene& scene = maker.scene();
  const Tree& tree = scene.tree();
  const int root = tree.root();
  if (root == nowhere || !tree.is_verbal(root) || !frame_of(scene, root).question) return;
  const bool ahead =
      tree.has_lemma_child(root, Deprel::aux, {"will", "would", "can", "could", "might", "may", "shall"});
  const Party source = scene.party_of(tree.subjects(root));
  if (source.empty() || !ahead) return;
  Party target{{}, Party::Ground::inside, root};
  for (const ActorId& actor : scene.named_in(root)) {
    const auto same = [&](const ActorId& s) { return principal(s) == principal(actor); };
    if (target.empty() && std::none_of(source.actors.begin(), source.actors.end(), same)) target.actors = {actor};
  }
  if (target.empty() && source.actors.size() > 1) return;
  Claim claim = maker.between(ClaimType::will_act, source, target, root, "a question about what the actor will do");
  claim.modality = Modality::open;
  maker.add(std::move(claim));
}

}  // namespace

void code_questions(const Acts& acts, ClaimMaker& maker) {
  bool found = false;
  for (const Act& act : acts) {
    if (!act.frame.question || act.source.empty() || act.target.empty()) continue;
    Claim claim = maker.from_act(act, question_type(act));
    claim.modality = Modality::open;
    maker.add(std::move(claim));
    found = true;
  }
  if (!found) code_unnamed_act(maker);
}

}  // namespace entente
