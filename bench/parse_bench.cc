// Words a second on one core, tagging and parsing together, and splitting alone. Each run must give the same answer.
#include <benchmark/benchmark.h>

#include <string>

#include "base/hash.h"
#include "reading/reading.h"

namespace {

using entente::Reader;
using entente::Sentence;

/// News-like sentences of our own, of the length that news has, with names that vary so that words are not all known.
std::string sample_text() {
  const char* const names[] = {"Ghana", "Togo", "Chad", "Mali", "Peru", "Nepal", "Oman", "Fiji", "Laos", "Kenya"};
  std::string text;
  for (int i = 0; i < 400; ++i) {
    const std::string a = names[i % 10], b = names[(i * 7 + 3) % 10];
    const std::string number = std::to_string(1000 + i);
    text += a + "’s foreign minister, who arrived in the capital on Monday, said the government would not send " +
            number + " troops to " + b + " unless the agreement that both sides signed last year was carried out. ";
    text +=
        "The offer was rejected by " + b + ", which has long accused its neighbour of arming the rebels in the north. ";
    text += "Analysts in " + a + " expect the two countries to resume talks on trade, energy and border security. \n\n";
  }
  return text;
}

const Reader& reader() {
  static const auto loaded = Reader::load(std::string(ENTENTE_SOURCE) + "/models/english.model");
  return *loaded;
}

size_t words_of(const std::vector<Sentence>& sentences) {
  size_t words = 0;
  for (const Sentence& sentence : sentences) words += sentence.tokens.size();
  return words;
}

void tag_and_parse(benchmark::State& state) {
  const std::string text = sample_text();
  auto sentences = reader().split(text);
  std::string first;
  for (auto _ : state) {
    for (Sentence& sentence : sentences) reader().analyse(sentence);
    state.PauseTiming();
    const std::string answer = entente::content_hash(to_conllu(sentences, text));
    if (first.empty()) first = answer;
    if (answer != first) state.SkipWithError("two runs, two answers");
    state.ResumeTiming();
  }
  state.counters["words/s"] =
      benchmark::Counter(static_cast<double>(words_of(sentences) * state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(tag_and_parse)->Unit(benchmark::kMillisecond);

void split_and_tokenise(benchmark::State& state) {
  const std::string text = sample_text();
  size_t words = 0;
  for (auto _ : state) {
    const auto sentences = reader().split(text);
    if (sentences.size() != 1200) state.SkipWithError("not the 1200 sentences that were put in");
    words += words_of(sentences);
  }
  state.counters["words/s"] = benchmark::Counter(static_cast<double>(words), benchmark::Counter::kIsRate);
}
BENCHMARK(split_and_tokenise)->Unit(benchmark::kMillisecond);

void load_model(benchmark::State& state) {
  for (auto _ : state) {
    if (!Reader::load(std::string(ENTENTE_SOURCE) + "/models/english.model")) state.SkipWithError("no model");
  }
}
BENCHMARK(load_model)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const auto loaded = Reader::load(std::string(ENTENTE_SOURCE) + "/models/english.model");
  if (!loaded) {
    fprintf(stderr, "%s\n", loaded.error().message.c_str());
    return 1;
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
