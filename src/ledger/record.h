// Claims and articles as rows of the ledger and back, nothing lost. Internal to the ledger.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/article.h"
#include "domain/claim.h"
#include "ledger/sqlite.h"

namespace entente::ledger_detail {

/// The columns that read_claim and read_article expect, in their order; c is claim, r reading, a article, p passage.
extern const char* const claim_columns;
extern const char* const article_columns;

/// Binds the claim's own columns, from kind to evidence, in the order of the table.
void bind_claim(Statement& statement, const Claim& claim, const Date& published);
/// Nothing if the row holds what no claim can hold; that is damage.
std::optional<Claim> read_claim(const Statement& statement);

/// Binds the reading's columns that describe the article, from path to broken_bytes.
void bind_article(Statement& statement, const Article& article);
std::optional<Article> read_article(const Statement& statement);

}  // namespace entente::ledger_detail
