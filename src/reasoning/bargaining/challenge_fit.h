// The deterrence game fitted to windows of the past, what it expects of a window to come, and how right it was. Part of
// the door of reasoning; docs/models.md has the payoffs.
#pragma once

#include <vector>

#include "base/result.h"
#include "domain/scores.h"
#include "reasoning/bargaining/challenge_cases.h"
#include "reasoning/bargaining/deterrence.h"

namespace entente {

/// Fewer than these, and there is no estimate.
inline constexpr size_t least_challenges = 50;
inline constexpr size_t least_of_each_answer = 15;  // challenges that were answered, and that were not

struct ChallengeFit {
  ChallengeRules rules;
  DeterrenceFormula formula;
  DeterrenceFit fit;
  std::vector<DayRange> windows;
  size_t pairs = 0;           // of a challenger and whom it could act towards, in either direction
  double base_challenge = 0;  // share of the cases that saw a challenge
  double base_answer = 0;     // share of the challenges that were answered
  double deeds_anyway = 0;    // share of the cases without one in which the defender did the same

  /// Cases that saw a challenge, answered or not.
  [[nodiscard]] size_t challenges() const { return fit.counts[1] + fit.counts[2]; }
};

/// Standard errors are clustered by pair. Errors: missing (no window is covered; too few challenges, with their
/// numbers); those of estimate_deterrence.
Result<ChallengeFit> fit_challenges(const ChallengeField& field);

/// What the fitted game expects of a case.
DeterrenceForecast expect(const ChallengeFit& fit, const ChallengeCase& one);

/// Fifths of the cases by chance, with the squared error of the chances and of the fit's base rate.
struct ChanceCheck {
  std::vector<ReliabilityBin> fifths;
  double brier = 0;
  double base_brier = 0;
  double ranked = 0.5;  // that of two cases the one in which it happened had the greater chance (AUC)
};
struct ChallengeCheck {
  std::vector<DayRange> windows;
  ChanceCheck challenge;  // of all cases
  ChanceCheck answer;     // of the challenged ones
};
/// The fit against windows that begin on that day or later, which it must not have seen. Errors: missing (none of
/// them).
Result<ChallengeCheck> check_challenges(const ChallengeFit& fit, const ChallengeField& later, int64_t from);

}  // namespace entente
