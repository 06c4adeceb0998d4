// Where two actors stand on third ones, and how one's words fit its deeds. Part of the door: relations.h includes it.
#pragma once

#include <string_view>
#include <vector>

#include "relations/pairs.h"

namespace entente {

/// Two actors' words towards the same third party, each -1 against .. 1 for.
struct StanceOn {
  ActorId third;
  double from = 0;
  double to = 0;
  double weight = 0;             // how much is said by the one of whom less is
  std::vector<ClaimId> grounds;  // sorted
  [[nodiscard]] bool same_side() const { return from * to > 0; }
};

/// How alike two actors take sides (S of Signorino and Ritter 1999, over third parties).
struct SharedStance {
  Dyad pair;                 // from < to
  double similarity = 0;     // 1 alike .. -1 opposed
  double weight = 0;         // of all that it rests on
  std::vector<StanceOn> on;  // the weightiest first
};

/// Of every two actors who both said something of a third, sorted by pair.
std::vector<SharedStance> shared_stances(const std::vector<Claim>& claims);
/// The same for one pair; `on` is empty if nothing is told.
SharedStance shared_stance(const Dyad& pair, const std::vector<Claim>& claims);

/// Whether a claim is of words, of deeds or of neither (a standing tie, an expectation, a question).
enum class Manner { words, deeds, neither };
Manner manner_of(const Claim& claim);

/// One side's words towards another and its deeds, each -1 hostile .. 1 friendly.
struct WordsAndDeeds {
  Dyad dyad;  // who, towards whom
  double words = 0;
  double deeds = 0;
  double words_for = 0;  // weights
  double words_against = 0;
  double deeds_for = 0;
  double deeds_against = 0;
  std::vector<ClaimId> word_grounds;  // sorted
  std::vector<ClaimId> deed_grounds;
  /// Above 0: friendlier in words than in deeds.
  [[nodiscard]] double gap() const { return words - deeds; }
  /// True if its words are friendly and its deeds hostile, or the other way round.
  [[nodiscard]] bool at_odds() const { return words * deeds < 0; }
};
/// Of every pair with both words and deeds, sorted.
std::vector<WordsAndDeeds> words_and_deeds(const std::vector<Claim>& claims);

}  // namespace entente
