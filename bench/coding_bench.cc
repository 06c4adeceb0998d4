// Sentences a second from text to claims, on one core and after loading: of our examples, where nearly every sentence
// speaks of states, and of a batch of wire news, where many name nobody. Each run must give the same claims.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/hash.h"
#include "coding/coding.h"
#include "reading/reading.h"
#include "sources/sources.h"

namespace {

using entente::Article;
using entente::Coder;
using entente::Reader;

const std::string source = ENTENTE_SOURCE;
constexpr size_t stories_in_batch = 2000;

std::vector<Article> examples() {
  std::vector<Article> articles;
  for (const char* name : {"russia-iran", "ethiopia-eritrea", "south-china-sea"}) {
    auto article = entente::read_article(source + "/examples/" + name + ".txt");
    if (article) articles.push_back(std::move(*article));
  }
  return articles;
}

/// Stories with a body, one JSON object a line; none where the collection is not there.
std::vector<Article> wire_news() {
  std::vector<Article> articles;
  std::ifstream in(ENTENTE_SHARED_DATA "/news/reuters21578.jsonl");
  for (std::string line; articles.size() < stories_in_batch && std::getline(in, line);) {
    const auto story = nlohmann::json::parse(line);
    auto article = entente::make_article(story.at("text").get<std::string>(), story.at("id"));
    if (article) articles.push_back(std::move(*article));
  }
  return articles;
}

const Coder& coder() {
  static const auto loaded = [] {
    auto reader = Reader::load(source + "/models/english.model");
    return Coder::load(source + "/lexicon", std::make_shared<const Reader>(std::move(*reader)));
  }();
  return *loaded;
}

/// What came out, as one line: the same on every run.
std::string digest(const entente::Coded& coded) {
  std::string ids;
  for (const entente::Claim& claim : coded.claims) ids += claim.id().str() + " ";
  return entente::content_hash(ids);
}

double peak_mebibytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void text_to_claims(benchmark::State& state, const std::vector<Article>& articles) {
  if (articles.empty()) return state.SkipWithError("no such collection beside the checkout");
  size_t sentences = 0, parsed = 0, claims = 0;
  std::string first;
  for (auto _ : state) {
    std::string answer;
    for (const Article& article : articles) {
      const entente::Coded coded = coder().code(article);
      state.PauseTiming();
      sentences += coded.sentences.size();
      claims += coded.claims.size();
      for (const auto& sentence : coded.sentences) parsed += sentence.analysed ? 1u : 0u;
      answer += digest(coded);
      state.ResumeTiming();
    }
    if (first.empty()) first = answer;
    if (answer != first) state.SkipWithError("two runs, two answers");
  }
  state.counters["sentences/s"] = benchmark::Counter(static_cast<double>(sentences), benchmark::Counter::kIsRate);
  state.counters["parsed"] = static_cast<double>(parsed) / static_cast<double>(sentences);
  state.counters["claims/sentence"] = static_cast<double>(claims) / static_cast<double>(sentences);
  state.counters["peak_MiB"] = peak_mebibytes();
}

void text_to_claims_of_examples(benchmark::State& state) {
  text_to_claims(state, examples());
}
BENCHMARK(text_to_claims_of_examples)->Unit(benchmark::kMillisecond);

void text_to_claims_of_wire_news(benchmark::State& state) {
  text_to_claims(state, wire_news());
}
BENCHMARK(text_to_claims_of_wire_news)->Unit(benchmark::kMillisecond)->Iterations(2);

/// The share of reading in it: the same sentences split and parsed, and nothing more.
void parse_of_examples(benchmark::State& state) {
  const auto articles = examples();
  const auto reader = Reader::load(source + "/models/english.model");
  for (auto _ : state) {
    for (const Article& article : articles) {
      auto sentences = reader->split(article.text);
      for (auto& sentence : sentences) reader->analyse(sentence);
      benchmark::DoNotOptimize(sentences);
    }
  }
}
BENCHMARK(parse_of_examples)->Unit(benchmark::kMillisecond);

void load_lexicon(benchmark::State& state) {
  auto reader = Reader::load(source + "/models/english.model");
  const auto shared = std::make_shared<const Reader>(std::move(*reader));
  for (auto _ : state) {
    if (!Coder::load(source + "/lexicon", shared)) state.SkipWithError("no lexicon");
  }
}
BENCHMARK(load_lexicon)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  auto reader = Reader::load(source + "/models/english.model");
  if (!reader) {
    fprintf(stderr, "%s\n", reader.error().message.c_str());
    return 1;
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
