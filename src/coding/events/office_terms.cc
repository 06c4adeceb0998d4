#include "coding/events/office_terms.h"

#include <algorithm>

namespace entente {

std::vector<OfficeTerm> office_terms(const ActorDirectory& actors, const ActorId& state, const std::string& office) {
  const auto found = actors.terms().find({state, office});
  if (found == actors.terms().end()) return {};
  std::vector<OfficeTerm> out;
  for (const Term& term : found->second) {
    out.push_back({term.person, actors.describe(term.person).name, term.valid.from, term.valid.to});
  }
  std::stable_sort(out.begin(), out.end(), [](const OfficeTerm& a, const OfficeTerm& b) { return a.from < b.from; });
  return out;
}

}  // namespace entente
