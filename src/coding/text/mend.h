// Mends what the parser is known to get wrong in sentences of news and analysis.
#pragma once

#include "domain/sentence.h"

namespace entente {

/// Eight repairs, each sure from the tags alone:
/// - "would have consequences": a "have" taken for an auxiliary of a noun is the verb, the noun its object;
/// - "Russia shares goals": a noun with a subject and an object of its own is a verb;
/// - "Iran has been a partner": a copula with two subjects makes the second one the predicate;
/// - "Hungarians in Romania demanded": a second subject with a preposition belongs to the noun before it;
/// - "have both offered help": a participle behind the auxiliary's own adverb is the verb, no adjective of the object;
/// - "kept its promise to send wheat": the infinitive right behind such a noun says what was promised;
/// - "joy awaits Kenya, one of two winners": a second subject behind an object and a comma renames the object;
/// - "the Chad-Sudan border": both names belong to the noun.
void mend_parse(Sentence& sentence);

}  // namespace entente
