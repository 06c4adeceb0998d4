// Lists of claims for a spreadsheet and for a terminal, and the story of one claim.
#pragma once

#include <string>

#include "engine/engine.h"

namespace entente {

/// RFC 4180: a head line, then a claim a line; lists are joined by ';'.
std::string claims_csv(const ClaimList& list);

/// A claim a line, cut to the width (in columns; 0: not cut).
std::string claims_table(const ClaimList& list, int width);

/// An event a line with the number of its reports and the sentence of the best one.
std::string stories_table(const StoryList& list, int width);
/// {"type","source","target","modality","from","to","background","articles","confidence","sentence","claims"}
std::string story_json(const Story& story, const ClaimList& reports);

/// The sentence, its parse and the steps that led to the claim.
std::string explanation_text(const ExplainedClaim& explained);
/// The same as one JSON object: claim, tokens, steps.
std::string explanation_json(const ExplainedClaim& explained);

}  // namespace entente
