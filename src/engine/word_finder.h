// Finds the words of likelihood that texts of the ledger have for what a question asks. Internal to the engine.
#pragma once

#include <map>
#include <vector>

#include "base/result.h"
#include "coding/coding.h"
#include "engine/engine.h"
#include "engine/word_answer.h"

namespace entente {

/// Reads each article once, whatever the number of questions.
class WordFinder {
 public:
  /// Both must outlive it.
  WordFinder(Ledger& ledger, const Coder& coder) : ledger_(ledger), coder_(coder) {}

  /// The words that stood beside a question when the forecast was made: outlooks that the ledger held then, that ask
  /// for the same act of the same parties, in articles that had been published, not more than a year before. By day of
  /// publication (unknown first). Errors: those of the ledger.
  Result<std::vector<WordBeside>> beside(const Question& question, const Forecast& forecast);
  /// Puts the claims of the words found so far, with their articles, among the grounds of an answer.
  void fill(Grounds& grounds) const;

 private:
  struct Reading {
    Article article;
    std::map<ClaimId, AskedPart> asked;
  };

  Result<const Reading*> reading_of(const ArticleId& id, LedgerMark as_of);

  Ledger& ledger_;
  const Coder& coder_;
  std::map<ArticleId, Reading> readings_;
  std::map<ClaimId, Claim> found_;
};

}  // namespace entente
