// Words of likelihood as ranges of probability, as published scales give them. Part of the door: brief.h includes it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/vocabulary.h"

namespace entente {

/// What a word stands for by one source. Ends count to the range.
struct LikelihoodRange {
  std::string_view source;  // "Kent 1964"
  std::string_view word;    // as that source has it
  double low = 0;
  double high = 0;
};

/// The sources of ranges, in the order in which they are told.
const std::vector<std::string_view>& likelihood_scales();

/// The text's own word of likelihood in a sentence that was graded so; the grade's name where it has none that is
/// known.
std::string word_of_likelihood(std::string_view sentence, ClaimType grade);

/// The ranges of a word as a text has it ("highly improbable"); where a source does not have the word, that of its
/// grade. Empty for words that only say that something can be ("may", "possible"): Kent left them without odds, and
/// readers take them for anything (Mosteller and Youtz 1990).
std::vector<LikelihoodRange> likelihood_ranges(std::string_view said, ClaimType grade);

/// Where a probability lies beside ranges: "within", "above" or "below" all of them, or "in some of them"; empty if
/// there are none.
std::string beside_ranges(const std::vector<LikelihoodRange>& ranges, double probability);

}  // namespace entente
