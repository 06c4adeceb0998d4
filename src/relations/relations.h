// The door of relations: what can be read off a set of claims. Pure functions, no I/O; docs/relations.md tells the
// sums.
//
// Pairs are counted by state (RUS:GOV acts as RUS), but for those who stand against it or apart: opposition, rebels and
// people keep their own id (USA:CVL). Within one state the whole ids stand (TUR:GOV, TUR:OPP).
// Every answer names the claims that it rests on, and is the same whatever order the claims come in.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "domain/claim.h"
#include "domain/flow.h"
#include "domain/relation.h"
#include "domain/signed_edge.h"
#include "relations/dependence.h"
#include "relations/events/event_analysis.h"
#include "relations/history.h"
#include "relations/ladder_story.h"
#include "relations/pairs.h"
#include "relations/red_line_fates.h"
#include "relations/stances.h"

namespace entente {

// --- standing ---------------------------------------------------------------------------------------------------

/// What a claim weighs for the standing of its pair: -1..1, below 0 for hostile. 0 for outlooks and questions.
double evidence_weight(const Claim& claim);

/// How each actor stands towards each other in each domain, sorted by from, to, domain.
std::vector<Relation> standings(const std::vector<Claim>& claims);
/// The same with both directions taken together: from < to.
std::vector<Relation> mutual_standings(const std::vector<Claim>& claims);

/// Both directions and all domains of a pair taken together.
struct PairStanding {
  Dyad pair;  // from < to
  Sign sign = Sign::positive;
  double balance = 0;      // -1 hostile .. 1 friendly; the strength is its size
  double uncertainty = 1;  // half-width of its 80 % band
  double positive = 0;     // weight of the friendly evidence
  double negative = 0;     // weight of the hostile evidence
  std::vector<ClaimId> grounds;
};
std::vector<PairStanding> pair_standings(const std::vector<Claim>& claims);

// --- flows ------------------------------------------------------------------------------------------------------

/// What goes from whom to whom; claims that say the same are one flow. Sorted by from, to, domain, good.
std::vector<Flow> flows(const std::vector<Claim>& claims);

/// What two actors give each other, and who needs whom.
struct Exchange {
  Dyad pair;                        // from < to
  std::vector<Flow> forth;          // from -> to, not denied
  std::vector<Flow> back;           // to -> from
  double asymmetry = 0;             // 1 all goes forth .. -1 all comes back
  std::vector<ClaimId> from_needs;  // claims that `from` depends on `to`
  std::vector<ClaimId> to_needs;
  [[nodiscard]] bool mutual() const { return !forth.empty() && !back.empty(); }
};
std::vector<Exchange> exchanges(const std::vector<Claim>& claims);

// --- triangles --------------------------------------------------------------------------------------------------

/// How good somebody's ties to either side of a hostile pair are in one domain, each 0..1.
struct DomainTies {
  Domain domain = Domain::political;
  double from = 0;
  double to = 0;
};

/// An actor with good ties to both sides of a hostile pair.
struct Balancing {
  ActorId actor;
  Dyad between;                     // from < to
  double depth = 0;                 // 0..1: how good the ties to both are
  double lean = 0;                  // 1 towards between.from .. -1 towards between.to
  std::vector<DomainTies> domains;  // those in which it has good ties to either
  std::vector<ClaimId> ties_from;
  std::vector<ClaimId> ties_to;
  std::vector<ClaimId> hostility;
};
/// The deepest first.
std::vector<Balancing> balancing(const std::vector<Claim>& claims);
/// Given the standings of the claims' pairs; only those in which all the corners stand, as the actor or in the pair.
std::vector<Balancing> balancing(const std::vector<Claim>& claims, const std::vector<PairStanding>& standings,
                                 const std::vector<ActorId>& corners);

/// Somebody who mediates or offers to.
struct Mediation {
  ActorId mediator;
  std::vector<ActorId> parties;
  bool offered = false;  // not done yet
  std::vector<ActorId> welcomed_by;
  std::vector<ActorId> opposed_by;
  std::vector<ActorId> accepted_by;
  std::vector<ActorId> refused_by;
  std::vector<ClaimId> grounds;
  std::vector<ClaimId> reactions;
};
std::vector<Mediation> mediations(const std::vector<Claim>& claims);

/// Two actors against the same third.
struct CommonAdversary {
  Dyad pair;  // from < to
  ActorId adversary;
  std::vector<Domain> domains;
  std::vector<ClaimId> stated;   // claims that say they share the adversary
  std::vector<ClaimId> derived;  // claims that show either at odds with it
};
/// Those stated come first, then those that only follow from both being at odds with the third.
std::vector<CommonAdversary> common_adversaries(const std::vector<Claim>& claims);
/// Given the standings of the claims' pairs; only those in which all the corners stand, in the pair or as the
/// adversary.
std::vector<CommonAdversary> common_adversaries(const std::vector<Claim>& claims,
                                                const std::vector<PairStanding>& standings,
                                                const std::vector<ActorId>& corners);

// --- structural balance -----------------------------------------------------------------------------------------

/// How far a signed network is from two camps with friends inside and foes between them (Cartwright and Harary 1956).
struct StructuralBalance {
  size_t actors = 0;
  size_t edges = 0;
  size_t negative = 0;                   // edges
  double frustration = 0;                // weight of the edges against the camps (1 each, where edges have signs only)
  double at_least = 0;                   // no two camps do with less
  bool optimal = false;                  // frustration is the least possible, proven
  std::optional<double> triangle_index;  // share of balanced triangles; none without a triangle
  std::vector<std::string> camps[2];     // sorted; the first name of all is in camps[0]
  std::vector<std::pair<std::string, std::string>> against;  // edges against the camps, sorted
};

/// Exact (docs/relations.md tells how), or the best that was found within the time, and then `optimal` is false.
/// Every pair may stand once. The same answer for any order of the edges, unless the time runs out.
StructuralBalance structural_balance(const std::vector<SignedEdge>& edges, double seconds);

// --- stories ----------------------------------------------------------------------------------------------------

/// An event with all its reports: one type between the same parties, told of days that follow each other closely.
struct Story {
  ClaimType type = ClaimType::agree;
  std::vector<ActorId> source;
  std::vector<ActorId> target;
  Modality modality = Modality::asserted;
  Date first;  // the days that its reports tell of
  Date last;
  std::vector<ClaimId> reports;  // the best comes first: surest, in headline or lead
  size_t articles = 0;
  double confidence = 0;    // that it happened as told: 1 - product(1 - report), one report an article
  bool background = false;  // history when it was told
};

/// Events of the claims, each once, sorted by day, type and parties.
std::vector<Story> stories(const std::vector<Claim>& claims, const PublicationDay& published);

}  // namespace entente
