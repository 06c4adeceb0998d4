#include "engine/passage_words.h"

#include <algorithm>

#include "base/text.h"

namespace entente {

namespace {

std::string squeezed(std::string_view text) {
  std::vector<std::string> words;
  std::string spaced(text);
  std::replace_if(
      spaced.begin(), spaced.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  for (const std::string_view word : split(spaced, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  return join(words, " ");
}

}  // namespace

std::string words_at(const Article* article, const Span& span) {
  const bool inside = article != nullptr && span.begin < span.end && span.end <= article->text.size();
  return inside ? squeezed(span.of(article->text)) : std::string();
}

std::string wording_of(const Claim& claim, const Article* article) {
  const Evidence& evidence = claim.first_evidence();
  const std::string after = words_at(article, {evidence.trigger.begin, evidence.passage.span.end});
  const bool tells = !evidence.trigger.empty() && std::count(after.begin(), after.end(), ' ') >= 4;
  return tells ? after : words_at(article, evidence.passage.span);
}

}  // namespace entente
