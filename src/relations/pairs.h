// Pairs of actors, and the days on which claims tell of something. Part of the door: relations.h includes it.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "base/date.h"
#include "domain/claim.h"

namespace entente {

/// Somebody towards somebody. For what is mutual, from < to.
struct Dyad {
  ActorId from;
  ActorId to;
  auto operator<=>(const Dyad&) const = default;
};

/// For whom an actor's acts count: its state or organisation, or itself where it does not speak for that.
ActorId counted_as(const ActorId& id);
/// The pairs that a claim speaks of: each source with each target. A group that acts on itself leaves its diagonal out.
std::vector<Dyad> dyads(const Claim& claim);
/// The same pair, seen from neither side.
Dyad unordered(const Dyad& dyad);

/// The day on which an article was published; unknown where it has none.
using PublicationDay = std::function<Date(const ArticleId&)>;

/// The day that a claim tells of: its own, else that of its article's publication; may be unknown.
Date day_of(const Claim& claim, const PublicationDay& published);
/// Days from the last day of one date to the first of another; none if either is unknown.
std::optional<int64_t> days_between(const Date& from, const Date& to);
/// True if the one ends before the other begins, so that no doubt is left which came first.
bool clearly_before(const Date& earlier, const Date& later);

}  // namespace entente
