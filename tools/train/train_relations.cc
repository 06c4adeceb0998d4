// Perceptrons over arcs.
#include "train_relations.h"

#include <algorithm>

#include "reading/labeller.h"

namespace entente::train {

namespace {

void learn_arcs(const GoldSentence& sentence, const std::vector<TagPair>& pairs, Learner& learner) {
  ParserWords words;
  words.fill(sentence.forms, sentence.known, sentence.predicted, pairs);
  GuessKeys keys;
  for (int i = 0; i < words.size(); ++i) {
    const uint8_t gold = sentence.relations[static_cast<size_t>(i)];
    guess_features(words, sentence.heads[static_cast<size_t>(i)], i, keys);
    learner.learn(keys, gold, deprel_count);
  }
}

void learn_tree(const GoldSentence& sentence, const std::vector<TagPair>& pairs, const RelationGuess& guesser,
                Learner& learner) {
  ParserWords words;
  words.fill(sentence.forms, sentence.known, sentence.predicted, pairs);
  GuessMemory guess(guesser, words);
  TreeView tree(words, sentence.heads, guess);
  LabelKeys keys;
  for (int i = 0; i < words.size(); ++i) {
    const uint8_t gold = sentence.relations[static_cast<size_t>(i)];
    tree.features(i, keys);
    tree.set_label(i, learner.learn(keys, gold, deprel_count));
  }
}

}  // namespace

RelationGuess GuessData::guess() const {
  FeatureTable weights;
  weights.attach(table.slots, table.weights, deprel_count);
  return RelationGuess(weights);
}

GuessData train_guess(const Treebank& bank, const std::vector<bool>& use, const RelationOptions& options) {
  Learner learner;
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    for (const size_t s : shuffled(bank.sentences.size(), options.seed + static_cast<uint64_t>(epoch))) {
      if (use[s]) learn_arcs(bank.sentences[s], bank.pairs, learner);
    }
  }
  return {build_feature_table(learner.averaged(), options.feature_limit)};
}

std::vector<GuessData> jackknife_guess(const Treebank& bank, int folds, const RelationOptions& options) {
  std::vector<GuessData> out;
  for (int fold = 0; fold < folds; ++fold) {
    std::vector<bool> use;
    for (const GoldSentence& sentence : bank.sentences) use.push_back(sentence.document % folds != fold);
    out.push_back(train_guess(bank, use, options));
  }
  return out;
}

FeatureTableData train_labeller(const Treebank& bank, const std::vector<GuessData>& guesses,
                                const RelationOptions& options) {
  std::vector<RelationGuess> guessers;
  for (const GuessData& data : guesses) guessers.push_back(data.guess());
  Learner learner;
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    for (const size_t s : shuffled(bank.sentences.size(), options.seed + static_cast<uint64_t>(epoch))) {
      const GoldSentence& sentence = bank.sentences[s];
      const auto fold = static_cast<size_t>(sentence.document) % guessers.size();
      learn_tree(sentence, bank.pairs, guessers[fold], learner);
    }
  }
  return build_feature_table(learner.averaged(), options.feature_limit);
}

}  // namespace entente::train
