// Red lines, and what became of them. Part of the door: relations.h includes it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relations/pairs.h"

namespace entente {

struct RedLine {
  ActorId by;
  std::vector<ActorId> to;     // who is warned; empty: nobody is named
  std::vector<ActorId> about;  // whom it is to protect, or whom it concerns
  ClaimType type = ClaimType::warning;
  struct Saying {
    std::string against;  // the act warned against, in the text's words
    std::string consequence;
    ClaimId claim;
  };
  std::vector<Saying> sayings;  // one for every claim
  std::vector<ClaimId> grounds;
};
std::vector<RedLine> red_lines(const std::vector<Claim>& claims);

/// What became of a red line, as far as the claims tell.
enum class LineFate {
  unknown,  // what is forbidden cannot be told from the words, or no day is known
  open,     // nothing later is told of those whom it concerns
  kept,     // later days are told of, and no such act
  crossed,
};
std::string_view name_of(LineFate fate);

/// What an issuer did after its line was crossed.
struct LineAnswer {
  ClaimId claim;
  ClaimType type = ClaimType::accuse;
  Date day;
  int64_t days = 0;            // after the crossing
  bool as_threatened = false;  // of the kind that the consequence named
};

struct LineCrossing {
  ActorId by;
  ClaimId claim;  // the first act of the kind
  ClaimType type = ClaimType::assault;
  Date day;
  int64_t days = 0;                // after the line was first drawn
  std::optional<LineAnswer> deed;  // material conflict by the issuer against the crosser
  std::optional<LineAnswer> word;  // verbal conflict
};

/// Sayings of the same line against the same kind of act, and what came of it.
struct RedLineFate {
  RedLine line;
  std::optional<ClaimType> forbids;  // the event type; none: the words do not tell
  Date drawn;                        // first said; may be unknown
  Date told_until;                   // the last day told of those whom it concerns
  LineFate fate = LineFate::unknown;
  std::optional<LineCrossing> crossing;
};

/// How an issuer follows through.
struct LineRecord {
  ActorId issuer;
  size_t lines = 0;
  size_t unknown = 0;
  size_t open = 0;
  size_t kept = 0;
  size_t crossed = 0;
  size_t answered = 0;           // crossed, and answered by a deed
  size_t answered_by_words = 0;  // crossed, and answered by words alone
  size_t unanswered = 0;
  std::optional<double> median_days;  // from crossing to deed
  /// Share of the crossed lines that were answered by a deed; none if none was crossed.
  [[nodiscard]] std::optional<double> follow_through() const;
};

/// How long after a crossing an act of the issuer counts as its answer, in days.
inline constexpr int64_t answer_window = 180;

/// Sorted by issuer, addressees, whom it concerns, and day.
std::vector<RedLineFate> red_line_fates(const std::vector<Claim>& claims, const PublicationDay& published);
/// One record for every issuer, most lines first.
std::vector<LineRecord> line_records(const std::vector<RedLineFate>& fates);

}  // namespace entente
