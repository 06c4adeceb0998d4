// A text with two parties marked in it, and the short sentence that is made of it: each party's phrase is one word.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "coding/coding.h"
#include "domain/sentence.h"
#include "reading/reading.h"

namespace entente {

/// The bytes of a range of characters. Errors: input (empty, the wrong way round, outside the text).
Result<Span> bytes_of(std::string_view text, const CharacterRange& range);

/// The words around two parties. What stands far from both is left out; what a party's phrase says besides its head
/// word is kept apart, so that the sentence is short and its parse simple.
struct PairSentence {
  Sentence sentence;
  int source = -1;  // the word that stands for the party; -1 if it is implied
  int target = -1;
  std::vector<std::string> source_words;  // of the party's whole phrase, lower case
  std::vector<std::string> target_words;
};

/// Splits the text and shortens the sentence, or the run of sentences, that holds both parties. Not analysed yet.
PairSentence shorten_to_pair(const Reader& reader, std::string_view text, const std::optional<Span>& source,
                             const std::optional<Span>& target);

}  // namespace entente
