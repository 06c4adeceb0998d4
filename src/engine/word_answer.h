// A text's word of likelihood beside a question, and who was closer once it is known how it ended. Part of the engine's
// door.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "engine/likelihood.h"

namespace entente {

/// What lay closer to what happened. Neither: the probability lies within the word's range.
enum class Closer { neither, number, word };
std::string_view name_of(Closer closer);

/// A word's range against what happened. Its middle is scored, and the end that lies nearer to what happened: the best
/// that the word can have meant.
struct WordScore {
  Closer closer = Closer::neither;
  double middle_brier = 0;
  double middle_log_score = 0;
  double edge_brier = 0;
  double edge_log_score = 0;
};

/// A text's word for the very thing that a question asks.
struct WordBeside {
  ClaimId claim;
  Date published;  // of its article; may be unknown
  std::string said;
  std::vector<LikelihoodRange> ranges;  // by published scales, of yes to the question as it was asked; none for "may"
  std::vector<WordScore> scores;        // of each range, where it is known how the question ended
};

/// Numbers against words over settled questions, by one scale: each question once, with its last forecast and the last
/// word that stood beside it. Scores are means.
struct WordTotal {
  std::string scale;  // "Kent 1964"
  size_t questions = 0;
  size_t number_closer = 0;
  size_t word_closer = 0;
  size_t neither = 0;
  double brier = 0;  // of the numbers
  double log_score = 0;
  double middle_brier = 0;  // of the words
  double middle_log_score = 0;
  double edge_brier = 0;
  double edge_log_score = 0;
  double p = 1;  // two-sided, that number and word are closer equally often (sign test, without those within)

  /// Whether there are enough to tell which is closer more often.
  [[nodiscard]] bool tells() const { return p < 0.05; }
};

}  // namespace entente
