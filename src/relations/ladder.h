// The ladder of support: how far one actor's help for another goes. Part of the door: relations.h includes it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relations/pairs.h"

namespace entente {

enum class Rung { words, diplomatic, economic, technical, arms, advanced_arms, advisers, fighting, mutual_defence };
inline constexpr int rung_count = static_cast<int>(Rung::mutual_defence) + 1;
/// "words", "diplomatic backing", "economic relief", ... as printed.
std::string_view name_of(Rung rung);

/// The words a claim uses of its act where neither its good nor its `about` tells; empty if unknown.
using Wording = std::function<std::string(const Claim&)>;
inline std::string no_wording(const Claim& /*claim*/) {
  return {};
}

/// What is said of one rung.
struct RungRecord {
  Rung rung = Rung::words;
  std::vector<ClaimId> reached;
  std::vector<ClaimId> offered;  // offered or promised
  std::vector<ClaimId> refused;
  std::vector<ClaimId> withheld;
  std::vector<ClaimId> excluded;
  std::vector<ClaimId> expected;  // possible to near-certain
  std::vector<ClaimId> doubted;   // unlikely or highly unlikely
  std::vector<ClaimId> open;      // asked, not answered
  [[nodiscard]] bool stopped() const { return !refused.empty() || !withheld.empty() || !excluded.empty(); }
};

/// How far one actor's support for another goes in one domain.
struct DomainReach {
  Domain domain = Domain::political;
  std::optional<Rung> reached;  // highest
  std::optional<Rung> offered;  // highest
  std::optional<Rung> stopped;  // lowest refused, withheld or excluded
};

struct Ladder {
  ActorId from;                   // who supports
  ActorId to;                     // whom
  std::vector<RungRecord> rungs;  // all nine, lowest first
  std::vector<DomainReach> domains;
  [[nodiscard]] std::optional<Rung> reached() const;
  [[nodiscard]] std::optional<Rung> offered() const;
  [[nodiscard]] std::optional<Rung> stopped() const;  // lowest
  /// Where the support stops: the lowest rung above what was reached that was refused, withheld or excluded.
  [[nodiscard]] std::optional<Rung> ceiling() const;
};

/// The rung that a claim is about; none if it is no matter of support (an attack, a meeting).
std::optional<Rung> rung_of(const Claim& claim, const Wording& wording = no_wording);
/// One ladder for every pair of which a rung is said, sorted by from, to.
std::vector<Ladder> ladders(const std::vector<Claim>& claims, const Wording& wording = no_wording);

}  // namespace entente
