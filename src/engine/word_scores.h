// Numbers and words of likelihood against what happened. Internal to the engine.
#pragma once

#include <vector>

#include "engine/ask_answer.h"

namespace entente {

/// A range against what happened, beside a probability. Outside of its range a probability is closer than all of it, or
/// less close than all of it; so who was closer needs no choice of a point in the range.
WordScore word_score(const LikelihoodRange& range, double probability, bool yes);

/// Of so many pairs that went one way and so many that went the other: how likely a split as uneven is if either way is
/// as likely (two-sided).
double sign_test(size_t one_way, size_t other_way);

/// By scale, in the order of the scales. Open questions, questions without a forecast and without a word don't count.
std::vector<WordTotal> word_totals(const std::vector<ResolvedQuestion>& questions);

}  // namespace entente
