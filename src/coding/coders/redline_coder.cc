// Red lines: a warning not to do something, with what would follow.
#include "coding/coders/coders.h"

namespace entente {

namespace {

/// The clause that says what would follow: "because it would destabilise the region", "or face retaliation".
std::string consequence_of(const Scene& scene, int word) {
  const Tree& tree = scene.tree();
  for (int w : tree.subtree(tree.clause_of(word))) {
    if (!tree.is(w, {Deprel::advcl, Deprel::conj, Deprel::ccomp, Deprel::parataxis}) || w == word) continue;
    const bool would = tree.has_lemma_child(w, Deprel::aux, {"would", "will", "could"});
    const bool reason = tree.has_lemma_child(w, Deprel::mark, {"because", "as", "since"});
    if (would && (reason || tree.has_lemma_child(w, Deprel::cc, {"or"}))) return tree.phrase(w, scene.text());
  }
  return "";
}

/// "Any intervention by the US against Iran would have catastrophic consequences": the hostile act, by its word.
int threatened_act(const Scene& scene, int clause) {
  const Tree& tree = scene.tree();
  if (!tree.has_lemma_child(clause, Deprel::aux, {"would", "will"})) return nowhere;
  const auto subjects = tree.subjects(clause);
  if (subjects.empty() || !scene.in_class(subjects.front(), "hostile-act")) return nowhere;
  const int subject = subjects.front();
  for (int w : tree.subtree(clause)) {
    if (!tree.dominates(subject, w) && scene.in_class(w, "consequence")) return subject;
  }
  return nowhere;
}

/// What the clause says beside the act itself: "would have catastrophic consequences".
std::string consequence_after(const Scene& scene, int clause, int act) {
  const Tree& tree = scene.tree();
  const int last_of_act = tree.subtree(act).back();
  const auto words = tree.subtree(clause);
  const uint32_t end = tree.at(words.back()).span.end;
  for (int w : words) {
    if (w > last_of_act && tree.at(w).upos != Upos::PUNCT) return std::string(Span{tree.at(w).span.begin, end}.of(scene.text()));
  }
  return "";
}

Party party_after(const Scene& scene, int noun, std::initializer_list<std::string_view> prepositions) {
  for (const std::string_view preposition : prepositions) {
    for (int c : scene.tree().all(noun, {Deprel::nmod, Deprel::obl})) {
      if (scene.tree().preposition(c) != preposition) continue;
      const Party found = scene.party(c);
      if (!found.empty()) return found;
    }
  }
  return {};
}

/// Who draws the line: the speaker, or the owner of the stance or warning that the sentence announces.
Party issuer(const Scene& scene, const Frame& frame) {
  for (int word : frame.speakers) {
    const Party party = scene.party(word);
    if (!party.empty()) return party;
  }
  const Tree& tree = scene.tree();
  for (int i = 0; i < tree.size(); ++i) {
    if (tree.is(i, {Deprel::nsubj}) && scene.in_class(i, "position")) return scene.possessors(i);
  }
  return {};
}

void code_conditional_warnings(ClaimMaker& maker) {
  const Scene& scene = maker.scene();
  const Tree& tree = scene.tree();
  for (int clause = 0; clause < tree.size(); ++clause) {
    if (!tree.is_verbal(clause)) continue;
    const int act = threatened_act(scene, clause);
    if (act == nowhere) continue;
    const Frame frame = frame_of(scene, clause);
    const Party source = issuer(scene, frame);
    Party target = party_after(scene, act, {"by", "from"});
    if (target.empty()) target = scene.modifiers(act);
    if (source.empty() || target.empty()) continue;
    Claim claim = maker.between(ClaimType::warning, source, target, act, "a hostile act is said to have consequences", frame.speakers);
    claim.modality = Modality::conditional;
    claim.about = About{claim.about ? claim.about->actors : ActorList{}, tree.phrase(act, scene.text())};
    claim.consequence = consequence_after(scene, clause, act);
    maker.add(std::move(claim));
  }
}

}  // namespace

void code_redlines(const Acts& acts, ClaimMaker& maker) {
  for (const Act& act : acts) {
    if (act.source.empty() || act.frame.question || act.frame.negated) continue;
    for (const Outcome& outcome : act.entry->outcomes) {
      if (kind_of(outcome.type) != ClaimKind::redline) continue;
      Claim claim = maker.from_act(act, outcome.type);
      claim.modality = Modality::conditional;
      claim.consequence = consequence_of(maker.scene(), act.word);
      maker.add(std::move(claim));
    }
  }
  code_conditional_warnings(maker);
}

}  // namespace entente
