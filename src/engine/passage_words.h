// The words of passages: what stands in an article between two bytes. Inside engine: may change.
#pragma once

#include <string>

#include "domain/article.h"
#include "domain/claim.h"
#include "relations/relations.h"

namespace entente {

/// The text of a span with its blanks squeezed; empty without an article or where the span lies outside.
std::string words_at(const Article* article, const Span& span);
/// The claim's sentence from the word on that the coder fired on, or all of it where too little would be left.
std::string wording_of(const Claim& claim, const Article* article);

}  // namespace entente
