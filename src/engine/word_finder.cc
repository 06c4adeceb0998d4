#include "engine/word_finder.h"

#include <algorithm>
#include <limits>

#include "engine/question_desk.h"

namespace entente {

namespace {

constexpr int64_t fresh_days = 365;  // what a text expected longer ago is about another time

/// Whether a text that asks for this part asks what the question asks, whatever its window.
bool asks_for(const AskedPart& part, const Question& question) {
  const std::vector<Question> asked = questions_of(part, question.denied, question.window, "");
  return std::find(asked.begin(), asked.end(), question) != asked.end();
}

bool is_fresh(const Date& published, int64_t day) {
  return !published.known() || (first_day(published) <= day && last_day(published) >= day - fresh_days);
}

/// Of no to the question, where that is what it asks about.
std::vector<LikelihoodRange> as_asked(std::vector<LikelihoodRange> ranges, bool denied) {
  if (!denied) return ranges;
  for (LikelihoodRange& range : ranges) {
    const double low = range.low;
    range.low = 1 - range.high;
    range.high = 1 - low;
  }
  return ranges;
}

}  // namespace

Result<const WordFinder::Reading*> WordFinder::reading_of(const ArticleId& id, LedgerMark as_of) {
  const auto known = readings_.find(id);
  if (known != readings_.end()) return &known->second;
  Result<Article> article = ledger_.article(id, as_of);
  if (!article) return article.error();
  Reading reading{std::move(*article), {}};
  reading.asked = coder_.asked_in(reading.article);
  return &readings_.emplace(id, std::move(reading)).first->second;
}

Result<std::vector<WordBeside>> WordFinder::beside(const Question& question, const Forecast& forecast) {
  ClaimFilter filter;
  filter.kind = ClaimKind::outlook;
  filter.two_of = {question.source, question.target};
  filter.as_of = forecast.as_of;
  const Result<std::vector<Claim>> claims = ledger_.claims(filter);
  if (!claims) return claims.error();
  std::vector<WordBeside> out;
  for (const Claim& claim : *claims) {
    const Result<const Reading*> reading = reading_of(claim.first_evidence().passage.article, forecast.as_of);
    if (!reading) return reading.error();
    const auto part = (*reading)->asked.find(claim.id());
    const Date& published = (*reading)->article.published;
    if (part == (*reading)->asked.end() || !asks_for(part->second, question)) continue;
    if (!is_fresh(published, forecast.day)) continue;
    const std::string_view sentence = claim.first_evidence().passage.span.of((*reading)->article.text);
    WordBeside word{claim.id(), published, word_of_likelihood(sentence, claim.type), {}, {}};
    word.ranges = as_asked(likelihood_ranges(word.said, claim.type), question.denied);
    found_.emplace(word.claim, claim);
    out.push_back(std::move(word));
  }
  std::stable_sort(out.begin(), out.end(), [](const WordBeside& a, const WordBeside& b) {
    const auto day = [](const WordBeside& word) {
      return word.published.known() ? last_day(word.published) : std::numeric_limits<int64_t>::min();
    };
    return day(a) < day(b);
  });
  return out;
}

void WordFinder::fill(Grounds& grounds) const {
  for (const auto& [id, claim] : found_) {
    const ArticleId& article = claim.first_evidence().passage.article;
    grounds.articles.emplace(article, readings_.at(article).article);
    grounds.claims.emplace(id, claim);
  }
}

}  // namespace entente
