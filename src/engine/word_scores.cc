#include "engine/word_scores.h"

#include <algorithm>
#include <cmath>

#include "domain/scores.h"

namespace entente {

namespace {

void add_pair(const ResolvedQuestion& question, const WordScore& score, WordTotal& total) {
  ++total.questions;
  total.number_closer += score.closer == Closer::number ? 1 : 0;
  total.word_closer += score.closer == Closer::word ? 1 : 0;
  total.neither += score.closer == Closer::neither ? 1 : 0;
  total.brier += question.brier;
  total.log_score += question.log_score;
  total.middle_brier += score.middle_brier;
  total.middle_log_score += score.middle_log_score;
  total.edge_brier += score.edge_brier;
  total.edge_log_score += score.edge_log_score;
}

void make_means(WordTotal& total) {
  const auto n = static_cast<double>(total.questions);
  for (double* sum : {&total.brier, &total.log_score, &total.middle_brier, &total.middle_log_score, &total.edge_brier,
                      &total.edge_log_score}) {
    *sum /= n;
  }
  total.p = sign_test(total.number_closer, total.word_closer);
}

}  // namespace

std::string_view name_of(Closer closer) {
  return closer == Closer::number ? "number" : closer == Closer::word ? "word" : "neither";
}

WordScore word_score(const LikelihoodRange& range, double probability, bool yes) {
  WordScore out;
  const double middle = (range.low + range.high) / 2, edge = yes ? range.high : range.low;
  out.middle_brier = brier_score(middle, yes);
  out.middle_log_score = log_score(middle, yes);
  out.edge_brier = brier_score(edge, yes);
  out.edge_log_score = log_score(edge, yes);
  if (probability > range.high) out.closer = yes ? Closer::number : Closer::word;
  if (probability < range.low) out.closer = yes ? Closer::word : Closer::number;
  return out;
}

double sign_test(size_t one_way, size_t other_way) {
  const auto n = static_cast<double>(one_way + other_way);
  double tail = 0;
  for (size_t i = 0; i <= std::min(one_way, other_way); ++i) {
    const auto k = static_cast<double>(i);
    tail += std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) - n * std::log(2.0));
  }
  return std::min(1.0, 2 * tail);
}

std::vector<WordTotal> word_totals(const std::vector<ResolvedQuestion>& questions) {
  std::vector<WordTotal> out;
  for (const std::string_view scale : likelihood_scales()) {
    WordTotal total;
    total.scale = scale;
    for (const ResolvedQuestion& question : questions) {
      const auto word = std::find_if(question.words.rbegin(), question.words.rend(),
                                     [](const WordBeside& beside) { return !beside.scores.empty(); });
      if (word == question.words.rend()) continue;
      for (size_t i = 0; i < word->scores.size(); ++i) {
        if (word->ranges[i].source == scale) add_pair(question, word->scores[i], total);
      }
    }
    if (total.questions == 0) continue;
    make_means(total);
    out.push_back(std::move(total));
  }
  return out;
}

}  // namespace entente
