// train TREEBANK.conllu MODEL [name=value ...]: trains tagger, lemmatiser and parser, and writes the model file.
#include <charconv>
#include <chrono>
#include <iostream>

#include "model_writer.h"
#include "train_lemmas.h"
#include "train_parser.h"
#include "train_relations.h"
#include "train_tagger.h"
#include "treebank.h"

namespace entente::train {

namespace {

struct Options {
  int folds = 5;
  TaggerOptions tagger;
  RelationOptions guess{.feature_limit = 150000};
  RelationOptions labeller;
  ParserOptions parser;
};

bool set_option(Options& options, std::string_view argument) {
  const size_t equals = argument.find('=');
  if (equals == std::string_view::npos) return false;
  const std::string_view name = argument.substr(0, equals), text = argument.substr(equals + 1);
  uint64_t value = 0;
  if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc()) return false;
  if (name == "seed")
    options.tagger.seed = options.guess.seed = options.labeller.seed = options.parser.seed = value;
  else if (name == "folds")
    options.folds = static_cast<int>(value);
  else if (name == "tagger-epochs")
    options.tagger.epochs = static_cast<int>(value);
  else if (name == "tagger-features")
    options.tagger.feature_limit = value;
  else if (name == "label-epochs")
    options.guess.epochs = options.labeller.epochs = static_cast<int>(value);
  else if (name == "label-features")
    options.labeller.feature_limit = value;
  else if (name == "parser-epochs")
    options.parser.epochs = static_cast<int>(value);
  else if (name == "parser-features")
    options.parser.feature_limit = value;
  else if (name == "beam")
    options.parser.beam = value;
  else
    return false;
  return true;
}

void say(const std::string& what) {
  static const auto start = std::chrono::steady_clock::now();
  const auto seconds =
      std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - start).count();
  std::cerr << seconds << " s  " << what << std::endl;
}

std::string lines_of_tags(const Treebank& bank) {
  std::string out;
  for (const TagPair& pair : bank.pairs) out += std::string(name_of(pair.upos)) + " " + pair.xpos + "\n";
  return out;
}

std::string lines_of_relations() {
  std::string out;
  for (int i = 0; i < deprel_count; ++i) out += std::string(name_of(static_cast<Deprel>(i))) + "\n";
  return out;
}

void put_lemmas(const Treebank& bank, ModelWriter& model) {
  LemmaData lemmas = learn_lemmas(bank);
  model.put(SectionId::lemma_words, lemmas.words);
  model.put(SectionId::lemma_text, lemmas.text);
  model.put(SectionId::lemma_suffixes, lemmas.suffixes);
  model.put(SectionId::lemma_scripts, lemmas.scripts);
}

void put_tagger(Treebank& bank, const Options& options, ModelWriter& model) {
  const TaggerData data = train_tagger(bank, std::vector<bool>(bank.sentences.size(), true), options.tagger);
  model.put(SectionId::tagger_slots, data.table.slots);
  model.put(SectionId::tagger_weights, data.table.weights);
  model.put(SectionId::lexicon, data.lexicon);
  say("tagger");
  jackknife_tags(bank, options.folds, options.tagger);
  const Tagger tagger = data.tagger(bank.pairs.size());
  for (GoldSentence& sentence : bank.sentences) tagger.look_up(sentence.forms, sentence.known);
  say("jackknifed tags");
}

void put_parser(const Treebank& bank, const Options& options, ModelWriter& model) {
  const GuessData guess = train_guess(bank, std::vector<bool>(bank.sentences.size(), true), options.guess);
  model.put(SectionId::guess_slots, guess.table.slots);
  model.put(SectionId::guess_weights, guess.table.weights);
  const auto guesses = jackknife_guess(bank, options.folds, options.guess);
  say("first guesses of relations");
  const FeatureTableData labels = train_labeller(bank, guesses, options.labeller);
  model.put(SectionId::label_slots, labels.slots);
  model.put(SectionId::label_weights, labels.weights);
  say("labeller");
  model.put(SectionId::moves, train_parser(bank, guesses, options.parser, [](int epoch, size_t wrong) {
              say("parser, round " + std::to_string(epoch + 1) + ": " + std::to_string(wrong) + " trees wrong");
            }));
}

Result<void> run(const std::string& treebank, const std::string& path, const Options& options) {
  auto bank = read_treebank(treebank);
  if (!bank) return bank.error();
  ModelWriter model;
  model.put(SectionId::tags, lines_of_tags(*bank));
  model.put(SectionId::relations, lines_of_relations());
  put_lemmas(*bank, model);
  add_headline_copies(*bank, options.tagger.seed);
  say(std::to_string(bank->sentences.size()) + " sentences");
  put_tagger(*bank, options, model);
  put_parser(*bank, options, model);
  for (size_t i = 0; i < section_count; ++i) {
    say("section " + std::to_string(i) + ": " + std::to_string(model.bytes(static_cast<SectionId>(i))) + " bytes");
  }
  return model.write(path);
}

}  // namespace

}  // namespace entente::train

int main(int argc, char** argv) {
  entente::train::Options options;
  bool good = argc >= 3;
  for (int i = 3; i < argc; ++i) good = good && entente::train::set_option(options, argv[i]);
  if (!good) {
    std::cerr << "usage: train TREEBANK.conllu MODEL [seed=1] [folds=5] [tagger-epochs=] [tagger-features=]\n"
                 "       [label-epochs=] [label-features=] [parser-epochs=] [parser-features=] [beam=]\n";
    return 2;
  }
  const auto done = entente::train::run(argv[1], argv[2], options);
  if (!done) std::cerr << done.error().message << "\n";
  return done ? 0 : 1;
}
