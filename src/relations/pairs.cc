// The pairs that a claim speaks of.
#include <algorithm>

#include "relations/relations.h"

namespace entente {

namespace {

Dyad counted(const ActorId& from, const ActorId& to) {
  Dyad dyad{principal(from), principal(to)};
  return dyad.from == dyad.to ? Dyad{from, to} : dyad;
}

}  // namespace

std::vector<Dyad> dyads(const Claim& claim) {
  std::vector<Dyad> out;
  for (const ActorId& from : claim.source) {
    for (const ActorId& to : claim.target) {
      const Dyad dyad = counted(from, to);
      if (dyad.from != dyad.to) out.push_back(dyad);
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Dyad unordered(const Dyad& dyad) {
  return dyad.from < dyad.to ? dyad : Dyad{dyad.to, dyad.from};
}

}  // namespace entente
