// Marked pairs of our own: the samples of lexicon/predicates, and the same acts promised, refused and threatened.
#pragma once

#include <ostream>

#include "coding/lexicon/lexicon.h"
#include "reading/reading.h"

namespace entente::pairs {

/// Writes JSON lines {"id","text","source","target","type","weight"} of every sample in which both parties are found.
void write_own_pairs(const Lexicon& lexicon, const Reader& reader, double weight, std::ostream& out);

}  // namespace entente::pairs
