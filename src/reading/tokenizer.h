// Words and punctuation after the conventions of the English Web Treebank: "do n't", "Iran 's", "Russia - Iran",
// "U.S.".
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace entente {

/// The tokens of text[range], in order. Blanks belong to none. Linear in the range.
std::vector<Span> tokenize(std::string_view text, Span range);

}  // namespace entente
