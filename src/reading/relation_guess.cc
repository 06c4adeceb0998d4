// Features and memory of the first guess.
#include "reading/relation_guess.h"

#include <algorithm>

namespace entente {

void guess_features(const ParserWords& words, int head, int word, GuessKeys& keys) {
  const uint64_t side = head < word ? 1 : head == words.root() ? 2 : 3;
  const uint64_t hw = words.word(head), ht = words.tag(head), hu = words.upos(head) + side;
  const uint64_t dw = words.word(word), dt = words.tag(word), du = words.upos(word) + side;
  const uint64_t distance = distance_class(head, word) + 10 * side;
  const uint64_t between = words.between(std::min(head, word), std::max(head, word)) + 100 * side;
  const uint64_t before = words.tag(word - 1), after = words.tag(word + 1);
  const uint64_t before_head = words.tag(std::max(head - 1, no_word)), after_head = words.tag(head + 1);
  const uint64_t opener = word >= 2 ? words.word(word - 2) : 0;
  uint64_t number = 100;
  size_t used = 0;
  const auto emit = [&](auto... values) { keys[used++] = feature_key(number++, values...); };
  emit(du, dt);
  emit(dw, side);
  emit(dw, hu);
  emit(hu, dt);
  emit(ht, dt, side);
  emit(hw, dt, side);
  emit(hw, dw, side);
  emit(ht, dt, distance);
  emit(hu, dw, distance);
  emit(ht, dt, between);
  emit(hw, du, between);
  emit(dt, before, side);
  emit(dt, after, side);
  emit(ht, dt, before, side);
  emit(ht, dt, after, side);
  emit(ht, dt, before_head, side);
  emit(ht, dt, after_head, side);
  emit(dt, hu, words.word(word - 1));
  emit(hw, dt, words.word(word - 1));
  emit(dt, hu, words.word(word + 1));
  emit(dt, hu, opener);
  emit(words.suffix(word), hu, dt);
  emit(words.suffix(head), dt, side);
  emit(words.word(word - 1), dw, hu);
  static_assert(guess_feature_count == 24);
}

uint8_t RelationGuess::guess(const ParserWords& words, int head, int word) const {
  GuessKeys keys;
  guess_features(words, head, word, keys);
  std::array<int32_t, deprel_count> scores{};
  weights_.score(keys, scores.data());
  return static_cast<uint8_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

GuessMemory::GuessMemory(const RelationGuess& guess, const ParserWords& words)
    : guess_(guess), words_(words), entries_(static_cast<size_t>(words.size())) {}

uint8_t GuessMemory::operator()(int head, int word) {
  auto& row = entries_[static_cast<size_t>(word)];
  Entry& entry = row[static_cast<size_t>(head) % ways];
  if (entry.head != head) entry = {head, guess_.guess(words_, head, word)};
  return entry.label;
}

}  // namespace entente
