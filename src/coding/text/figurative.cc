#include "coding/text/figurative.h"

#include <algorithm>

#include "coding/text/domain_of.h"
#include "coding/text/entry_match.h"

namespace entente {

namespace {

bool is_force(const Predicate& entry) {
  return std::any_of(entry.outcomes.begin(), entry.outcomes.end(),
                     [](const Outcome& o) { return o.type == ClaimType::assault || o.cameo.starts_with("171"); });
}

bool speaks_of_force(const Scene& scene, int word) {
  const std::string people = scene.kind_of_people(word);
  return people == "MIL" || people == "REB" || people == "COP" || scene.in_class(word, "bloodshed") ||
         domain_named_by(scene, word) == Domain::military;
}

}  // namespace

bool is_figurative(const Scene& scene, const Act& act) {
  if (!is_force(*act.entry) || !scene.in_class(act.word, "figurative-force")) return false;
  if (act.target.ground == Party::Ground::owner && act.target.word != nowhere &&
      (scene.in_class(act.target.word, "proposal") || scene.in_class(act.target.word, "deed") ||
       scene.in_class(act.target.word, "sanctions") || scene.in_class(act.target.word, "demand")) &&
      !scene.in_class(act.target.word, "hostile-act"))
    return true;  // "vowed to fight the American plan"
  const Domain domain = domain_around(scene, act.word, Domain::military);
  if (domain == Domain::military || domain == Domain::nuclear || domain == Domain::humanitarian) return false;
  const Tree& tree = scene.tree();
  const std::vector<int> pattern = condition_words(tree, act.word, *act.entry);
  for (int w = 0; w < tree.size(); ++w) {
    const bool own = w == act.word || std::find(pattern.begin(), pattern.end(), w) != pattern.end();
    if (!own && speaks_of_force(scene, w)) return false;
  }
  return true;
}

}  // namespace entente
