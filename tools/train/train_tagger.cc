// The perceptron over the tagger's features; its lexicon leaves each word's own occurrence out while training.
#include "train_tagger.h"

#include <algorithm>
#include <unordered_map>

namespace entente::train {

namespace {

constexpr int common_count = 2;

using TagCounts = std::map<uint8_t, int>;
using Lexicon = std::unordered_map<uint64_t, TagCounts>;

Lexicon count_words(const Treebank& bank, const std::vector<bool>& use) {
  Lexicon lexicon;
  for (size_t s = 0; s < bank.originals; ++s) {
    if (!use[s]) continue;
    const GoldSentence& sentence = bank.sentences[s];
    for (size_t i = 0; i < sentence.words.size(); ++i) ++lexicon[sentence.forms[i].word][sentence.tags[i]];
  }
  return lexicon;
}

/// The set of tags that a word takes often, the most common first, as a number over 1; 0 for a word never seen.
uint32_t tag_set(const TagCounts& counts) {
  int total = 0;
  for (const auto& [tag, count] : counts) total += count;
  if (total <= 0) return 0;
  std::vector<std::pair<int, uint8_t>> often;
  for (const auto& [tag, count] : counts) {
    if (count > 0 && count * 12 >= total) often.emplace_back(-count, tag);
  }
  std::sort(often.begin(), often.end());
  uint64_t h = total >= 10 ? 2 : total >= 3 ? 1 : 0;
  for (size_t i = 0; i < std::min<size_t>(often.size(), 4); ++i) h = scramble(h * 131 + often[i].second + 1);
  const uint32_t common = total >= common_count ? 1 : 0;
  return (static_cast<uint32_t>(h >> 36) + 1) * 2 + common;
}

uint32_t tag_set_without(const TagCounts& counts, uint8_t tag) {
  TagCounts rest = counts;
  const auto at = rest.find(tag);
  if (at != rest.end()) --at->second;
  return tag_set(rest);
}

std::vector<uint64_t> known_in_training(const GoldSentence& sentence, const Lexicon& lexicon) {
  std::vector<uint64_t> known;
  for (size_t i = 0; i < sentence.forms.size(); ++i) {
    const auto at = lexicon.find(sentence.forms[i].word);
    known.push_back(at == lexicon.end() ? 0 : tag_set_without(at->second, sentence.tags[i]));
  }
  return known;
}

void learn_sentence(const GoldSentence& sentence, const std::vector<uint64_t>& known, size_t tag_count,
                    Learner& learner) {
  std::vector<uint8_t> tags(sentence.forms.size());
  TaggerKeys keys;
  for (size_t i = 0; i < tags.size(); ++i) {
    tagger_features({sentence.forms, known, tags}, i, keys);
    tags[i] = learner.learn(keys, sentence.tags[i], tag_count);
  }
}

}  // namespace

Tagger TaggerData::tagger(size_t tags) const {
  FeatureTable weights;
  WordTable words;
  weights.attach(table.slots, table.weights, static_cast<int>(tags));
  words.attach(lexicon);
  return {weights, words, tags};
}

TaggerData train_tagger(const Treebank& bank, const std::vector<bool>& use, const TaggerOptions& options) {
  const Lexicon lexicon = count_words(bank, use);
  std::vector<std::vector<uint64_t>> known;
  for (const GoldSentence& sentence : bank.sentences) known.push_back(known_in_training(sentence, lexicon));
  Learner learner;
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    for (const size_t s : shuffled(bank.sentences.size(), options.seed + static_cast<uint64_t>(epoch))) {
      if (use[s]) learn_sentence(bank.sentences[s], known[s], bank.pairs.size(), learner);
    }
  }
  TaggerData out;
  out.table = build_feature_table(learner.averaged(), options.feature_limit);
  std::map<uint64_t, uint32_t> sets;
  for (const auto& [word, counts] : lexicon) sets[word] = tag_set(counts);
  out.lexicon = build_word_table(sets);
  return out;
}

void jackknife_tags(Treebank& bank, int folds, const TaggerOptions& options) {
  for (int fold = 0; fold < folds; ++fold) {
    std::vector<bool> use;
    for (const GoldSentence& sentence : bank.sentences) use.push_back(sentence.document % folds != fold);
    const TaggerData data = train_tagger(bank, use, options);
    const Tagger tagger = data.tagger(bank.pairs.size());
    for (size_t s = 0; s < bank.sentences.size(); ++s) {
      GoldSentence& sentence = bank.sentences[s];
      if (use[s]) continue;
      tagger.look_up(sentence.forms, sentence.known);
      tagger.tag(sentence.forms, sentence.known, {}, sentence.predicted);
    }
  }
}

}  // namespace entente::train
