#include "coding/pairs/pair_text.h"

#include <algorithm>
#include <unordered_set>

#include "base/text.h"
#include "base/utf8.h"

namespace entente {

Result<Span> bytes_of(std::string_view text, const CharacterRange& range) {
  if (range.first >= range.second) return Error{ErrorCode::input, "is empty or ends before it begins"};
  Span span;
  uint64_t count = 0;
  size_t at = 0;
  for (; at < text.size() && count < range.second; ++count) {
    if (count == range.first) span.begin = static_cast<uint32_t>(at);
    at += codepoint_at(text, at).size;
  }
  if (count < range.second) return Error{ErrorCode::input, "ends after the text"};
  span.end = static_cast<uint32_t>(at);
  return span;
}

namespace {

constexpr size_t words_before = 4;  // kept before the first party
constexpr size_t words_after = 6;   // kept after the last

/// Words that end the head of a noun phrase: "the police | in the Gaza Strip".
bool ends_head(const Token& token) {
  static const std::unordered_set<std::string> words = {
      "of",      "in",    "at",      "from",   "to",      "for",    "on",     "with",     "by",    "over",
      "against", "under", "near",    "into",   "between", "among",  "who",    "that",     "which", "whose",
      "whom",    "where", ",",       "(",      "-",       "--",     ":",      ";",        "and",   "or",
      "as",      "after", "outside", "inside", "along",   "across", "during", "including"};
  return words.contains(to_lower(token.form));
}

bool is_possessive(const Token& token) {
  return token.form == "'s" || token.form == "’s" || token.form == "'" || token.form == "’";
}

bool overlaps(const Token& token, const Span& span) {
  return token.span.begin < span.end && span.begin < token.span.end;
}

/// Tokens [begin, end) of one party's phrase.
struct Phrase {
  size_t begin = 0;
  size_t end = 0;

  [[nodiscard]] bool empty() const { return begin == end; }
};

Phrase phrase_of(const std::vector<Token>& tokens, const std::optional<Span>& span) {
  Phrase phrase;
  if (!span) return phrase;
  while (phrase.begin < tokens.size() && !overlaps(tokens[phrase.begin], *span)) ++phrase.begin;
  phrase.end = phrase.begin;
  while (phrase.end < tokens.size() && overlaps(tokens[phrase.end], *span)) ++phrase.end;
  return phrase;
}

/// The word that stands for a phrase: the last one before what ends its head.
size_t head_of(const std::vector<Token>& tokens, const Phrase& phrase) {
  size_t end = phrase.begin + 1;
  while (end < phrase.end && !ends_head(tokens[end])) ++end;
  while (end > phrase.begin + 1 && is_possessive(tokens[end - 1])) --end;
  return end - 1;
}

std::vector<std::string> words_of(const std::vector<Token>& tokens, const Phrase& phrase) {
  std::vector<std::string> words;
  for (size_t i = phrase.begin; i < phrase.end; ++i) words.push_back(to_lower(tokens[i].form));
  return words;
}

/// The tokens of the sentences from the first to the last that holds a part of a party; of the first if none does.
std::vector<Token> tokens_around(const Reader& reader, std::string_view text, const std::optional<Span>& source,
                                 const std::optional<Span>& target) {
  std::vector<Sentence> sentences = reader.split(text);
  const auto holds = [&](const Sentence& sentence) {
    const auto meets = [&](const std::optional<Span>& span) {
      return span && sentence.span.begin < span->end && span->begin < sentence.span.end;
    };
    return meets(source) || meets(target);
  };
  size_t first = 0, last = 0;
  bool found = false;
  for (size_t i = 0; i < sentences.size(); ++i) {
    if (!holds(sentences[i])) continue;
    if (!found) first = i;
    last = i;
    found = true;
  }
  std::vector<Token> tokens;
  for (size_t i = first; i < sentences.size() && i <= last; ++i) {
    for (Token& token : sentences[i].tokens) tokens.push_back(std::move(token));
  }
  return tokens;
}

}  // namespace

PairSentence shorten_to_pair(const Reader& reader, std::string_view text, const std::optional<Span>& source,
                             const std::optional<Span>& target) {
  PairSentence pair;
  std::vector<Token> tokens = tokens_around(reader, text, source, target);
  const Phrase one = phrase_of(tokens, source);
  Phrase two = phrase_of(tokens, target);
  pair.source_words = words_of(tokens, one);
  pair.target_words = words_of(tokens, two);
  if (!one.empty() && two.begin < one.end && one.begin < two.end) {  // one inside the other: what is left of the target
    if (two.end > one.end) {
      two.begin = one.end;
    } else {
      two.end = std::max(two.begin, std::min(two.end, one.begin));
    }
  }
  size_t low = tokens.size(), high = 0;
  for (const Phrase& phrase : {one, two}) {
    if (phrase.empty()) continue;
    low = std::min(low, phrase.begin);
    high = std::max(high, phrase.end);
  }
  if (high == 0) low = 0, high = std::min(tokens.size(), words_after);
  const size_t one_head = one.empty() ? tokens.size() : head_of(tokens, one);
  const size_t two_head = two.empty() ? tokens.size() : head_of(tokens, two);
  const size_t begin = low > words_before ? low - words_before : 0;
  const size_t end = std::min(tokens.size(), high + words_after);
  for (size_t i = begin; i < end; ++i) {
    const bool in_one = i >= one.begin && i < one.end, in_two = i >= two.begin && i < two.end;
    if (in_one || in_two) {
      const Phrase& phrase = in_one ? one : two;
      const bool closes = i + 1 == phrase.end && is_possessive(tokens[i]);
      if (i == (in_one ? one_head : two_head)) {
        (in_one ? pair.source : pair.target) = static_cast<int>(pair.sentence.tokens.size());
      } else if (!closes) {
        continue;
      }
    }
    pair.sentence.tokens.push_back(std::move(tokens[i]));
  }
  return pair;
}

}  // namespace entente
