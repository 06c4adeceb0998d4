// Ties: standing relations such as partner, ally, supplier, rival.
#include "coding/coders/coders.h"
#include "coding/text/domain_of.h"
#include "coding/text/entry_match.h"

namespace entente {

namespace {

Sign sign_of(const Scene& scene, const Act& act, ClaimType type) {
  if (type == ClaimType::rival) return Sign::negative;
  for (int c : scene.tree().all(act.word, {Deprel::amod})) {
    if (scene.in_class(c, "mixed-tie")) return Sign::mixed;
  }
  return Sign::positive;
}

/// The noun that names the bond: the act's own, or the object of a light verb ("maintain economic ties").
int bond_word(const Scene& scene, const Act& act) {
  const auto words = condition_words(scene.tree(), act.word, *act.entry);
  return words.empty() ? act.word : words.front();
}

void add_tie(const Act& act, ClaimType type, ClaimMaker& maker) {
  Claim claim = maker.from_act(act, type);
  claim.sign = type == ClaimType::shared_adversary ? Sign::negative : sign_of(maker.scene(), act, type);
  if (act.reciprocal && claim.source.size() == 2) {
    claim.target = {claim.source[1]};
    claim.source.resize(1);
  }
  auto domains = domains_of_modifiers(maker.scene(), bond_word(maker.scene(), act));
  if (domains.empty() || act.entry->domain) domains = {claim.domain};
  for (const Domain domain : domains) {
    claim.domain = domain;
    maker.add(claim);
  }
}

/// Two who stand against the same third share an adversary. One condemnation together is an event, no standing tie: so
/// only attitudes count, entries that are a stance and no event.
bool shows_shared_adversary(const Act& act) {
  bool opposes = false;
  for (const Outcome& outcome : act.entry->outcomes) {
    if (kind_of(outcome.type) == ClaimKind::event || outcome.type == ClaimType::shared_adversary) return false;
    opposes = opposes || outcome.type == ClaimType::oppose;
  }
  return opposes && act.source.actors.size() == 2 && act.frame.modality == Modality::asserted;
}

}  // namespace

void code_ties(const Acts& acts, ClaimMaker& maker) {
  for (const Act& act : acts) {
    if (act.source.empty() || act.target.empty() || act.frame.question || act.frame.outlook) continue;
    if (act.frame.modality == Modality::denied) continue;
    for (const Outcome& outcome : act.entry->outcomes) {
      if (kind_of(outcome.type) == ClaimKind::tie) add_tie(act, outcome.type, maker);
    }
    if (shows_shared_adversary(act)) add_tie(act, ClaimType::shared_adversary, maker);
  }
}

}  // namespace entente
