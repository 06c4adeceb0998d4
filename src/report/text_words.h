// A text's words of likelihood beside an answer, and against what happened. Inside report: may change.
#pragma once

#include <string>
#include <vector>

#include "report/evidence.h"

namespace entente {

/// A paragraph a word: what it stands for by each scale, where our probability lies beside that or, once it is known
/// how the question ended, who was closer; and the sentence that it stands in.
std::string text_words(const Grounds& grounds, const std::vector<WordBeside>& words, double probability, int width);
/// [{"said","published","beside","scales":[{"scale","word","low","high","closer","middle_brier",...}],"evidence"}];
/// null where a question is still open.
OrderedJson words_json(const Grounds& grounds, const std::vector<WordBeside>& words, double probability);

/// How often which was closer, by scale; empty where there is nothing to compare.
std::string word_totals_text(const std::vector<WordTotal>& totals, int width);
OrderedJson word_totals_json(const std::vector<WordTotal>& totals);

}  // namespace entente
