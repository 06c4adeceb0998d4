// The pairs that a claim speaks of, and the day.
#include <algorithm>
#include <array>

#include "relations/relations.h"

namespace entente {

namespace {

constexpr std::array<std::string_view, 3> inner_groups = {":OPP", ":REB", ":CVL"};

Dyad counted(const ActorId& from, const ActorId& to) {
  if (principal(from) == principal(to)) return {from, to};
  return {counted_as(from), counted_as(to)};
}

}  // namespace

ActorId counted_as(const ActorId& id) {
  const bool own =
      std::any_of(inner_groups.begin(), inner_groups.end(), [&](std::string_view s) { return id.str().ends_with(s); });
  return own ? id : principal(id);
}

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

Date day_of(const Claim& claim, const PublicationDay& published) {
  return claim.when.known() ? claim.when : published(claim.first_evidence().passage.article);
}

std::optional<int64_t> days_between(const Date& from, const Date& to) {
  if (!from.known() || !to.known()) return std::nullopt;
  return first_day(to) - last_day(from);
}

bool clearly_before(const Date& earlier, const Date& later) {
  return earlier.known() && later.known() && last_day(earlier) < first_day(later);
}

}  // namespace entente
