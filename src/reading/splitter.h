// Text to paragraphs, paragraphs to tokens, tokens to sentences.
#pragma once

#include <string_view>
#include <vector>

#include "domain/sentence.h"

namespace entente {

/// A sentence of more tokens than this is cut, at the best place before.
inline constexpr size_t longest_sentence = 400;

/// Sentences with tokens (span and form), paragraphs and headings. Linear in the text, whatever its bytes.
std::vector<Sentence> split_text(std::string_view text);

}  // namespace entente
