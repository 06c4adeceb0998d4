// pairs: makes models/pairs.model, the model of `entente code --pairs`.
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "examples.h"
#include "own_pairs.h"
#include "trainer.h"

namespace entente::pairs {
namespace {

constexpr const char* usage =
    "usage: pairs own DATA                       marked pairs of our own, from the lexicon's samples, as JSON lines\n"
    "       pairs train DATA OUT FILE...         fits the model OUT on the marked pairs of the files\n"
    "       pairs features DATA FILE             the features of each pair, by name\n"
    "DATA is the folder that holds lexicon/ and models/.\n";

/// Of a pair of our own against one of the news: with more, the lexicon's view would outweigh what the labels teach.
constexpr double own_weight = 0.1;

int fail(const Error& error) {
  std::cerr << "pairs: " << error.message << "\n";
  return 1;
}

int train_model(const Reader& reader, const Lexicon& lexicon, const std::vector<std::string>& arguments) {
  std::vector<Example> examples;
  for (size_t i = 3; i < arguments.size(); ++i) {
    auto more = read_examples(arguments[i], reader, lexicon);
    if (!more) return fail(more.error());
    examples.insert(examples.end(), more->begin(), more->end());
  }
  const auto trained = train(examples, {}, arguments[2]);
  return trained ? 0 : fail(trained.error());
}

int print_features(const Reader& reader, const Lexicon& lexicon, const std::string& path) {
  const auto examples = read_examples(path, reader, lexicon, true);
  if (!examples) return fail(examples.error());
  for (const Example& example : *examples) {
    std::cout << example.id << "\t" << example.label << "\t" << example.weight;
    for (size_t i = 0; i < example.names.size(); ++i)
      std::cout << "\t" << example.names[i] << "\x01" << example.features[i].value;
    std::cout << "\n";
  }
  return 0;
}

int run(const std::vector<std::string>& arguments) {
  const std::string command = arguments.empty() ? "" : arguments[0];
  const bool whole = (command == "own" && arguments.size() == 2) || (command == "train" && arguments.size() > 3) ||
                     (command == "features" && arguments.size() == 3);
  if (!whole) {
    std::cerr << usage;
    return 2;
  }
  auto lexicon = Lexicon::load(arguments[1] + "/lexicon");
  if (!lexicon) return fail(lexicon.error());
  auto reader = Reader::load(arguments[1] + "/models/english.model");
  if (!reader) return fail(reader.error());
  if (command == "train") return train_model(*reader, *lexicon, arguments);
  if (command == "features") return print_features(*reader, *lexicon, arguments[2]);
  write_own_pairs(*lexicon, *reader, own_weight, std::cout);
  return 0;
}

}  // namespace
}  // namespace entente::pairs

int main(int argc, char** argv) {
  return entente::pairs::run({argv + 1, argv + argc});
}
