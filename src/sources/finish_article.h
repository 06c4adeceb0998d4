// The last step for every article, wherever it comes from.
#pragma once

#include "base/result.h"
#include "domain/article.h"

namespace entente {

/// Gives the article its id and its language. Errors: input (no text), too_large.
Result<Article> finish_article(Article article);

}  // namespace entente
