// Claims and articles as JSON, one object a line, keys in a fixed order; docs/manual.md lists them.
#pragma once

#include <string>
#include <string_view>

#include "coding/coding.h"
#include "domain/article.h"
#include "domain/claim.h"

namespace entente {

/// The claim with every key; null where the claim's kind has no such thing. No line end.
std::string claim_json(const Claim& claim, const Article& article);

/// As claim_json, for a text that was coded by itself: "id" is the caller's (as JSON), the claim's own is "claim".
std::string coded_text_json(std::string_view id_json, const Claim& claim, std::string_view text);

/// {"id","type","quad","confidence"} of a pair; type and quad null where the text tells of no act.
std::string pair_json(std::string_view id_json, const PairAnswer& answer);

/// {"path","title","published","byline","language","text"}; null where unknown.
std::string article_json(const Article& article);

/// {"path","reason","text"}: a piece that is no part of the article.
std::string dropped_json(const Article& article, const Dropped& piece);

}  // namespace entente
