#include "coding/coders/considered.h"

#include "coding/text/entry_match.h"

namespace entente {

namespace {

std::string ids(const Party& party) {
  std::string out;
  for (const ActorId& actor : party.actors) out += (out.empty() ? "" : ",") + actor.str();
  return out.empty() ? "-" : out;
}

std::string why_no_claim(const Act& act) {
  const Frame& frame = act.frame;
  if (act.source.empty()) return "nobody known stands as its source";
  if (frame.as_topic) return "it is named as a topic, not told";
  if (frame.question) return "it is asked, not told";
  if (frame.outlook) return "it is an expectation, not an event";
  if (act.target.empty()) return "nobody known stands as its target";
  if (frame.modality == Modality::hypothetical) return "it is only thought of";
  if (frame.modality == Modality::conditional) return "it is told under a condition";
  if (frame.limit) return "it is told as a limit";
  return "another claim says the same";
}

std::string claims_on(const Act& act, const Scene& scene, const std::vector<Claim>& made) {
  std::string out;
  for (const Claim& claim : made) {
    if (claim.first_evidence().trigger != scene.tree().at(act.word).span) continue;
    out += (out.empty() ? "claim " : ", ") + claim.id().str().substr(0, 8) + " " + std::string(name_of(claim.type));
  }
  return out;
}

/// The entries that fit the word beside the one that was taken.
std::string less_fitting(const Act& act, const Scene& scene) {
  const Tree& tree = scene.tree();
  const auto& entries = scene.lexicon().predicates.find(act.entry->word, tree.at(act.word).lemma);
  std::string out;
  for (const Predicate* entry : matching_entries(tree, act.word, entries)) {
    if (entry == act.entry) continue;
    out += (out.empty() ? "; fits less: " : ", ") + entry->pattern() + " (" + entry->place + ") " +
           std::string(name_of(entry->outcomes.front().type));
  }
  return out;
}

}  // namespace

std::vector<std::string> considered(const Scene& scene, const Acts& acts, const std::vector<Claim>& made) {
  std::vector<std::string> lines;
  for (const Act& act : acts) {
    const std::string claims = claims_on(act, scene, made);
    std::string line =
        "'" + scene.tree().at(act.word).form + "' " + std::string(name_of(act.entry->outcomes.front().type));
    line +=
        " " + ids(act.source) + (act.reciprocal ? " <> " : " > ") + ids(act.target) + " (" + act.entry->place + "): ";
    line += claims.empty() ? "no claim, " + why_no_claim(act) : claims;
    lines.push_back(line + less_fitting(act, scene));
  }
  return lines;
}

}  // namespace entente
