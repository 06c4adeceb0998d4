// The ladder of support over time: what was said of each rung when, how long the ceiling has held, and what others got.
// Part of the door: relations.h includes it.
#pragma once

#include <optional>
#include <vector>

#include "relations/ladder.h"

namespace entente {

/// What is said of a rung; offered and promised told apart.
enum class RungState { reached, offered, promised, refused, withheld, excluded, expected, doubted, open };
/// "reached", "offered", ... as printed.
std::string_view name_of(RungState state);

/// One claim's word on one rung.
struct RungEntry {
  Rung rung = Rung::words;
  Domain domain = Domain::political;
  RungState state = RungState::reached;
  Date day;  // the claim's own, else its article's publication; may be unknown
  ClaimId claim;
};

/// The lowest rung above what was reached that was refused, withheld or excluded.
struct Ceiling {
  Rung rung = Rung::words;
  Date since;                    // first told of; unknown where no claim has a day
  Date until;                    // the last day that is told of the pair
  std::optional<int64_t> days;   // from one to the other
  std::vector<ClaimId> grounds;  // sorted
};

/// A rung that was refused, withheld or excluded first, and given later.
struct BrokenCeiling {
  Domain domain = Domain::political;
  Rung rung = Rung::words;   // the one that was denied
  Rung given = Rung::words;  // the one that was reached then: the same or a higher one
  Date denied_on;            // the first day of it
  Date given_on;
  int64_t days = 0;  // between the two
  ClaimId denial;
  ClaimId deed;
};

/// What the supporter gave somebody else: a rung as high as one that was kept from this one.
struct Precedent {
  ActorId to;
  Domain domain = Domain::political;
  Rung rung = Rung::words;           // the highest reached in that domain
  std::vector<ActorId> attacked_by;  // whose ASSAULT on the other is told of: a like case
  std::vector<ClaimId> grounds;      // of the rung
  std::vector<ClaimId> attack_claims;
};

struct DomainLadder {
  Domain domain = Domain::political;
  Ladder ladder;
  std::optional<Ceiling> ceiling;
};

/// All that is said of one actor's support for another.
struct LadderStory {
  Ladder ladder;                   // all domains together
  std::vector<RungEntry> entries;  // highest rung first, then by day (unknown last)
  std::optional<Ceiling> ceiling;  // over all domains
  std::vector<DomainLadder> domains;
  std::vector<BrokenCeiling> broken;
  std::vector<Precedent> precedents;  // like cases first, then by rung, highest first
};

LadderStory ladder_story(const Dyad& pair, const std::vector<Claim>& claims, const PublicationDay& published,
                         const Wording& wording = no_wording);

}  // namespace entente
