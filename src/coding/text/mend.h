// Mends what the parser is known to get wrong in sentences of news and analysis.
#pragma once

#include "domain/sentence.h"

namespace entente {

/// Four repairs, each sure from the tags alone:
/// - "would have consequences": a "have" taken for an auxiliary of a noun is the verb, the noun its object;
/// - "Russia shares goals": a noun with a subject and an object of its own is a verb;
/// - "Iran has been a partner": a copula with two subjects makes the second one the predicate;
/// - "Hungarians in Romania demanded": a second subject with a preposition belongs to the noun before it.
void mend_parse(Sentence& sentence);

}  // namespace entente
