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

/// "A raid by Eritrea on Djibouti would bring war": the hostile act, by its word.
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
    if (w > last_of_act && tree.at(w).upos != Upos::PUNCT)
      return std::string(Span{tree.at(w).span.begin, end}.of(scene.text()));
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

/// Whom a verb of saying above the clause addresses: "warned China that ...".
Party warned(const Scene& scene, int clause) {
  const Tree& tree = scene.tree();
  const int up = tree.head(clause);
  return up != no_head && tree.is(clause, {Deprel::ccomp}) ? scene.party_of(tree.objects(up)) : Party{};
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
    if (target.empty()) target = warned(scene, clause);
    if (source.empty() || target.empty()) continue;
    Claim claim = maker.between(ClaimType::warning, source, target, act, "a hostile act is said to have consequences",
                                frame.speakers);
    claim.modality = Modality::conditional;
    claim.about = About{claim.about ? claim.about->actors : ActorList{}, tree.phrase(act, scene.text())};
    claim.consequence = consequence_after(scene, clause, act);
    maker.add(std::move(claim));
  }
}

/// "Threatened to destroy North Korea if it attacked": a threat with a condition draws a line.
int condition_of(const Tree& tree, int word) {
  std::vector<int> clauses = tree.all(word, {Deprel::xcomp, Deprel::ccomp});
  clauses.push_back(word);
  for (int clause : clauses) {
    for (int c : tree.all(clause, {Deprel::advcl})) {
      if (tree.has_lemma_child(c, Deprel::mark, {"if", "unless"})) return c;
    }
  }
  return nowhere;
}

void code_conditional_threat(const Act& act, ClaimMaker& maker) {
  const bool threat = act.entry->outcomes.front().type == ClaimType::threaten;
  const int condition = threat ? condition_of(maker.scene().tree(), act.word) : nowhere;
  if (condition == nowhere || act.target.empty()) return;
  Claim claim = maker.from_act(act, ClaimType::warning);
  claim.modality = Modality::conditional;
  claim.consequence = claim.about ? claim.about->text : "";
  claim.about = About{claim.about ? claim.about->actors : ActorList{},
                      maker.scene().tree().phrase(condition, maker.scene().text())};
  maker.add(std::move(claim));
}

/// "A red line for Moscow" says whose it is, not what it forbids.
void leave_out_owner(const Act& act, const Scene& scene, Claim& claim) {
  const Tree& tree = scene.tree();
  for (int c : tree.all(act.word, {Deprel::nmod, Deprel::obl})) {
    const bool owner = tree.preposition(c) == "for" && scene.party(c).actors == act.source.actors;
    if (!owner || !claim.about || claim.about->text != tree.phrase(c, scene.text())) continue;
    claim.about->text.clear();
    if (claim.about->actors.empty()) claim.about.reset();
  }
}

}  // namespace

void code_redlines(const Acts& acts, ClaimMaker& maker) {
  for (const Act& act : acts) {
    if (act.source.empty() || act.frame.question || act.frame.negated) continue;
    code_conditional_threat(act, maker);
    for (const Outcome& outcome : act.entry->outcomes) {
      if (kind_of(outcome.type) != ClaimKind::redline) continue;
      Claim claim = maker.from_act(act, outcome.type);
      claim.modality = Modality::conditional;
      claim.consequence = consequence_of(maker.scene(), act.word);
      leave_out_owner(act, maker.scene(), claim);
      maker.add(std::move(claim));
    }
  }
  code_conditional_warnings(maker);
}

}  // namespace entente
